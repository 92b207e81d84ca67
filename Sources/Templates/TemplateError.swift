/// What is wrong with a template or with what it was given, and where.
package struct TemplateError: Error, Hashable, Sendable {
  /// What can be left open.
  package enum Opening: String, Hashable, Sendable {
    case section = "#"
    case inverted = "^"
    case parent = "<"
    case block = "$"
  }

  /// What a value is, where the template needed something else.
  package enum Kind: Hashable, Sendable {
    case nothing, flag, number, text, markup, list, object
  }

  package enum Problem: Hashable, Sendable {
    // Found when the library is made.
    case notUTF8
    case repeatedTemplate(String)
    case unclosedTag(closing: String)
    case badDelimiters(String)
    case emptyName
    case badName(String)
    case unclosed(Opening, name: String)
    case wrongClosing(found: String, expected: String)
    case strayClosing(String)
    case tooNested(limit: Int)
    case repeatedBlock(String)
    case unknownBlock(String, template: String, nearest: String?)
    /// The first template stands at the end again.
    case endless([String])

    // Found when the library is made, or in rendering where the name is dynamic.
    case unknownTemplate(String, nearest: String?)

    // Found in rendering.
    case missingName(String, nearest: String?)
    case missingPart(String, of: String, nearest: String?)
    case notPrintable(String, Kind)
    case notATemplateName(String, Kind)
    case tooDeep(limit: Int)
  }

  /// The template's name, as others refer to it.
  package let template: String
  /// The file, as it was given.
  package let path: String
  /// From 1.
  package let line: Int
  /// From 1, in Unicode scalars.
  package let column: Int
  package let problem: Problem

  package init(template: String, path: String, line: Int, column: Int, problem: Problem) {
    self.template = template
    self.path = path
    self.line = line
    self.column = column
    self.problem = problem
  }

  /// Whether this one stands before another in a report: by path, line, column.
  package func precedes(_ other: TemplateError) -> Bool {
    (path, line, column) < (other.path, other.line, other.column)
  }
}

/// Every reason for which a set of templates cannot be used, sorted by path, line and column; at least one.
package struct TemplateErrors: Error, Hashable, Sendable {
  package let errors: [TemplateError]
}
