/// One key of the front matter: its English and its Chinese name, both always accepted.
package struct Field: Sendable {
  package let key: String
  package let label: String
  package let type: FieldType
  /// Personal data: its value is never named in a diagnostic, and may be masked.
  package let personal: Personal?
  package let isRequired: Bool

  /// What kind of personal data a field holds, which decides how it is masked.
  package enum Personal: Sendable { case name, phone, email, address, unit, contact }

  init(_ key: String, _ label: String, _ type: FieldType, personal: Personal? = nil, required: Bool = false) {
    self.key = key
    self.label = label
    self.type = type
    self.personal = personal
    isRequired = required
  }

  /// The label on pages in English: `part_no` is “Part no”.
  package var englishLabel: String {
    let words = key.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// The fields of a map, found by either name.
package final class Schema: Sendable {
  package let fields: [Field]
  /// The index of the field that a lone value stands for.
  package let shorthand: Int?
  private let indices: [String: Int]

  init(shorthand: String? = nil, _ fields: [Field]) {
    self.fields = fields
    var indices: [String: Int] = [:]
    for (index, field) in fields.enumerated() {
      precondition(indices.updateValue(index, forKey: field.key) == nil, "key given twice: \(field.key)")
      // Two fields of one map may not share a Chinese name; a label equal to its key is the same name.
      if field.label != field.key {
        precondition(indices.updateValue(index, forKey: field.label) == nil, "label given twice: \(field.label)")
      }
    }
    self.indices = indices
    self.shorthand = shorthand.flatMap { indices[$0] }
    precondition(shorthand == nil || self.shorthand != nil, "the shorthand is one of the fields")
  }

  /// The index of the field with this English or Chinese name.
  package func index(of name: String) -> Int? { indices[name] }

  /// Every name that would be understood here, for suggestions.
  package var names: [String] { fields.flatMap { [$0.key, $0.label] } }
}
