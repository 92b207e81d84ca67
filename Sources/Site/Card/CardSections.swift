import Complaints
import Hypertext

/// What a card shows of a record, in groups; a field that no group names has a section, so that none is ever left out.
struct CardSections {
  let record: CardRecord
  let text: FieldText
  /// The fields that another part of the card shows.
  let elsewhere: [Int]

  private var looks: CardLooks { record.looks }
  private var pieces: LentPieces { text.pieces }

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

  private static func indices(of keys: [String]) -> [Int] { keys.compactMap(CaseSchema.schema.index) }

  /// Appends the facts of a register: short ones, then longer texts, each of which takes the whole row.
  func registered(to grid: inout Markup) {
    for index in Self.registered {
      if let value = record[index] { fact(value, of: record.look(index), to: &grid) }
    }
    for index in Self.told {
      guard let value = record[index] else { continue }
      let look = record.look(index)
      grid.append(looks.label(of: look).allColumns, of: pieces)
      text.append(value, of: look, to: &grid)
      grid.append(looks.ends.fact, of: pieces)
    }
  }

  /// Appends one section for each map or list about the complaint and what was done, in the order of the table of fields.
  func opening(to grid: inout Markup) { sections(to: &grid) { $0 < CardField.team } }

  /// Those that come after the eight disciplines.
  func settling(to grid: inout Markup) { sections(to: &grid) { $0 >= CardField.team } }

  /// Appends keys that no field has, as they were written.
  func unknown(to grid: inout Markup) {
    for entry in record.map.unknown { unknown(entry, to: &grid) }
  }

  private func sections(to grid: inout Markup, where isMeant: (Int) -> Bool) {
    for field in record.fields where isMeant(field) && Self.hasSection[field] && !elsewhere.contains(field) {
      if let value = record[field] { section(value, field, to: &grid) }
    }
  }

  /// Facts take half the page's width until there are too many.
  private func section(_ value: StoredValue, _ field: Int, to grid: inout Markup) {
    let (look, section) = (record.look(field), looks.section(of: field))
    let start = grid.count
    if let table = table(value, field, look) {
      grid.append(table.isNarrow ? section.halfTable : section.allTable, of: pieces)
      table.append(to: &grid, key: looks.key(of: look))
      grid.append(looks.ends.table, of: pieces)
    } else {
      grid.append(section.halfFacts, of: pieces)
      let count = facts(value, of: look, to: &grid)
      grid.append(looks.ends.facts, of: pieces)
      if count > 12 { grid.replace(section.halfFacts, at: start, by: section.allFacts, of: pieces) }
    }
  }

  /// The table of a list of maps; `nil` where facts are enough.
  private func table(_ value: StoredValue, _ field: Int, _ look: FieldLook) -> CardTable? {
    guard case .list(let items) = value, let inner = look.inner else { return nil }
    let maps = items.maps
    guard !maps.allSatisfy({ isLoneValue($0, inner) }) else { return nil }
    if field == CardField.events { return .events(maps, inner, text) }
    if field == CardField.attachments { return .files(maps, inner, text) }
    return maps.count > 1 ? CardTable(text: text, schema: inner, maps: maps) : nil
  }

  /// Appends what is known of a field that has no table; returns how many facts that is.
  private func facts(_ value: StoredValue, of look: FieldLook, to grid: inout Markup) -> Int {
    if let inner = look.inner {
      switch value {
      case .map(let map): return mapFacts(map, inner, to: &grid)
      case .list(let items):
        var maps = items.makeIterator()
        if let map = maps.next()?.map, maps.next() == nil, !isLoneValue(map, inner) {
          return mapFacts(map, inner, to: &grid)
        }
      default: break
      }
    }
    fact(value, of: look, to: &grid)
    return 1
  }

  private func mapFacts(_ map: StoredMap, _ schema: SchemaLook, to grid: inout Markup) -> Int {
    var count = 0
    for entry in map {
      let look = looks.field(entry.field, of: schema)
      if case .map(let map) = entry.value, let inner = look.inner {
        count += mapFacts(map, inner, to: &grid)
      } else {
        fact(entry.value, of: look, to: &grid)
        count += 1
      }
    }
    if schema.isProduct, let ratio = defectRate(map) {
      fact(looks.ratioDefective, to: &grid) { $0.text(ratio) }
      count += 1
    }
    for entry in map.unknown {
      unknown(entry, to: &grid)
      count += 1
    }
    return count
  }

  private func unknown(
    _ entry: (key: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>), to grid: inout Markup
  ) {
    var value = Markup()
    text.append(running: entry.text, to: &value)
    let span: String? =
      switch value.withBytes({ Span(of: $0) }) {
      case .one: nil
      case .two: "w2"
      case .all: "w4"
      }
    grid.fact(String(decoding: entry.key, as: UTF8.self), span: span) { $0.append(value) }
  }

  private func fact(_ value: StoredValue, of look: FieldLook, to grid: inout Markup) {
    fact(looks.label(of: look), to: &grid) { text.append(value, of: look, to: &$0) }
  }

  /// Appends a label and its value; what does not fit into one column of the grid takes two, or the whole row.
  private func fact(_ label: LabelLook, to grid: inout Markup, _ value: (inout Markup) -> Void) {
    let start = grid.count
    grid.append(label.oneColumn, of: pieces)
    let begin = grid.count
    value(&grid)
    let span = grid.withBytes { Span(of: UnsafeBufferPointer(rebasing: $0[begin...])) }
    grid.append(looks.ends.fact, of: pieces)
    switch span {
    case .one: break
    case .two: grid.replace(label.oneColumn, at: start, by: label.twoColumns, of: pieces)
    case .all: grid.replace(label.oneColumn, at: start, by: label.allColumns, of: pieces)
    }
  }

  /// 不良率 is computed, never written: defective of inspected; `nil` where one of them is missing.
  private func defectRate(_ product: StoredMap) -> String? {
    guard let defective = product[CardField.Product.defective]?.quantity,
      let inspected = product[CardField.Product.inspected]?.quantity, inspected.millionths > 0
    else { return nil }
    return text.edition.numbers.percent(Double(defective.millionths) / Double(inspected.millionths), places: 2)
  }

  /// Whether a map holds no more than the value that stands for it.
  private func isLoneValue(_ map: StoredMap, _ schema: SchemaLook) -> Bool {
    var entries = map.makeIterator()
    guard let first = entries.next(), entries.next() == nil else { return false }
    return first.field == schema.shorthand && map.unknown.isEmpty
  }
}

/// How many columns of the grid a value takes.
private enum Span {
  case one, two, all

  init(of value: UnsafeBufferPointer<UInt8>) {
    // No text of so few bytes is wider than a column.
    guard value.count >= 24 else {
      self = .one
      return
    }
    let ems = Self.ems(of: value)
    self = ems > 40 ? .all : ems > 14 ? .two : .one
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
}
