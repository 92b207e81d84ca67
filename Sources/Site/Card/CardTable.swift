import Complaints
import Hypertext

/// Several records of one kind as a table: the fields that occur in any of them are its columns.
///
/// A class, as are the other parts of a card, because what writes a row or an element holds it.
final class CardTable {
  let text: FieldText
  let schema: SchemaLook
  let maps: [StoredMap]
  /// The fields that are columns.
  private let columns: [Int]
  /// Whether those were chosen; else they are all that any of the records has.
  private let isLog: Bool
  /// The last column, which the program adds: in a table with chosen columns all that has none.
  private let tail: Tail

  enum Tail {
    case none
    /// Begins with the text of this field.
    case rest(beginning: Int)
    case fileSize
  }

  /// More columns than a sheet of A4 has room for.
  private static let widest = 8
  private static let eventColumns = [
    CardField.Event.time, CardField.Event.stage, CardField.Event.by, CardField.Event.department,
  ]

  private var edition: Edition { text.edition }
  private var looks: CardLooks { text.looks }
  private var pieces: LentPieces { text.pieces }

  /// - Parameter columns: The chosen ones, of which those are shown that any of the records has.
  init(text: FieldText, schema: SchemaLook, maps: [StoredMap], columns: [Int] = [], tail: Tail = .none) {
    (self.text, self.schema, self.maps, self.tail) = (text, schema, maps, tail)
    isLog = !columns.isEmpty
    var used: UInt64 = 0
    for map in maps { used |= map.fieldBits }
    self.columns = (isLog ? columns : Array(0..<schema.count)).filter { used >> UInt64($0) & 1 == 1 }
  }

  /// What happened, in order of time; what has no time stands last.
  static func events(_ maps: [StoredMap], _ schema: SchemaLook, _ text: FieldText) -> CardTable {
    let times = maps.map { $0[CardField.Event.time]?.moment }
    func isBefore(_ one: Moment?, _ other: Moment?) -> Bool {
      guard let one else { return false }
      return other.map { Moment.order(one, $0) } ?? true
    }
    let isInOrder = zip(times, times.dropFirst()).allSatisfy { !isBefore($1, $0) }
    let events = isInOrder ? maps : zip(maps, times).sorted { isBefore($0.1, $1.1) }.map(\.0)
    return CardTable(
      text: text, schema: schema, maps: events, columns: eventColumns,
      tail: .rest(beginning: CardField.Event.note))
  }

  static func files(_ maps: [StoredMap], _ schema: SchemaLook, _ text: FieldText) -> CardTable {
    CardTable(text: text, schema: schema, maps: maps, tail: .fileSize)
  }

  /// Whether half the width of the page is enough.
  var isNarrow: Bool {
    guard case .none = tail else { return false }
    return columns.count <= 4
  }

  /// Appends the table of the section with a key, in a region that scrolls by itself.
  func append(to section: inout Markup, key: String) {
    func region(_ tag: inout OpenTag) {
      tag.set("class", literal: "tw")
      tag.set("role", literal: "region")
      tag.set("tabindex", 0)
      tag.set("aria-labelledby", parts: "f-", key)
    }
    let tailLabel = tailLabel
    let isWide = columns.count + (tailLabel == nil ? 0 : 1) > Self.widest
    func classes(_ tag: inout OpenTag) {
      tag.set("class", words: "d stack", isWide ? "wide" : "", isLog ? "log" : "")
    }
    section.element("div", attributes: region) {
      $0.element("table", attributes: classes) { table in
        table.element("thead", class: nil) { $0.element("tr", class: nil) { heads(tailLabel, to: &$0) } }
        table.element("tbody", class: nil) { rows(tailLabel, to: &$0) }
      }
    }
    section.text("\n")
  }

  private func heads(_ tailLabel: LabelLook?, to row: inout Markup) {
    row.text("\n")
    for field in columns {
      let look = looks.field(field, of: schema)
      row.append(look.isNumber ? looks.label(of: look).headRight : looks.label(of: look).head, of: pieces)
    }
    if let tailLabel { row.append(tailLabel.head, of: pieces) }
  }

  private func rows(_ tailLabel: LabelLook?, to body: inout Markup) {
    body.text("\n")
    for map in maps {
      body.element("tr", class: nil) { row in
        cells(of: map, to: &row)
        if let tailLabel { tailCell(of: map, tailLabel, to: &row) }
      }
      body.text("\n")
    }
  }

  /// The head of the column that the program adds; `nil` without one.
  private var tailLabel: LabelLook? {
    switch tail {
    case .none: nil
    case .rest(let beginning): looks.label(of: looks.field(beginning, of: schema))
    case .fileSize: looks.fileSize
    }
  }

  private func cells(of map: StoredMap, to row: inout Markup) {
    for field in columns {
      let look = looks.field(field, of: schema)
      let label = looks.label(of: look)
      let whole = look.isNumber ? label.wholeRight : label.whole
      let start = row.count
      row.append(whole, of: pieces)
      let begin = row.count
      if let value = map[field] { show(value, field, look, of: map, in: &row) }
      if !isLog, field == columns.last { appendUnknown(of: map, to: &row) }
      // Names stay whole, sentences turn.
      let isWhole = look.isShort || row.count - begin <= 18
      row.append(looks.ends.cell, of: pieces)
      if !isWhole { row.replace(whole, at: start, by: label.sentence, of: pieces) }
    }
  }

  private func tailCell(of map: StoredMap, _ label: LabelLook, to row: inout Markup) {
    switch tail {
    case .none: return
    case .rest(let beginning):
      row.append(label.sentence, of: pieces)
      rest(of: map, beginning: beginning, in: &row)
    case .fileSize:
      row.append(label.whole, of: pieces)
      if !isHidden(map), let size = name(of: map).flatMap({ edition.attachmentSize($0) }) {
        row.text(edition.numbers.fileSize(size))
      }
    }
    row.append(looks.ends.cell, of: pieces)
  }

  /// A value; of an attachment that this audience may not see, only that there is one.
  private func show(_ value: StoredValue, _ field: Int, _ look: FieldLook, of map: StoredMap, in markup: inout Markup) {
    let isNamed = field == CardField.Attachment.file || field == CardField.Attachment.isPrivate
    if case .fileSize = tail, !isNamed, isHidden(map) { return }
    text.append(value, of: look, to: &markup)
  }

  private func isHidden(_ map: StoredMap) -> Bool {
    name(of: map).map { edition.isHidden(attachment: $0) } ?? false
  }

  private func name(of map: StoredMap) -> String? { map[CardField.Attachment.file]?.text(text.words) }

  /// The text of the last column, and below it all that no column shows.
  private func rest(of map: StoredMap, beginning: Int, in markup: inout Markup) {
    if let value = map[beginning] { show(value, beginning, looks.field(beginning, of: schema), of: map, in: &markup) }
    for entry in map where entry.field != beginning && !columns.contains(entry.field) {
      let look = looks.field(entry.field, of: schema)
      markup.append(looks.label(of: look).line, of: pieces)
      show(entry.value, entry.field, look, of: map, in: &markup)
      markup.append(looks.ends.line, of: pieces)
    }
    appendUnknown(of: map, to: &markup)
  }

  private func appendUnknown(of map: StoredMap, to markup: inout Markup) {
    for entry in map.unknown { markup.element("span", class: "fs") { text.append(unknown: entry, to: &$0) } }
  }
}

extension Numbers {
  /// The size of a file, in the units of a thousand that people know from their file lists: 84 KB, 1.4 MB.
  func fileSize(_ bytes: Int) -> String {
    if bytes < 1_000 { return count(bytes) + " B" }
    if bytes < 1_000_000 { return count((bytes + 500) / 1_000) + " KB" }
    return decimal(Double(bytes) / 1_000_000, places: 1) + " MB"
  }
}
