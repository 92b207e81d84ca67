/// One key of the front matter: its English and its Chinese name, both always accepted.
package struct Field: Sendable {
  package let key: String
  package let label: String
  package let type: FieldType
  /// Personal data: its value is never named in a diagnostic, and may be masked.
  package let personal: Personal?
  package let isRequired: Bool
  /// The label on pages in English: `part_no` is “Part no”.
  package let englishLabel: String

  /// What kind of personal data a field holds, which decides how it is masked.
  package enum Personal: Sendable { case name, phone, email, address, unit, contact }

  init(_ key: String, _ label: String, _ type: FieldType, personal: Personal? = nil, required: Bool = false) {
    self.key = key
    self.label = label
    self.type = type
    self.personal = personal
    isRequired = required
    let words = key.split(separator: "_").joined(separator: " ")
    englishLabel = words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// The fields of a map, found by either name.
package final class Schema: Sendable {
  package let fields: [Field]
  /// The index of the field that a lone value stands for.
  package let shorthand: Int?
  /// The indices of the fields that must be there.
  package let required: [Int]
  /// The fields inside each field that is a map or holds maps.
  private let innerSchemas: [Schema?]
  /// The same, for whoever needs no reference of their own.
  private let lentSchemas: [Unmanaged<Schema>?]
  /// What lies outside the case that each field names, or that its items name.
  private let outwards: [Outward?]
  /// Key and label of each field in turn.
  private let table: NameTable

  init(shorthand: String? = nil, _ fields: [Field]) {
    self.fields = fields
    let table = NameTable(fields.flatMap { [$0.key, $0.label] })
    for (index, field) in fields.enumerated() {
      precondition(table.place(of: field.key) == index * 2, "key given twice: \(field.key)")
      // Two fields of one map may not share a Chinese name; a label equal to its key is the same name.
      precondition(table.place(of: field.label).map { $0 / 2 } == index, "label given twice: \(field.label)")
    }
    self.table = table
    let inner = fields.map(\.type.inner)
    innerSchemas = inner
    lentSchemas = inner.map { $0.map(Unmanaged.passUnretained) }
    outwards = fields.map { Outward($0.type.element) }
    required = fields.indices.filter { fields[$0].isRequired }
    self.shorthand = shorthand.flatMap { table.place(of: $0) }.map { $0 / 2 }
    precondition(shorthand == nil || self.shorthand != nil, "the shorthand is one of the fields")
  }

  /// The index of the field with this English or Chinese name.
  package func index(of name: String) -> Int? { table.place(of: name).map { $0 / 2 } }

  /// The index of the field whose name has these bytes.
  package func index(of name: UnsafeBufferPointer<UInt8>) -> Int? { table.place(of: name).map { $0 / 2 } }

  /// The index of a field that is one of them.
  package func place(of key: String) -> Int {
    guard let place = index(of: key) else { preconditionFailure("no field has the key \(key)") }
    return place
  }

  /// The index of a field among those inside another.
  package func place(of key: String, in field: String) -> Int {
    guard let inner = innerSchemas[place(of: field)] else { preconditionFailure("\(field) has no fields") }
    return inner.place(of: key)
  }

  /// The fields inside a field that is a map or holds maps; they live as long as this schema.
  func inner(_ index: Int) -> Unmanaged<Schema>? { lentSchemas[index] }

  /// Where a name would be understood, one level further down: `customer.name`, 客户.客户姓名; `nil` unless in one place alone.
  package func path(toInner name: String) -> String? {
    let places = fields.indices.filter { innerSchemas[$0]?.index(of: name) != nil }
    guard let place = places.first, places.count == 1, let inner = innerSchemas[place]?.index(of: name) else {
      return nil
    }
    let isKey = innerSchemas[place]?.fields[inner].key == name
    return "\(isKey ? fields[place].key : fields[place].label).\(name)"
  }

  /// What lies outside the case that a field, or an item of its list, names; `nil` if it is told within.
  func outward(_ index: Int) -> Outward? { outwards[index] }

  /// Every name that would be understood here, for suggestions.
  package var names: [String] { fields.flatMap { [$0.key, $0.label] } }
}

/// What a text names that lies outside its case.
enum Outward: Sendable {
  case `case`, file

  init?(_ type: FieldType) {
    switch type {
    case .caseLink: self = .case
    case .file: self = .file
    default: return nil
    }
  }
}

extension FieldType {
  /// The type of what a list of this type holds; itself where it is no list.
  package var element: FieldType {
    switch self {
    case .list(let element), .oneOrMore(let element): element
    default: self
    }
  }

  /// The fields inside, if it is a map or a list of maps.
  package var inner: Schema? {
    if case .map(let schema) = element { schema } else { nil }
  }
}
