import Complaints
import Hypertext
import Templates

/// The eight disciplines of a case in their order, D0 to D8: what was found and done, and how each stands.
final class EightDSection {
  let edition: Edition
  let record: CardRecord
  let text: FieldText
  let status: EightDStatus

  init(edition: Edition, record: CardRecord, text: FieldText, status: EightDStatus) {
    (self.edition, self.record, self.text, self.status) = (edition, record, text, status)
  }

  private var looks: CardLooks { record.looks }
  private var pieces: LentPieces { text.pieces }

  /// The fields whose values stand here, and nowhere else on a card that has this section.
  static let fields = [
    CardField.team, CardField.eightD, CardField.containment, CardField.rootCause, CardField.corrective,
    CardField.preventive,
  ]

  /// Whether a case has gone the way of the eight disciplines: a lone cause or measure has a section of its own.
  static func isIn(_ record: CardRecord) -> Bool {
    record.has(CardField.eightD) || fields.count { record.has($0) } > 1
  }

  /// Which fields of a map are shown, by a bit for each.
  private struct Choice {
    private let bits: UInt64
    let includesUnknown: Bool

    static let all = Choice(bits: .max, includesUnknown: true)
    static func except(_ fields: [Int]) -> Choice { Choice(bits: ~set(fields), includesUnknown: true) }
    static func only(_ fields: [Int]) -> Choice { Choice(bits: set(fields), includesUnknown: false) }

    private static func set(_ fields: [Int]) -> UInt64 { fields.reduce(0) { $0 | 1 << UInt64($1) } }

    func includes(_ field: Int) -> Bool { bits >> UInt64(field) & 1 == 1 }
  }

  /// What says how a measure went, which is D6; all else of it is what was chosen, D5.
  private static let outcome = places(["done", "effect", "verified_by", "verified_on", "evidence"], in: "corrective")
  private static let (measure, effect) = (Choice.except(outcome), Choice.only(outcome))
  /// What of the 8D report belongs to one discipline; all else concerns all of it.
  private static let prevention = places(["standardised", "rolled_out_to"], in: "eight_d")
  private static let closing = places(["customer_approved"], in: "eight_d")
  private static let (preventing, ending) = (Choice.only(prevention), Choice.only(closing))
  private static let whole = Choice.except([CardField.statement] + prevention + closing)

  private static func places(_ keys: [String], in map: String) -> [Int] { keys.map { CardField.at(map, $0) } }

  /// The 8D number and what else concerns all of it.
  func facts(to markup: inout Markup) { list(CardField.eightD, Self.whole, in: &markup) }

  /// Appends D0 to D8.
  func disciplines(to rows: inout TemplateRows) {
    for (number, discipline) in looks.disciplines.enumerated() {
      rows.row { row in
        row.markup("number") { $0.append(discipline.number, of: pieces) }
        row.markup("name") { $0.append(discipline.name, of: pieces) }
        row.markup("content") { content(of: number, in: &$0) }
        let isEmpty = row.lastCount == 0
        var isBegun = false
        row.markup("status") { isBegun = status.append(statusOf: number, to: &$0) }
        row.flag("todo", isEmpty && !isBegun)
      }
    }
  }

  private func content(of number: Int, in markup: inout Markup) {
    switch number {
    case 1: list(CardField.team, in: &markup)
    case 2:
      if let map = record[CardField.eightD]?.map?[CardField.statement]?.map,
        let schema = record.look(CardField.eightD).inner,
        let inner = looks.field(CardField.statement, of: schema).inner
      {
        list(map, inner, .all, in: &markup)
      }
    case 3: list(CardField.containment, in: &markup)
    case 4: list(CardField.rootCause, in: &markup)
    case 5: list(CardField.corrective, Self.measure, in: &markup)
    case 6: list(CardField.corrective, Self.effect, in: &markup)
    case 7:
      list(CardField.preventive, in: &markup)
      list(CardField.eightD, Self.preventing, in: &markup)
    case 8: list(CardField.eightD, Self.ending, in: &markup)
    default: break
    }
  }

  /// Appends the map of a field, or each of its maps.
  private func list(_ field: Int, _ choice: Choice = .all, in markup: inout Markup) {
    guard let value = record[field], let schema = record.look(field).inner else { return }
    if let map = value.map { return list(map, schema, choice, in: &markup) }
    guard let maps = value.list?.maps, maps.contains(where: { hasAny($0, choice) }) else { return }
    for map in maps {
      if hasAny(map, choice) {
        list(map, schema, choice, isNumbered: maps.count > 1 && field != CardField.team, in: &markup)
      } else {
        // A measure of which nothing is known yet keeps its number.
        markup.element("p", class: "il no", text: Numbers.missing)
      }
    }
  }

  private func hasAny(_ map: StoredMap, _ choice: Choice) -> Bool {
    for entry in map where choice.includes(entry.field) { return true }
    return choice.includesUnknown && !map.unknown.isEmpty
  }

  /// A map as a run of labels and values, nothing for none; the label of the field that stands for it is only heard.
  private func list(
    _ map: StoredMap, _ schema: SchemaLook, _ choice: Choice, isNumbered: Bool = false, in markup: inout Markup
  ) {
    guard hasAny(map, choice) else { return }
    markup.element("dl", attributes: { $0.set("class", literal: isNumbered ? "il no" : "il") }) { list in
      for entry in map where choice.includes(entry.field) {
        let look = looks.field(entry.field, of: schema)
        let isLeading = entry.field == schema.shorthand
        list.append(isLeading ? looks.label(of: look).leadingPair : looks.label(of: look).pair, of: pieces)
        text.append(entry.value, of: look, to: &list)
        list.append(looks.ends.pair, of: pieces)
      }
      guard choice.includesUnknown else { return }
      for entry in map.unknown {
        list.element("div", class: nil) { pair in
          pair.element("dt", class: nil) { $0.text(entry.key) }
          pair.element("dd", class: nil) { text.append(running: entry.text, to: &$0) }
        }
      }
    }
  }
}
