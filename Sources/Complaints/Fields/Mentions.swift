/// What the fields of a case name that lies outside it: days, other cases, files below attachments/.
///
/// - Complexity: One walk along its bytes; only ids and names of files become texts.
package struct Mentions: Sendable {
  /// From the first day that any field names to the last; `nil` where none does.
  package private(set) var days: ClosedRange<Day>?
  /// Ids, in the order of the fields; those that no case has too.
  package private(set) var cases: [String] = []
  /// In the order of the fields; those that are not there too.
  package private(set) var files: [String] = []

  package init(_ record: Record) {
    record.lend { add($0, record.schema) }
  }

  private mutating func add(_ map: StoredMap, _ schema: Schema) {
    for (field, value) in map { add(value, of: field, schema) }
  }

  private mutating func add(_ value: StoredValue, of field: Int, _ schema: Schema) {
    switch value {
    case .moment(let moment):
      let day = moment.day
      days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
    case .text(let bytes):
      switch schema.outward(field) {
      case .case: cases.append(String(decoding: bytes, as: UTF8.self))
      case .file: files.append(String(decoding: bytes, as: UTF8.self))
      case nil: break
      }
    case .list(let list): for item in list { add(item, of: field, schema) }
    case .map(let map): schema.inner(field)?._withUnsafeGuaranteedRef { add(map, $0) }
    default: break
    }
  }
}
