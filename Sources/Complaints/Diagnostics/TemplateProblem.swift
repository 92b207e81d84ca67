/// What is wrong with the templates and the strings of the pages.
package enum TemplateProblem: ProblemFacts {
  /// Found and worded by the template engine.
  case engine(code: String, message: String)
  /// A file that pages are made with is not there.
  case missingFile
  /// A key that the program or the other language needs.
  case missingString(key: String)
  /// A text where keys were expected, or the other way round.
  case stringShape(key: String)

  package var code: String {
    switch self {
    case .engine(let code, _): code
    case .missingFile: "template.file"
    case .missingString: "strings.missing"
    case .stringShape: "strings.shape"
    }
  }

  package var severity: Severity { .error }

  package var message: String {
    switch self {
    case .engine(_, let message): message
    case .missingFile:
      "there is no such file, but the pages are made with it; take it from git, or from kesu's own templates"
    case .missingString(let key): "the text '\(key)' is missing; add it to this file"
    case .stringShape(let key): "'\(key)' is neither a text nor a map of texts; write 'key: text'"
    }
  }
}
