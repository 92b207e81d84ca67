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

  /// The 8D number and what else concerns all of it.
  var facts: [TemplateValue] {
    guard let map = record.map("eight_d") else { return [] }
    let markup = list(map, except: ["statement", "standardised", "rolled_out_to", "customer_approved"])
    return markup.isEmpty ? [] : [["markup": .markup(markup)]]
  }

  /// D0 to D8.
  var rows: [TemplateValue] {
    let marks = EightDStatus(edition: edition, complaint: complaint, record: record, standing: standing, stages: stages)
    return CardPhrase.disciplines.enumerated().map { number, phrase in
      let (content, status) = (content(of: number), marks.status(of: number))
      return [
        "number": .text("D\(number)"), "name": .text(strings(phrase)), "content": .markup(content),
        "status": .markup(status.markup), "todo": .flag(content.isEmpty && !status.isBegun),
      ]
    }
  }

  private func content(of number: Int) -> Markup {
    let eightD = record.map("eight_d")
    return switch number {
    case 1: list("team")
    case 2: eightD?.map("statement").map { list($0) } ?? Markup()
    case 3: list("containment")
    case 4: record.map("root_cause").map { list($0) } ?? Markup()
    case 5: list("corrective", except: Self.outcome)
    case 6: list("corrective", only: Self.outcome)
    case 7: joined(list("preventive"), eightD.map { list($0, only: ["standardised", "rolled_out_to"]) })
    case 8: eightD.map { list($0, only: ["customer_approved"]) } ?? Markup()
    default: Markup()
    }
  }

  private func joined(_ one: Markup, _ other: Markup?) -> Markup {
    var markup = one
    if let other { markup.append(other) }
    return markup
  }

  private func list(_ key: String, except left: [String] = [], only chosen: [String]? = nil) -> Markup {
    let maps = record.maps(key)
    let lists = maps.map { list($0, except: left, only: chosen, isNumbered: maps.count > 1 && key != "team") }
    // A measure of which nothing is known yet keeps its number.
    guard lists.contains(where: { !$0.isEmpty }) else { return Markup() }
    var markup = Markup()
    for list in lists {
      guard list.isEmpty else {
        markup.append(list)
        continue
      }
      markup.element("p", [Attribute("class", "il no")], text: Numbers.missing)
    }
    return markup
  }

  /// A map as a run of labels and values; the label of the field that stands for it is only heard.
  private func list(
    _ map: Record, except left: [String] = [], only chosen: [String]? = nil, isNumbered: Bool = false
  ) -> Markup {
    let entries = map.entries.filter { entry in
      let key = map.schema.fields[entry.field].key
      return chosen?.contains(key) ?? !left.contains(key)
    }
    let unknown = chosen == nil ? map.unknown : []
    guard !entries.isEmpty || !unknown.isEmpty else { return Markup() }
    var markup = Markup()
    markup.element("dl", [Attribute("class", isNumbered ? "il no" : "il")]) { list in
      for entry in entries {
        let field = map.schema.fields[entry.field]
        let value = text.markup(entry.item.value, of: field)
        add(edition.label(of: field), value, isLead: entry.field == map.schema.shorthand, to: &list)
      }
      for entry in unknown { add(entry.key, Markup(text: text.running(entry.text)), isLead: false, to: &list) }
    }
    return markup
  }

  private func add(_ label: String, _ value: Markup, isLead: Bool, to list: inout Markup) {
    list.element("div", [Attribute("class", isLead ? "lead" : nil)]) { pair in
      pair.element("dt", [Attribute("class", isLead ? "vh" : nil)], text: label)
      pair.element("dd") { $0.append(value) }
    }
  }
}
