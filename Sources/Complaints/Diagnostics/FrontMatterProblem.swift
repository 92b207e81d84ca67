/// What is wrong with the YAML between the fences, before any field is looked at.
package enum FrontMatterProblem: ProblemFacts {
  /// The first line is no fence.
  case noFence
  /// No later line closes it.
  case unclosed
  case textAfterFence
  case tooLarge
  case tooDeep
  case directive
  case anchor
  case alias
  case tag
  case secondDocument
  /// A key that is a list or a map.
  case keyShape
  case emptyKey
  /// A key that its map has already, perhaps by its other name.
  case duplicate(key: String, same: String?, line: Int)
  /// The file holds a list or a text where keys were expected.
  case notAMap
  /// A character written by an escape in double quotes.
  case escapedControl(UInt32)
  /// A `#` that leaves out what may have been meant as text.
  case comment
  /// What libyaml has to say, in our words.
  case syntax(String)

  package var code: String {
    switch self {
    case .noFence: "frontmatter.missing"
    case .unclosed: "frontmatter.unclosed"
    case .textAfterFence: "frontmatter.fence"
    case .tooLarge: "frontmatter.size"
    case .tooDeep: "yaml.depth"
    case .directive: "yaml.directive"
    case .anchor: "yaml.anchor"
    case .alias: "yaml.alias"
    case .tag: "yaml.tag"
    case .secondDocument: "yaml.document"
    case .keyShape, .emptyKey: "yaml.key"
    case .duplicate: "key.duplicate"
    case .notAMap: "yaml.map"
    case .escapedControl: "file.control"
    case .comment: "yaml.comment"
    case .syntax: "yaml.syntax"
    }
  }

  package var severity: Severity {
    switch self {
    case .comment: .warning
    default: .error
    }
  }

  package var message: String {
    switch self {
    case .noFence: "the file does not begin with front matter; its first line must be '---'"
    case .unclosed: "the front matter has no end; close it with a line '---'"
    case .textAfterFence: "text on the line of a fence; '---' must stand alone on its line"
    case .tooLarge: "the front matter is too large; at most 64 KiB, longer text belongs below it"
    case .tooDeep: "nested more than 32 levels deep; write it flatter"
    case .directive: "a line beginning with '%' is a YAML directive; delete it"
    case .anchor: "YAML anchors (&) are not accepted; write the value out, or put it in quotes"
    case .alias: "YAML aliases (*) are not accepted; write the value out, or put it in quotes"
    case .tag: "YAML tags (!) are not accepted; delete it, or put the value in quotes"
    case .secondDocument: "a second YAML document begins here; keep everything in one"
    case .keyShape: "a key is a list or a map; a key must be plain text"
    case .emptyKey: "a value without a key; write the key before the ':'"
    case .duplicate(let key, let same, let line):
      if let same, same != key {
        "'\(Quoted(key).text)' is the key '\(same)', which line \(line) has already; keep one of them"
      } else {
        "the key '\(Quoted(key).text)' stands twice, first in line \(line); keep one of them"
      }
    case .notAMap: "keys and values are expected here; write them as 'key: value'"
    case .escapedControl(let scalar): "control character U+\(hexadecimal(scalar, 4)); delete it"
    case .comment:
      "what stands behind this '#' is left out as a comment; put the value in quotes, or a blank behind the '#'"
    case .syntax(let words): words
    }
  }
}
