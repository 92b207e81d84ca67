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
  var registered: TemplateRows { facts(Self.registered) }

  /// The grid of longer texts.
  var told: TemplateRows { facts(Self.told) }

  /// One section for each map or list about the complaint and what was done, in the order of the table of fields.
  var opening: TemplateRows { sections { $0 < Self.team } }

  /// Those that come after the eight disciplines.
  var settling: TemplateRows { sections { $0 >= Self.team } }

  /// Keys that no field has, as they were written.
  var unknown: TemplateRows {
    var rows = TemplateRows(.fact)
    for entry in record.unknown { unknown(entry, to: &rows) }
    return rows
  }

  private func facts(_ fields: [Int]) -> TemplateRows {
    var rows = TemplateRows(.fact, reserving: 1024)
    for index in fields {
      if let item = record[at: index] { fact(item.value, of: record.schema.fields[index], to: &rows) }
    }
    return rows
  }

  private func sections(where isMeant: (Int) -> Bool) -> TemplateRows {
    var rows = TemplateRows(.section, reserving: 4096)
    for entry in record.entries where isMeant(entry.field) && Self.hasSection[entry.field] {
      let field = record.schema.fields[entry.field]
      if !elsewhere.contains(field.key) { section(entry.item.value, of: field, to: &rows) }
    }
    return rows
  }

  private func section(_ value: Value, of field: Field, to rows: inout TemplateRows) {
    let table = table(value, of: field)
    rows.row { row in
      row.text("key", field.key)
      row.text("label", text.edition.label(of: field))
      var facts = 0
      row.list("facts", of: .fact) { rows in
        if table == nil { facts = self.facts(value, of: field, to: &rows) }
      }
      row.list("table", of: .table) { rows in table?.write(to: &rows) }
      row.flag("half", table.map(\.isNarrow) ?? (facts <= 12))
    }
  }

  /// The table of a list of maps; `nil` where facts are enough.
  private func table(_ value: Value, of field: Field) -> CardTable? {
    guard case .list(let items) = value else { return nil }
    let maps = items.compactMap { if case .map(let map) = $0.value { map } else { nil } }
    guard let first = maps.first, !maps.allSatisfy(\.isLoneValue) else { return nil }
    if field.key == "events" { return events(maps) }
    return maps.count > 1 || field.key == "attachments" ? CardTable(text: text, schema: first.schema, maps: maps) : nil
  }

  /// In order of time.
  private func events(_ maps: [Record]) -> CardTable {
    let inOrder = maps.sorted { one, other in
      guard let time = one.moment("at") else { return false }
      return other.moment("at").map { Moment.order(time, $0) } ?? true
    }
    return CardTable(
      text: text, schema: maps[0].schema, maps: inOrder, columns: ["at", "stage", "by", "department"], last: "note")
  }

  /// Appends what is known of a field that has no table; returns how many facts that is.
  private func facts(_ value: Value, of field: Field, to rows: inout TemplateRows) -> Int {
    switch value {
    case .map(let map): return mapFacts(map, to: &rows)
    case .list(let items):
      if items.count == 1, case .map(let map) = items[0].value, !map.isLoneValue { return mapFacts(map, to: &rows) }
    default: break
    }
    fact(value, of: field, to: &rows)
    return 1
  }

  private func mapFacts(_ map: Record, to rows: inout TemplateRows) -> Int {
    var count = map.unknown.count
    for entry in map.entries {
      if case .map(let inner) = entry.item.value {
        count += mapFacts(inner, to: &rows)
      } else {
        fact(entry.item.value, of: map.schema.fields[entry.field], to: &rows)
        count += 1
      }
    }
    if let ratio = defectRate(map) {
      fact(text.edition.strings(CardPhrase.ratioDefective), to: &rows) { $0.text(ratio) }
      count += 1
    }
    for entry in map.unknown { unknown(entry, to: &rows) }
    return count
  }

  private func unknown(_ entry: Record.Unknown, to rows: inout TemplateRows) {
    fact(entry.key, to: &rows) { $0.text(text.running(entry.text)) }
  }

  private func fact(_ value: Value, of field: Field, to rows: inout TemplateRows) {
    fact(text.edition.label(of: field), to: &rows) { text.append(value, of: field, to: &$0) }
  }

  /// Appends a label and its value; what does not fit into one column of the grid takes two, or the whole row.
  private func fact(_ label: String, to rows: inout TemplateRows, _ value: (inout Markup) -> Void) {
    rows.row { row in
      row.text("label", label)
      row.markup("value", value)
      let ems = row.withLastPrinted(Self.ems)
      row.text("span", ems > 40 ? "w4" : ems > 14 ? "w2" : "")
    }
  }

  /// About how wide a text is, in widths of a Chinese character.
  private static func ems(of markup: UnsafeBufferPointer<UInt8>) -> Double {
    var (ascii, others, isTag) = (0, 0, false)
    for byte in markup {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { if byte < 0x80 { ascii += 1 } else { others += 1 } }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return Double(ascii) * 0.55 + Double(others) / 3
  }

  /// 不良率 is computed, never written: defective of inspected; `nil` where one of them is missing.
  private func defectRate(_ map: Record) -> String? {
    guard map.schema === CaseSchema.product, let defective = map.quantity("defective"),
      let inspected = map.quantity("inspected"), inspected.millionths > 0
    else { return nil }
    return text.edition.numbers.percent(Double(defective.millionths) / Double(inspected.millionths), places: 2)
  }
}

extension Record {
  /// Whether it holds no more than the value that stands for it.
  fileprivate var isLoneValue: Bool {
    unknown.isEmpty && entries.count == 1 && entries.first?.field == schema.shorthand
  }
}
