extension TemplateError: CustomStringConvertible {
  /// As every diagnostic of the program is printed: `path:line:column: error: sentence [code]`.
  package var description: String {
    "\(path):\(line):\(column): error: \(message) [\(code)]"
  }

  /// What is wrong, and what would be right.
  package var message: String { problem.sentence }

  /// The stable name of the problem, for tools.
  package var code: String { problem.code }
}

extension TemplateError.Problem {
  var sentence: String {
    switch self {
    case .notUTF8: "the template is not UTF-8; save it as UTF-8"
    case .repeatedTemplate(let name): "another file is the template '\(name)' already; rename one of them"
    case .unclosedTag(let closing): "the tag is not closed; '\(closing)' is missing"
    case .badDelimiters(let text):
      "'\(text)' are no delimiters; write two signs without '=', with a blank between, as in '{{=<% %>=}}'"
    case .emptyName: "the tag has no name; write one, or remove the tag"
    case .badName(let name): "'\(name)' is no name; a name has no blanks and no empty part beside a dot"
    case .unclosed(let opening, let name):
      "'{{\(opening.rawValue)\(name)}}' is not closed; '{{/\(name)}}' is missing"
    case .wrongClosing(let found, let expected): "'{{/\(found)}}' closes nothing here; '{{/\(expected)}}' is expected"
    case .strayClosing(let name): "'{{/\(name)}}' closes nothing; open it before, or remove this tag"
    case .tooNested(let limit): "tags are nested more than \(limit) deep; move the inner ones into a partial"
    case .repeatedBlock(let name): "the block '\(name)' is given twice; keep one of them"
    case .unknownBlock(let name, let template, let nearest):
      "the template '\(template)' has no block '\(name)'; "
        + (nearest.map { "the nearest is '\($0)'" } ?? "it has no blocks at all")
    case .endless(let names):
      "templates include each other without end: \(names.joined(separator: " → ")); put one of them inside a section"
    case .unknownTemplate(let name, let nearest):
      "there is no template '\(name)'; " + (nearest.map { "the nearest is '\($0)'" } ?? "there are no templates at all")
    case .missingName, .missingPart, .notPrintable, .notATemplateName, .tooDeep: sentenceOfRendering
    }
  }

  private var sentenceOfRendering: String {
    switch self {
    case .missingName(let name, let nearest):
      "there is no '\(name)' here; " + (nearest.map { "the nearest is '\($0)'" } ?? "there are no names at all")
    case .missingPart(let part, let whole, let nearest):
      "'\(whole)' has no '\(part)'; "
        + (nearest.map { "the nearest is '\($0)'" }
          ?? "it has no names at all; ask with '{{#\(whole)}}' where it may be empty")
    case .notPrintable(let name, let kind):
      "'\(name)' is \(kind.words) and cannot be printed; use it as '{{#\(name)}}…{{/\(name)}}'"
    case .notATemplateName(let name, let kind):
      "'\(name)' is \(kind.words); a template's name is expected, as text"
    case .tooDeep(let limit):
      "templates include each other more than \(limit) deep; end the recursion with a section that becomes empty"
    default: ""
    }
  }

  var code: String {
    switch self {
    case .notUTF8: "template.encoding"
    case .repeatedTemplate: "template.repeated"
    case .unclosedTag: "template.tag"
    case .badDelimiters: "template.delimiters"
    case .emptyName, .badName: "template.name"
    case .unclosed, .wrongClosing, .strayClosing: "template.closing"
    case .tooNested: "template.nesting"
    case .repeatedBlock, .unknownBlock: "template.block"
    case .endless, .tooDeep: "template.endless"
    case .unknownTemplate, .notATemplateName: "template.unknown"
    case .missingName, .missingPart: "template.missing"
    case .notPrintable: "template.value"
    }
  }
}

extension TemplateError.Kind {
  var words: String {
    switch self {
    case .nothing: "empty"
    case .flag: "a flag"
    case .number: "a number"
    case .text: "a text"
    case .markup: "markup"
    case .list: "a list"
    case .object: "an object"
    }
  }
}
