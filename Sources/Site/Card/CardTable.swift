import Complaints
import Hypertext
import Templates

/// Several records of one kind as a table: the fields that occur in any of them are its columns.
struct CardTable {
  let text: FieldText
  let looks: SchemaLook
  let maps: [StoredMap]
  /// The fields that are columns; of a table without them, all are.
  private let columns: [Int]
  /// The last column, which the program adds: in a table with chosen columns all that has none.
  private let tail: Tail
  /// The fields that any of the records has.
  private let used: [Int]

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

  init(text: FieldText, looks: SchemaLook, maps: [StoredMap], columns: [Int] = [], tail: Tail = .none) {
    (self.text, self.looks, self.maps, self.columns, self.tail) = (text, looks, maps, columns, tail)
    var isUsed = [Bool](repeating: false, count: looks.fields.count)
    for map in maps { for entry in map { isUsed[entry.field] = true } }
    used = isUsed.indices.filter { isUsed[$0] }
  }

  /// What happened, in order of time; what has no time stands last.
  static func events(_ maps: [StoredMap], _ looks: SchemaLook, _ text: FieldText) -> CardTable {
    var events = maps.map { (map: $0, time: $0[CardField.Event.time]?.moment) }
    func isBefore(_ one: Moment?, _ other: Moment?) -> Bool {
      guard let one else { return false }
      return other.map { Moment.order(one, $0) } ?? true
    }
    let isInOrder = zip(events, events.dropFirst()).allSatisfy { !isBefore($1.time, $0.time) }
    if !isInOrder { events.sort { isBefore($0.time, $1.time) } }
    return CardTable(
      text: text, looks: looks, maps: events.map(\.map), columns: eventColumns,
      tail: .rest(beginning: CardField.Event.note))
  }

  static func files(_ maps: [StoredMap], _ looks: SchemaLook, _ text: FieldText) -> CardTable {
    CardTable(text: text, looks: looks, maps: maps, tail: .fileSize)
  }

  /// Whether half the width of the page is enough.
  var isNarrow: Bool {
    guard case .none = tail else { return false }
    return used.count <= 4
  }

  /// Appends the one row that the template prints.
  func write(to rows: inout TemplateRows) {
    let own = columns.isEmpty ? used : columns.filter(used.contains)
    let tailLabel = tailLabel
    rows.row { row in
      row.list("columns", of: .column) { heads in
        for index in own { head(looks.fields[index].label, looks.fields[index].isNumber, &heads) }
        if let tailLabel { head(tailLabel, false, &heads) }
      }
      row.flag("wide", own.count + (tailLabel == nil ? 0 : 1) > Self.widest)
      row.flag("log", !columns.isEmpty)
      row.list("rows", of: .tableRow) { rows in
        for map in maps {
          rows.row { row in
            row.list("cells", of: .cell) { cells in
              self.cells(of: map, own, to: &cells)
              if let tailLabel { tailCell(of: map, own, tailLabel, to: &cells) }
            }
          }
        }
      }
    }
  }

  private func head(_ label: Markup, _ isRight: Bool, _ heads: inout TemplateRows) {
    heads.row {
      $0.markup("label", label)
      $0.flag("right", isRight)
    }
  }

  /// The head of the column that the program adds; `nil` without one.
  private var tailLabel: Markup? {
    switch tail {
    case .none: nil
    case .rest(let beginning): looks.fields[beginning].label
    case .fileSize: edition.cardWords.fileSize
    }
  }

  private func cells(of map: StoredMap, _ own: [Int], to cells: inout TemplateRows) {
    for (position, index) in own.enumerated() {
      let look = looks.fields[index]
      cell(look.label, isRight: look.isNumber, isWhole: look.isShort ? true : nil, to: &cells) { shown in
        if let value = map[index] { show(value, index, of: map, in: &shown) }
        if columns.isEmpty, position == own.count - 1 { appendUnknown(of: map, to: &shown) }
      }
    }
  }

  private func tailCell(of map: StoredMap, _ own: [Int], _ label: Markup, to cells: inout TemplateRows) {
    switch tail {
    case .none: break
    case .rest(let beginning):
      cell(label, isRight: false, isWhole: false, to: &cells) {
        rest(of: map, without: own, beginning: beginning, in: &$0)
      }
    case .fileSize:
      cell(label, isRight: false, isWhole: true, to: &cells) { shown in
        guard !isHidden(map), let size = name(of: map).flatMap({ edition.attachmentSize($0) }) else { return }
        shown.text(edition.numbers.fileSize(size))
      }
    }
  }

  /// A value; of an attachment that this audience may not see, only that there is one.
  private func show(_ value: StoredValue, _ field: Int, of map: StoredMap, in markup: inout Markup) {
    let isNamed = field == CardField.Attachment.file || field == CardField.Attachment.isPrivate
    if case .fileSize = tail, !isNamed, isHidden(map) { return }
    text.append(value, of: looks.fields[field], to: &markup)
  }

  private func isHidden(_ map: StoredMap) -> Bool {
    name(of: map).map { edition.isHidden(attachment: $0) } ?? false
  }

  private func name(of map: StoredMap) -> String? { map[CardField.Attachment.file]?.text(text.words) }

  /// The text of the last column, and below it all that no column shows.
  private func rest(of map: StoredMap, without own: [Int], beginning: Int, in markup: inout Markup) {
    if let value = map[beginning] { show(value, beginning, of: map, in: &markup) }
    for entry in map where entry.field != beginning && !own.contains(entry.field) {
      markup.append(looks.fields[entry.field].line) { show(entry.value, entry.field, of: map, in: &$0) }
    }
    appendUnknown(of: map, to: &markup)
  }

  private func appendUnknown(of map: StoredMap, to markup: inout Markup) {
    for entry in map.unknown { markup.element("span", class: "fs") { text.append(unknown: entry, to: &$0) } }
  }

  /// Appends a cell; `isWhole` keeps it on one line, and `nil` leaves that to its length: names stay whole, sentences turn.
  private func cell(
    _ label: Markup, isRight: Bool, isWhole: Bool?, to cells: inout TemplateRows, _ value: (inout Markup) -> Void
  ) {
    cells.row { cell in
      cell.markup("label", label)
      cell.markup("value", value)
      let isWhole = isWhole ?? (cell.lastCount <= 18)
      cell.text("style", isWhole ? (isRight ? "nb r" : "nb") : "full")
    }
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
