import Complaints
import Hypertext
import Templates

/// Several records of one kind as a table: the fields that occur in any of them are its columns.
struct CardTable {
  let text: FieldText
  let schema: Schema
  let maps: [Record]
  /// The keys that are columns; of a table without them, all are. The rest then stands in the last column, under labels.
  var columns: [String] = []
  /// The key whose text begins the last column of a table with chosen columns.
  var last = ""

  /// More columns than a sheet of A4 has room for.
  private static let widest = 8

  private var edition: Edition { text.edition }

  /// Whether half the width of the page is enough.
  var isNarrow: Bool { columns.isEmpty && !isFiles && used.count <= 4 }

  /// The fields that any of the records has.
  private var used: [Int] {
    var isUsed = [Bool](repeating: false, count: schema.fields.count)
    for map in maps { for entry in map.entries { isUsed[entry.field] = true } }
    return isUsed.indices.filter { isUsed[$0] }
  }

  /// Appends the one row that the template prints.
  func write(to rows: inout TemplateRows) {
    let used = used
    let own = columns.isEmpty ? used : columns.compactMap { schema.index(of: $0) }.filter(used.contains)
    let tail = tail
    rows.row { row in
      row.list("columns", of: .column) { heads in
        for index in own { head(edition.label(of: schema.fields[index]), schema.fields[index].type.isNumber, &heads) }
        if let tail { head(tail, false, &heads) }
      }
      row.flag("wide", own.count + (tail == nil ? 0 : 1) > Self.widest)
      row.flag("log", !columns.isEmpty)
      row.list("rows", of: .tableRow) { rows in
        for map in maps { rows.row { $0.list("cells", of: .cell) { cells(of: map, own: own, tail: tail, to: &$0) } } }
      }
    }
  }

  private func head(_ label: String, _ isRight: Bool, _ heads: inout TemplateRows) {
    heads.row {
      $0.text("label", label)
      $0.flag("right", isRight)
    }
  }

  /// The head of the column that the program adds; `nil` without one.
  private var tail: String? {
    if let index = schema.index(of: last), !columns.isEmpty { return edition.label(of: schema.fields[index]) }
    return isFiles ? edition.strings(CardPhrase.fileSize) : nil
  }

  private var isFiles: Bool { schema === CaseSchema.attachment }

  private func cells(of map: Record, own: [Int], tail: String?, to cells: inout TemplateRows) {
    for (position, index) in own.enumerated() {
      let field = schema.fields[index]
      let isWhole = field.type.isShort ? true : nil
      cell(edition.label(of: field), isRight: field.type.isNumber, isWhole: isWhole, to: &cells) { shown in
        if let entry = map.entries.first(where: { $0.field == index }) { show(entry, of: map, in: &shown) }
        if columns.isEmpty, position == own.count - 1 { appendUnknown(of: map, to: &shown) }
      }
    }
    guard let tail else { return }
    cell(tail, isRight: false, isWhole: isFiles, to: &cells) { shown in
      if isFiles { size(of: map, in: &shown) } else { rest(of: map, without: own, in: &shown) }
    }
  }

  /// A value; of an attachment that this audience may not see, only that there is one.
  private func show(_ entry: Record.Entry, of map: Record, in markup: inout Markup) {
    let field = schema.fields[entry.field]
    if isFiles, isHidden(map), field.key != "file", field.key != "private" { return }
    text.append(entry.item.value, of: field, to: &markup)
  }

  private func isHidden(_ map: Record) -> Bool {
    map.text("file").map { edition.isHidden(attachment: $0) } ?? false
  }

  private func size(of map: Record, in markup: inout Markup) {
    guard !isHidden(map), let size = map.text("file").flatMap({ edition.attachmentSize($0) }) else { return }
    markup.text(edition.numbers.fileSize(size))
  }

  /// The text of the last column, and below it all that no column shows.
  private func rest(of map: Record, without own: [Int], in markup: inout Markup) {
    if let entry = map.entries.first(where: { schema.fields[$0.field].key == last }) {
      show(entry, of: map, in: &markup)
    }
    for entry in map.entries where !own.contains(entry.field) && schema.fields[entry.field].key != last {
      markup.element("span", class: "fs") { span in
        text.append(label: edition.label(of: schema.fields[entry.field]), to: &span)
        show(entry, of: map, in: &span)
      }
    }
    appendUnknown(of: map, to: &markup)
  }

  private func appendUnknown(of map: Record, to markup: inout Markup) {
    for entry in map.unknown {
      markup.element("span", class: "fs") { span in
        text.append(label: entry.key, to: &span)
        span.text(text.running(entry.text))
      }
    }
  }

  /// Appends a cell; `isWhole` keeps it on one line, and `nil` leaves that to its length: names stay whole, sentences turn.
  private func cell(
    _ label: String, isRight: Bool, isWhole: Bool?, to cells: inout TemplateRows, _ value: (inout Markup) -> Void
  ) {
    cells.row { cell in
      cell.text("label", label)
      cell.markup("value", value)
      let isWhole = isWhole ?? (cell.withLastPrinted(\.count) <= 18)
      cell.text("style", isWhole ? (isRight ? "nb r" : "nb") : "full")
    }
  }
}

extension FieldType {
  var isNumber: Bool {
    switch self {
    case .count, .quantity, .quantityOr, .money, .percent, .score: true
    default: false
    }
  }

  /// Whether its values are best kept on one line.
  var isShort: Bool {
    switch self {
    case .moment, .code, .yesNo: true
    default: isNumber
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
