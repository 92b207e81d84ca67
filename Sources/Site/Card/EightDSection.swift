import Complaints
import Hypertext
import Templates

/// The eight disciplines of a case in their order, D0 to D8: what was found and done, and how each stands.
struct EightDSection {
  let edition: Edition
  let complaint: Complaint
  let record: Record
  let standing: Standing
  /// Every stage limit of the case.
  let stages: [StageClock]
  let text: FieldText

  /// The keys whose values stand here, and nowhere else on a card that has this section.
  static let keys = ["team", "eight_d", "containment", "root_cause", "corrective", "preventive"]
  /// What says how a measure went, which is D6; all else of it is what was chosen, D5.
  private static let outcome = ["done", "effect", "verified_by", "verified_on", "evidence"]

  /// Whether a case has gone the way of the eight disciplines: a lone cause or measure has a section of its own.
  static func isIn(_ record: Record) -> Bool {
    record["eight_d"] != nil || keys.count { record[$0] != nil } > 1
  }

  private var strings: Strings { edition.strings }

  /// Which fields of a map are shown, by their keys.
  private enum Choice {
    case all
    case except([String])
    case only([String])

    func includes(_ field: Field) -> Bool {
      switch self {
      case .all: true
      case .except(let keys): !keys.contains(field.key)
      case .only(let keys): keys.contains(field.key)
      }
    }

    var includesUnknown: Bool { if case .only = self { false } else { true } }
  }

  /// The 8D number and what else concerns all of it.
  var facts: Markup {
    var markup = Markup()
    if let map = record.map("eight_d") {
      list(map, .except(["statement", "standardised", "rolled_out_to", "customer_approved"]), in: &markup)
    }
    return markup
  }

  /// D0 to D8.
  var rows: TemplateRows {
    let marks = EightDStatus(edition: edition, complaint: complaint, record: record, standing: standing, stages: stages)
    var rows = TemplateRows(.discipline, reserving: 4096)
    for (number, phrase) in CardPhrase.disciplines.enumerated() {
      rows.row { row in
        row.text("number", "D\(number)")
        row.text("name", strings(phrase))
        row.markup("content") { content(of: number, in: &$0) }
        let isEmpty = row.withLastPrinted(\.isEmpty)
        var isBegun = false
        row.markup("status") { isBegun = marks.append(statusOf: number, to: &$0) }
        row.flag("todo", isEmpty && !isBegun)
      }
    }
    return rows
  }

  private func content(of number: Int, in markup: inout Markup) {
    let eightD = record.map("eight_d")
    switch number {
    case 1: list("team", in: &markup)
    case 2: if let map = eightD?.map("statement") { list(map, .all, in: &markup) }
    case 3: list("containment", in: &markup)
    case 4: if let map = record.map("root_cause") { list(map, .all, in: &markup) }
    case 5: list("corrective", .except(Self.outcome), in: &markup)
    case 6: list("corrective", .only(Self.outcome), in: &markup)
    case 7:
      list("preventive", in: &markup)
      if let eightD { list(eightD, .only(["standardised", "rolled_out_to"]), in: &markup) }
    case 8: if let eightD { list(eightD, .only(["customer_approved"]), in: &markup) }
    default: break
    }
  }

  private func list(_ key: String, _ choice: Choice = .all, in markup: inout Markup) {
    let maps = record.maps(key)
    guard maps.contains(where: { hasAny($0, choice) }) else { return }
    for map in maps {
      if hasAny(map, choice) {
        list(map, choice, isNumbered: maps.count > 1 && key != "team", in: &markup)
      } else {
        // A measure of which nothing is known yet keeps its number.
        markup.element("p", class: "il no", text: Numbers.missing)
      }
    }
  }

  private func hasAny(_ map: Record, _ choice: Choice) -> Bool {
    map.entries.contains { choice.includes(map.schema.fields[$0.field]) }
      || choice.includesUnknown && !map.unknown.isEmpty
  }

  /// A map as a run of labels and values, nothing for none; the label of the field that stands for it is only heard.
  private func list(_ map: Record, _ choice: Choice, isNumbered: Bool = false, in markup: inout Markup) {
    guard hasAny(map, choice) else { return }
    markup.element("dl", class: isNumbered ? "il no" : "il") { list in
      for entry in map.entries {
        let field = map.schema.fields[entry.field]
        guard choice.includes(field) else { continue }
        add(edition.label(of: field), isLead: entry.field == map.schema.shorthand, to: &list) {
          text.append(entry.item.value, of: field, to: &$0)
        }
      }
      guard choice.includesUnknown else { return }
      for entry in map.unknown { add(entry.key, isLead: false, to: &list) { $0.text(text.running(entry.text)) } }
    }
  }

  private func add(_ label: String, isLead: Bool, to list: inout Markup, _ value: (inout Markup) -> Void) {
    list.element("div", class: isLead ? "lead" : nil) { pair in
      pair.element("dt", class: isLead ? "vh" : nil, text: label)
      pair.element("dd", class: nil, value)
    }
  }
}
