import Complaints
import Hypertext

/// How a field is shown.
struct FieldLook {
  /// What a text in the field is.
  enum Kind: Sendable {
    case text
    /// The id of another case, which is linked.
    case caseLink
    /// A file below attachments/, which is linked.
    case file
  }

  /// Its place among the fields of all schemas.
  let number: Int
  let kind: Kind
  let personal: Field.Personal?
  /// Ids, lots and order numbers may look like telephone numbers, and are none.
  let isNumberOfThing: Bool
  /// Stands at the right of its column.
  let isNumber: Bool
  /// Its values are best kept on one line.
  let isShort: Bool
  /// The fields of the map, or of the maps of the list, that it holds.
  let inner: SchemaLook?

  /// - Parameter inner: Of the map, or of the maps of the list, that it holds.
  init(_ field: Field, number: Int, inner: SchemaLook?) {
    self.number = number
    self.inner = inner
    let element = field.type.element
    kind =
      switch element {
      case .caseLink: .caseLink
      case .file: .file
      default: .text
      }
    personal = field.personal
    isNumberOfThing = ["part_no", "lot", "order_no", "slip", "vcar", "notice", "number"].contains(field.key)
    isNumber =
      switch field.type {
      case .count, .quantity, .quantityOr, .money, .percent, .score: true
      default: false
      }
    isShort =
      switch field.type {
      case .moment, .code, .yesNo: true
      default: isNumber
      }
  }
}

/// The fields of a map, side by side among those of all schemas.
struct SchemaLook {
  /// Of the first field.
  let start: Int
  let count: Int
  /// The field that may stand for all, by its index in the schema.
  let shorthand: Int?
  let isProduct: Bool
}
