import Complaints

/// A case file that gives every field of the table of fields, each a value of its own, and what a card should show of it.
struct EveryKeyCase {
  /// The names and forms that the file is written in.
  enum Writing: CaseIterable { case english, chinese }

  /// A value as the card should show it, under one of these labels.
  struct Fact: Hashable {
    let path: String
    let labels: [String]
    let shown: String
  }

  let writing: Writing
  /// How many maps each list of maps has.
  let size: Int
  let settings: Settings
  private(set) var lines: [String] = []
  private(set) var facts: [Fact] = []
  private var number = 0

  init(_ writing: Writing, size: Int, settings: Settings) {
    self.writing = writing
    self.size = size
    self.settings = settings
    write(CaseSchema.schema, indent: "", path: "", parent: nil)
  }

  var text: String { "---\n" + lines.joined(separator: "\n") + "\n---\n叙述。\n" }

  private mutating func write(_ schema: Schema, indent: String, path: String, parent: String?) {
    for (index, field) in schema.fields.enumerated() {
      // The value that may stand for the whole map is also shown under the map's label.
      let labels = [field.label] + (index == schema.shorthand ? [parent].compactMap { $0 } : [])
      let head = indent + (writing == .english ? field.key : field.label) + ":"
      write(field.type, head: head, indent: indent, path: path + field.key, labels: labels)
    }
  }

  private mutating func write(_ type: FieldType, head: String, indent: String, path: String, labels: [String]) {
    switch type {
    case .map(let schema):
      lines.append(head)
      write(schema, indent: indent + "  ", path: path + ".", parent: labels[0])
    case .list(.map(let schema)), .oneOrMore(.map(let schema)):
      lines.append(head)
      for _ in 0..<size {
        lines.append(indent + "  -")
        write(schema, indent: indent + "    ", path: path + ".", parent: labels[0])
      }
    case .list(let element), .oneOrMore(let element):
      lines.append(head)
      for _ in 0..<2 { write(element, head: indent + "  -", indent: indent, path: path, labels: labels) }
    default:
      number += 1
      let (english, chinese, shown) = value(type, number)
      lines.append("\(head) \(writing == .english ? english : chinese)")
      facts.append(Fact(path: path, labels: labels, shown: shown))
    }
  }

  /// A value as either writing has it, and as a card in Chinese shows it.
  private func value(_ type: FieldType, _ n: Int) -> (english: String, chinese: String, shown: String) {
    switch type {
    case .text: return ("文字\(n)。", "文字\(n)。", "文字\(n)。")
    case .id, .caseLink: return ("C-\(n)", "C-\(n)", "C-\(n)")
    case .moment: return moment(n)
    case .count: return ("\(1_000 + n)", fullWidth(1_000 + n), grouped(1_000 + n))
    case .quantity: return ("\(1_000 + n).5", "\"\(grouped(1_000 + n)).5\"", "\(grouped(1_000 + n)).5")
    case .money: return ("\(1_000 + n).5", "¥\(grouped(1_000 + n)).50", "\(grouped(1_000 + n)).50 元")
    case .percent: return ("\(n % 90).25", "\(n % 90).25％", "\(n % 90).25%")
    case .score: return ("\(n % 5 + 1)", fullWidth(n % 5 + 1), "\(n % 5 + 1)")
    case .yesNo: return n % 2 == 0 ? ("yes", "是", "是") : ("no", "否", "否")
    case .code(let name), .quantityOr(let name): return word(name, n)
    case .processLink: return ("returns", "returns", "returns")
    case .file: return ("a.pdf", "a.pdf", "a.pdf")
    case .map, .list, .oneOrMore: preconditionFailure("a single value is asked for")
    }
  }

  /// Every other with a time of day.
  private func moment(_ n: Int) -> (String, String, String) {
    let day = Day(number: 20_454 + n)  // 20,454 is 2026-01-01, counted from 1970-01-01.
    let (year, month, date) = day.parts
    let time = n % 2 == 0 ? " 09:30" : ""
    return ("\(day)\(time)", "\(year)年\(month)月\(date)日\(time)", "\(day)\(time)")
  }

  private func word(_ name: String, _ n: Int) -> (String, String, String) {
    let terms = settings.vocabularies[name].terms
    guard !terms.isEmpty else { return ("词\(n)", "词\(n)", "词\(n)") }
    let term = terms[n % terms.count]
    let label = term.label(.chinese)
    guard let parent = term.parent else { return (term.code, label, label) }
    let above = settings.vocabularies[name].label(of: parent, .chinese)
    return (term.code, "\(above)/\(label)", "\(above) / \(label)")
  }

  private func grouped(_ number: Int) -> String {
    let rest = String(number % 1_000)
    return "\(number / 1_000),\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  private func fullWidth(_ number: Int) -> String {
    String(String.UnicodeScalarView("\(number)".unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
  }
}
