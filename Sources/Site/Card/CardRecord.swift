import Complaints

/// The record of a card, lent in place: its values by the index of their field.
///
/// A class because every part of a card holds it.
final class CardRecord {
  let looks: CardLooks
  let map: StoredMap
  let words: WordTable
  private let values: [StoredValue?]
  /// Those that are given, in the order of the schema.
  let fields: [Int]

  init(_ map: StoredMap, looks: CardLooks, words: WordTable) {
    self.looks = looks
    self.map = map
    self.words = words
    var values = [StoredValue?](repeating: nil, count: looks.schema.count)
    var fields: [Int] = []
    fields.reserveCapacity(32)
    for entry in map {
      values[entry.field] = entry.value
      fields.append(entry.field)
    }
    (self.values, self.fields) = (values, fields)
  }

  /// The value of a field by its index in the schema of case files; `nil` where the case does not give it.
  subscript(field: Int) -> StoredValue? { values[field] }

  /// How a field is shown.
  func look(_ field: Int) -> FieldLook { looks.field(field, of: looks.schema) }

  func has(_ field: Int) -> Bool { values[field] != nil }

  /// The maps of a list of maps; none where it is not given.
  func maps(_ field: Int) -> [StoredMap] { values[field]?.list?.maps ?? [] }
}

/// The places of the fields that a card treats in a way of their own.
enum CardField {
  static let (customer, product, departments, costs) = (at("customer"), at("product"), at("departments"), at("costs"))
  static let (events, attachments) = (at("events"), at("attachments"))
  static let (team, eightD, rootCause) = (at("team"), at("eight_d"), at("root_cause"))
  static let (containment, corrective, preventive) = (at("containment"), at("corrective"), at("preventive"))

  /// Places in the maps of one of these fields.
  enum Event {
    static let (stage, step, time) = (at("events", "stage"), at("events", "step"), at("events", "at"))
    static let (by, department) = (at("events", "by"), at("events", "department"))
    static let (result, note) = (at("events", "result"), at("events", "note"))
  }
  enum Measure {
    static let (done, due) = (at("corrective", "done"), at("corrective", "due"))
  }
  enum Department {
    static let (name, share, person) = (
      at("departments", "name"), at("departments", "share"), at("departments", "person")
    )
  }
  enum Product {
    static let (defective, inspected) = (at("product", "defective"), at("product", "inspected"))
  }
  enum Attachment {
    static let (file, isPrivate) = (at("attachments", "file"), at("attachments", "private"))
  }
  static let claim = at("costs", "claim")
  static let statement = at("eight_d", "statement")

  private static func at(_ key: String) -> Int { CaseSchema.schema.place(of: key) }

  /// The place of a key in the maps of a field.
  static func at(_ key: String, _ inner: String) -> Int { CaseSchema.schema.place(of: inner, in: key) }
}
