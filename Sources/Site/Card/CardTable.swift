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

  /// What the template prints.
  var object: TemplateObject {
    let used = used
    let own = columns.isEmpty ? used : columns.compactMap { schema.index(of: $0) }.filter(used.contains)
    var heads: [TemplateValue] = own.map { index in
      ["label": .text(edition.label(of: schema.fields[index])), "right": .flag(schema.fields[index].type.isNumber)]
    }
    if let tail { heads.append(["label": .text(tail), "right": false]) }
    return [
      "columns": .list(heads), "wide": .flag(heads.count > Self.widest), "log": .flag(!columns.isEmpty),
      "rows": .list(maps.map { ["cells": .list(cells(of: $0, own: own))] }),
    ]
  }

  /// The head of the column that the program adds; `nil` without one.
  private var tail: String? {
    if let index = schema.index(of: last), !columns.isEmpty { return edition.label(of: schema.fields[index]) }
    return isFiles ? edition.strings(CardPhrase.fileSize) : nil
  }

  private var isFiles: Bool { schema === CaseSchema.attachment }

  private func cells(of map: Record, own: [Int]) -> [TemplateValue] {
    var cells: [TemplateValue] = own.enumerated().map { position, index in
      let field = schema.fields[index]
      var shown = map.entries.first { $0.field == index }.map { self.shown($0, of: map) } ?? Markup()
      if columns.isEmpty, position == own.count - 1 { appendUnknown(of: map, to: &shown) }
      // Names stay whole; sentences turn.
      return cell(
        shown, label: edition.label(of: field), isRight: field.type.isNumber,
        isWhole: field.type.isShort || shown.bytes.count <= 18)
    }
    if let tail {
      let shown = isFiles ? size(of: map) : rest(of: map, without: own)
      cells.append(cell(shown, label: tail, isRight: false, isWhole: isFiles))
    }
    return cells
  }

  /// A value; of an attachment that this audience may not see, only that there is one.
  private func shown(_ entry: Record.Entry, of map: Record) -> Markup {
    let field = schema.fields[entry.field]
    if isFiles, isHidden(map), field.key != "file", field.key != "private" { return Markup() }
    return text.markup(entry.item.value, of: field)
  }

  private func isHidden(_ map: Record) -> Bool {
    map.text("file").map { edition.isHidden(attachment: $0) } ?? false
  }

  private func size(of map: Record) -> Markup {
    guard !isHidden(map), let size = map.text("file").flatMap({ edition.attachmentSize($0) }) else { return Markup() }
    return Markup(text: edition.numbers.fileSize(size))
  }

  /// The text of the last column, and below it all that no column shows.
  private func rest(of map: Record, without own: [Int]) -> Markup {
    var markup = Markup()
    var facts: [(label: String, value: Markup)] = []
    for entry in map.entries where !own.contains(entry.field) {
      let field = schema.fields[entry.field]
      let shown = shown(entry, of: map)
      if field.key == last { markup = shown } else { facts.append((edition.label(of: field), shown)) }
    }
    for fact in facts {
      markup.element("span", [Attribute("class", "fs")]) { span in
        text.append(label: fact.label, to: &span)
        span.append(fact.value)
      }
    }
    appendUnknown(of: map, to: &markup)
    return markup
  }

  private func appendUnknown(of map: Record, to markup: inout Markup) {
    for entry in map.unknown {
      markup.element("span", [Attribute("class", "fs")]) { span in
        text.append(label: entry.key, to: &span)
        span.text(text.running(entry.text))
      }
    }
  }

  private func cell(_ shown: Markup, label: String, isRight: Bool, isWhole: Bool) -> TemplateValue {
    [
      "value": .markup(shown), "label": .text(label), "right": .flag(isRight), "nowrap": .flag(isWhole),
      "full": .flag(!isWhole),
    ]
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
