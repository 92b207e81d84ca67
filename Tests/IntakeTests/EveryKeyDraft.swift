import Complaints

@testable import Intake

/// Which of a field's two names a draft writes.
enum KeyLanguage: CaseIterable, Sendable {
  case english, chinese

  func key(of field: Field) -> String { self == .english ? field.key : field.label }
}

/// A case file written line by line from the table of fields, which knows where each of its values stands.
struct EveryKeyDraft {
  let language: KeyLanguage
  /// Which of the wrong values of a type is written.
  let round: Int
  private(set) var lines: [String] = ["---"]
  /// What the reader should say of each value, as `line:column code`.
  private(set) var expected: [String] = []
  /// The values that a reader of such a type must refuse, and what it calls the fault.
  static func wrong(_ type: FieldType) -> [(text: String, code: String)] {
    switch type {
    case .text: [("{ 甲: 乙 }", "value.shape"), ("[甲, 乙]", "value.shape")]
    case .id, .caseLink: [("a/b", "id.invalid"), ("index", "id.invalid"), (".a", "id.invalid")]
    case .moment:
      [
        ("2026-02-30", "date.invalid"), ("03/04/2026", "date.invalid"), ("昨天", "date.invalid"),
        ("1989-12-31", "date.invalid"),
      ]
    case .count: [("1.5", "number.invalid"), ("-1", "number.invalid"), ("三", "number.invalid")]
    case .quantity, .quantityOr: [("-2", "number.invalid"), ("若干", "number.invalid"), ("1e3", "number.invalid")]
    case .money: [("USD 12", "money.currency"), ("-5", "number.invalid"), ("十元", "number.invalid")]
    case .percent: [("101", "number.invalid"), ("一半", "number.invalid"), ("-1", "number.invalid")]
    case .score: [("6", "number.invalid"), ("0", "number.invalid"), ("好", "number.invalid")]
    case .yesNo: [("或许", "yesno.invalid"), ("2", "yesno.invalid")]
    case .code(let vocabulary):
      // An open vocabulary takes any word, so only its shape can be wrong.
      Vocabulary.openNames.contains(vocabulary)
        ? [("{ 甲: 乙 }", "value.shape"), ("[甲]", "value.shape")] : [("胡写", "value.unknown"), ("[甲]", "value.shape")]
    case .processLink: [("nowhere", "process.unknown"), ("[甲]", "value.shape")]
    case .file:
      [("../a.pdf", "attachment.unsafe"), ("/a.pdf", "attachment.unsafe"), ("file:a.pdf", "attachment.unsafe")]
    case .map, .list, .oneOrMore: []
    }
  }

  /// Every leaf of a schema with a wrong value, each map and list around it as it should be.
  init(wrongLeavesOf schema: Schema, in language: KeyLanguage, round: Int) {
    self.language = language
    self.round = round
    write(schema, indent: "")
    lines.append("---")
  }

  /// Every map and list of a schema with the shape that it does not take, beside the head that a case needs.
  init(wrongShapesOf schema: Schema, in language: KeyLanguage) {
    self.language = language
    round = 0
    for field in schema.fields {
      switch field.type {
      case .map: add(language.key(of: field) + ": ", "[甲]", "value.shape")
      case .list: add(language.key(of: field) + ": ", "甲", "value.shape")
      case .oneOrMore: add(language.key(of: field) + ": ", "[[甲]]", "value.shape", offset: 1)
      default: if field.isRequired { lines.append(language.key(of: field) + ": 2026-10-12") }
      }
    }
    lines.append("---")
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func write(_ schema: Schema, indent: String) {
    for field in schema.fields { write(field, field.type, "\(indent)\(language.key(of: field)):", indent: indent) }
  }

  private mutating func write(_ field: Field, _ type: FieldType, _ head: String, indent: String) {
    switch type {
    case .map(let schema):
      lines.append(head)
      write(schema, indent: indent + "  ")
    case .list(let element), .oneOrMore(let element):
      lines.append(head)
      if case .map(let schema) = element {
        lines.append(indent + "  -")
        write(schema, indent: indent + "    ")
      } else {
        write(field, element, indent + "  -", indent: indent)
      }
    default:
      let choices = Self.wrong(type)
      let (text, code) = choices[round % choices.count]
      add(head + " ", text, code)
    }
  }

  /// A line whose value begins right after its head: columns count Unicode scalars from 1.
  private mutating func add(_ head: String, _ value: String, _ code: String, offset: Int = 0) {
    lines.append(head + value)
    expected.append("\(lines.count):\(head.unicodeScalars.count + 1 + offset) \(code)")
  }
}
