import Complaints
import Hypertext
import Templates

/// What a card shows of a record, in groups; a field that no group names has a section, so that none is ever left out.
struct CardSections {
  let record: Record
  let text: FieldText
  /// The keys that another part of the card shows.
  let elsewhere: [String]

  /// Short facts, in a grid, as a register has them.
  private static let registered = indices(of: [
    "id", "title", "received", "kind", "status", "channel", "category", "severity", "urgency", "level", "weight",
    "region", "cause_kind", "validity", "form", "written_on", "flags", "business", "branch", "process", "recorded_by",
    "owner",
    "handler", "handled", "transferred_from", "occurred", "place", "reply_by", "promised", "due", "responded",
    "contained", "closed", "reopened", "outcome", "tracked", "repeat_of", "appeal_of", "related", "followup_exempt",
    "allowance_proof", "tags", "private",
  ])
  /// What the customer says, in their words.
  private static let told = indices(of: [
    "description", "demand", "impact", "mood", "open_reason", "remark", "lesson",
  ])
  /// For each field, whether it may have a section of its own: all that do not stand above.
  private static let hasSection: [Bool] = {
    let known = Set(registered + told)
    return CaseSchema.schema.fields.indices.map { !known.contains($0) }
  }()
  /// Where the eight disciplines begin in the table of fields.
  private static let team = CaseSchema.schema.index(of: "team") ?? 0

  private static func indices(of keys: [String]) -> [Int] { keys.compactMap(CaseSchema.schema.index) }

  /// The grid of short facts.
  var registered: [TemplateValue] { facts(Self.registered) }

  /// The grid of longer texts.
  var told: [TemplateValue] { facts(Self.told) }

  /// One section for each map or list about the complaint and what was done, in the order of the table of fields.
  var opening: [TemplateValue] { sections { $0 < Self.team } }

  /// Those that come after the eight disciplines.
  var settling: [TemplateValue] { sections { $0 >= Self.team } }

  private func sections(where isMeant: (Int) -> Bool) -> [TemplateValue] {
    record.entries.compactMap { entry in
      guard isMeant(entry.field), Self.hasSection[entry.field] else { return nil }
      let field = record.schema.fields[entry.field]
      return elsewhere.contains(field.key) ? nil : section(entry.item.value, of: field)
    }
  }

  /// Keys that no field has, as they were written.
  var unknown: [TemplateValue] { record.unknown.map(unknown) }

  private func facts(_ fields: [Int]) -> [TemplateValue] {
    fields.compactMap { index in record[at: index].map { fact($0.value, of: record.schema.fields[index]) } }
  }

  private func section(_ value: Value, of field: Field) -> TemplateValue {
    var object: TemplateObject = [
      "key": .text(field.key), "label": .text(text.edition.label(of: field)),
    ]
    var (facts, table): ([TemplateValue], CardTable?) = ([], nil)
    switch value {
    case .map(let map): facts = mapFacts(map)
    case .list(let items):
      let maps = items.compactMap { if case .map(let map) = $0.value { map } else { nil } }
      if maps.isEmpty || maps.allSatisfy(\.isLoneValue) {
        facts = [fact(value, of: field)]
      } else if maps.count == 1, !["events", "attachments"].contains(field.key) {
        facts = mapFacts(maps[0])
      } else {
        table = self.table(maps, of: field)
      }
    default: facts = [fact(value, of: field)]
    }
    object.append("facts", .list(facts))
    object.append("table", table.map { .object($0.object) } ?? .none)
    object.append("half", .flag(table.map(\.isNarrow) ?? (facts.count <= 12)))
    return .object(object)
  }

  private func table(_ maps: [Record], of field: Field) -> CardTable {
    guard field.key == "events" else { return CardTable(text: text, schema: maps[0].schema, maps: maps) }
    let inOrder = maps.sorted { one, other in
      guard let time = one.moment("at") else { return false }
      return other.moment("at").map { Moment.order(time, $0) } ?? true
    }
    return CardTable(
      text: text, schema: maps[0].schema, maps: inOrder, columns: ["at", "stage", "by", "department"], last: "note"
    )
  }

  private func mapFacts(_ map: Record) -> [TemplateValue] {
    var facts: [TemplateValue] = []
    for entry in map.entries {
      let field = map.schema.fields[entry.field]
      if case .map(let inner) = entry.item.value {
        facts += mapFacts(inner)
      } else {
        facts.append(fact(entry.item.value, of: field))
      }
    }
    if let ratio = defectRate(map) { facts.append(ratio) }
    return facts + map.unknown.map(unknown)
  }

  private func unknown(_ entry: Record.Unknown) -> TemplateValue {
    fact(entry.key, Markup(text: text.running(entry.text)))
  }

  private func fact(_ value: Value, of field: Field) -> TemplateValue {
    fact(text.edition.label(of: field), text.markup(value, of: field))
  }

  /// A label and its value; what does not fit into one column of the grid takes two, or the whole row.
  private func fact(_ label: String, _ value: Markup) -> TemplateValue {
    let ems = Self.ems(of: value)
    return ["label": .text(label), "value": .markup(value), "span": .text(ems > 40 ? "w4" : ems > 14 ? "w2" : "")]
  }

  /// About how wide a text is, in widths of a Chinese character.
  private static func ems(of markup: Markup) -> Double {
    var (ascii, others, isTag) = (0, 0, false)
    for byte in markup.bytes {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { if byte < 0x80 { ascii += 1 } else { others += 1 } }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return Double(ascii) * 0.55 + Double(others) / 3
  }

  /// 不良率 is computed, never written: defective of inspected.
  private func defectRate(_ map: Record) -> TemplateValue? {
    guard map.schema === CaseSchema.product, let defective = map.quantity("defective"),
      let inspected = map.quantity("inspected"), inspected.millionths > 0
    else { return nil }
    let rate = Double(defective.millionths) / Double(inspected.millionths)
    return fact(
      text.edition.strings(CardPhrase.ratioDefective), Markup(text: text.edition.numbers.percent(rate, places: 2)))
  }
}

extension Record {
  /// Whether it holds no more than the value that stands for it.
  fileprivate var isLoneValue: Bool {
    unknown.isEmpty && entries.count == 1 && entries.first?.field == schema.shorthand
  }
}
