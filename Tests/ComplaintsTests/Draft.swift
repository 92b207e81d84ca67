import Complaints

/// A case as a test writes it: keys and texts in the order of the file, typed by the schema.
indirect enum Draft: ExpressibleByStringLiteral, Sendable {
  case text(String)
  case map([(String, Draft)])
  case list([Draft])

  init(stringLiteral text: String) { self = .text(text) }
}

/// A case file of the fields given, over an id, a title and a time of receipt.
///
/// Its keys stand from line 2 on, one a line, those inside it indented by two, values one blank after the colon; a list
/// begins on the line after its key.
func caseFile(_ fields: [(String, Draft)], path: String = "cases/261001.md") -> CaseFile {
  var typist = Typist()
  let given = Set(fields.map(\.0))
  let needed: [(String, Draft)] = [("id", "261001"), ("title", "Broken"), ("received", "2026-10-12 09:30")]
  let record = typist.record(CaseSchema.schema, needed.filter { !given.contains($0.0) } + fields, indent: 0)
  guard let complaint = Complaint(record) else { preconditionFailure("the required fields are there") }
  return CaseFile(path: path, complaint: complaint, record: record, narrative: [], narrativeLine: typist.line + 1)
}

/// Only the complaint of such a file.
func complaint(_ fields: [(String, Draft)]) -> Complaint { caseFile(fields).complaint }

/// A list of maps.
func maps(_ maps: [(String, Draft)]...) -> Draft { .list(maps.map(Draft.map)) }

let shanghai = Zone(identifier: "Asia/Shanghai", first: 28_800, changes: [])

/// The days around National Day 2026 as the State Council set them: off from Thursday 1 to Wednesday 7 October, worked
/// on Sunday 20 September and Saturday 10 October; in the hours of a usual office.
let october = WorkCalendar(
  hours: [32_400..<43_200, 46_800..<64_800],
  holidays: Set((1...7).map { day("2026-10-0\($0)") }), workdays: [day("2026-09-20"), day("2026-10-10")],
  years: [2026])

/// 2026-10-12, 2026-10-12 09:30 or 2026-10-12T09:30:15.
func moment(_ text: String, zone: Zone = shanghai) -> Moment {
  let numbers = text.split { "-: T".contains($0) }.compactMap { Int($0) }
  let day = day(String(text.prefix(10)))
  guard numbers.count > 3 else { return Moment(day: day, zone: zone) }
  let second = numbers[3] * 3_600 + numbers[4] * 60 + (numbers.count > 5 ? numbers[5] : 0)
  return Moment(day: day, second: second, zone: zone)
}

func day(_ text: String) -> Day {
  let numbers = text.split(separator: "-").compactMap { Int($0) }
  guard numbers.count == 3, let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else {
    preconditionFailure("not a day: \(text)")
  }
  return day
}

func limit(_ text: String) -> Limit {
  guard let limit = Limit(text) else { preconditionFailure("not a limit: \(text)") }
  return limit
}

/// A rule in line 1 of site.yaml.
func rule(
  _ text: String, name: String = "rule", stages: [String] = [], departments: [String] = [],
  from: LimitRule.Start = .stage("received"), when clauses: [Condition.Clause] = [], line: Int = 1
) -> LimitRule {
  LimitRule(
    name: name, stages: stages, departments: departments, from: from, limit: limit(text), when: Condition(clauses),
    mark: Mark(line: line, column: 5))
}

func settings(_ limits: [LimitRule] = [], calendar: WorkCalendar = october) -> Settings {
  var settings = Settings(title: "Ledger", zone: shanghai)
  settings.limits = limits
  settings.calendar = calendar
  return settings
}

/// Types drafts line by line.
private struct Typist {
  /// The last line that is written.
  var line = 1

  mutating func record(_ schema: Schema, _ fields: [(String, Draft)], indent: Int) -> Record {
    var entries: [Record.Entry] = []
    for (index, (key, draft)) in fields.enumerated() {
      guard let field = schema.index(of: key) else { preconditionFailure("no field \(key)") }
      // The first key of a list's item stands on the line of its dash.
      if index > 0 || indent == 0 { line += 1 }
      let mark = Mark(line: line, column: indent + 1)
      let item = item(draft, schema.fields[field].type, indent: indent, column: indent + key.count + 3)
      entries.append(Record.Entry(field: field, key: mark, item: item))
    }
    return Record(schema: schema, entries: entries)
  }

  private mutating func item(_ draft: Draft, _ type: FieldType, indent: Int, column: Int) -> Item {
    switch (draft, type) {
    case (.text(let text), .map(let schema)):
      guard let field = schema.shorthand else { preconditionFailure("no shorthand") }
      let mark = Mark(line: line, column: column)
      let lone = Item(value(text, schema.fields[field].type), at: mark)
      return Item(.map(Record(schema: schema, entries: [Record.Entry(field: field, key: mark, item: lone)])), at: mark)
    case (.text(let text), _):
      return Item(value(text, type), at: Mark(line: line, column: column))
    case (.map(let fields), .map(let schema)):
      line += 1
      let mark = Mark(line: line, column: indent + 3)
      return Item(.map(record(schema, fields, indent: indent + 2)), at: mark)
    case (.list(let drafts), .list(let inner)), (.list(let drafts), .oneOrMore(let inner)):
      let mark = Mark(line: line + 1, column: indent + 3)
      let items = drafts.map { draft in
        if case .text = draft { line += 1 }
        return item(draft, inner, indent: indent + 2, column: indent + 5)
      }
      return Item(.list(items), at: mark)
    default: preconditionFailure("a draft of another shape than its field")
    }
  }

  private func value(_ text: String, _ type: FieldType) -> Value {
    switch type {
    case .moment: .moment(moment(text))
    case .count, .score: Int(text).map { .count($0) } ?? .text(text)
    case .money: hundredths(text).map { .money(Money(cents: $0)) } ?? .text(text)
    case .percent: hundredths(text).map { .percent($0) } ?? .text(text)
    case .yesNo: .yesNo(text == "yes")
    case .code: .code(text)
    default: .text(text)
    }
  }

  private func hundredths(_ text: String) -> Int? {
    let parts = text.split(separator: ".")
    guard let whole = Int(parts[0]) else { return nil }
    guard parts.count > 1 else { return whole * 100 }
    return Int((parts[1] + "00").prefix(2)).map { whole * 100 + $0 }
  }
}
