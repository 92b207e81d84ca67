import Complaints
import Hypertext

/// How the fields of a map are shown: everything about them that is the same on every card, in the order of the schema.
final class SchemaLook: Sendable {
  let schema: Schema
  let fields: [FieldLook]

  init(_ schema: Schema, _ language: Language) {
    self.schema = schema
    fields = schema.fields.map { FieldLook($0, language) }
  }
}

/// How a field is shown.
final class FieldLook: Sendable {
  /// What a text in the field is.
  enum Kind: Sendable {
    case text
    /// The id of another case, which is linked.
    case caseLink
    /// A file below attachments/, which is linked.
    case file
  }

  let key: String
  /// Its name in the site's language, and the same escaped.
  let name: String
  let label: Markup
  /// The same as it stands before a value within a line.
  let inlineLabel: Markup
  /// Around a value that stands on a line of its own below another, with its label.
  let line: Enclosure
  /// Around a value in a list of pairs, with its label; the second is of the field that stands for all, whose label is
  /// only heard.
  let pair, leadingPair: Enclosure
  let kind: Kind
  /// Of a field of words.
  let vocabulary: String?
  let personal: Field.Personal?
  /// Ids, lots and order numbers may look like telephone numbers, and are none.
  let isNumberOfThing: Bool
  /// Stands at the right of its column.
  let isNumber: Bool
  /// Its values are best kept on one line.
  let isShort: Bool
  /// The fields of the map, or of the maps of the list, that it holds.
  let inner: SchemaLook?

  init(_ field: Field, _ language: Language) {
    key = field.key
    name = language == .chinese ? field.label : field.englishLabel
    label = Markup(text: name)
    (inlineLabel, line) = (Self.inline(label), Self.line(label))
    (pair, leadingPair) = (Self.pair(label, isLeading: false), Self.pair(label, isLeading: true))
    let element = field.type.element
    kind =
      switch element {
      case .caseLink: .caseLink
      case .file: .file
      default: .text
      }
    vocabulary =
      switch element {
      case .code(let vocabulary), .quantityOr(let vocabulary): vocabulary
      default: nil
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
    inner = if case .map(let schema) = element { SchemaLook(schema, language) } else { nil }
  }
}

extension FieldLook {
  private static func inline(_ label: Markup) -> Markup {
    var markup = Markup()
    markup.element("span", class: "fl") { $0.append(label) }
    markup.text(" ")
    return markup
  }

  private static func line(_ label: Markup) -> Enclosure {
    Enclosure { markup, place in
      markup.element("span", class: "fs") { line in
        line.append(inline(label))
        place(&line)
      }
    }
  }

  private static func pair(_ label: Markup, isLeading: Bool) -> Enclosure {
    Enclosure { markup, place in
      markup.element("div", class: isLeading ? "lead" : nil) { pair in
        pair.element("dt", class: isLeading ? "vh" : nil) { $0.append(label) }
        pair.element("dd", class: nil, place)
      }
    }
  }
}
