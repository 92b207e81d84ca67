/// A field as messages name it: its key, with those of the maps around it, and its Chinese label.
package struct FieldName: Hashable, Sendable {
  /// `customer.type`
  package let path: String
  package let label: String

  package init(path: String, label: String) {
    self.path = path
    self.label = label
  }
}

extension FieldName: CustomStringConvertible {
  /// `customer.type (客户类型)`
  package var description: String { label.isEmpty || label == path ? path : "\(path) (\(label))" }
}

extension Schema {
  /// A dotted key as messages name it, with the label of its last part.
  package func name(_ path: String) -> FieldName {
    var (schema, label): (Schema?, String) = (self, "")
    for key in path.split(separator: ".") {
      guard let index = schema?.index(of: String(key)), let field = schema?.fields[index] else { break }
      label = field.label
      schema = field.type.inner
    }
    return FieldName(path: path, label: label)
  }
}

/// A value as a message may quote it: one line, at most 40 characters, nothing invisible.
package struct Quoted: Hashable, Sendable {
  package let text: String

  package init(_ text: String) {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(40) {
      shown.unicodeScalars.append(Self.isPlain(scalar) ? scalar : "\u{FFFD}")
    }
    self.text = text.unicodeScalars.count > 40 ? shown + "…" : shown
  }

  /// What takes up room on a line and cannot turn its direction.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
    default: true
    }
  }
}

extension Quoted: CustomStringConvertible {
  package var description: String { "'\(text)'" }
}

/// What a message proposes in the place of something unknown.
func proposal(_ nearest: String?, else other: String) -> String {
  nearest.map { "did you mean '\($0)'?" } ?? other
}
