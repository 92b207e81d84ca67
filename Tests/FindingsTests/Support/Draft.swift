import Complaints

/// A value for a field of a case that a test writes down.
indirect enum Given {
  case text(String)
  case code(String)
  /// 2026-01-05 or 2026-01-05 09:30, on Shanghai's wall clock.
  case at(String)
  case count(Int)
  /// In pieces.
  case quantity(Double)
  /// In hundredths of the unit.
  case cents(Int)
  /// In hundredths of a percent.
  case percent(Int)
  case yesNo(Bool)
  case list([Given])
  case map(KeyValuePairs<String, Given>)
}

let shanghai = Zone(identifier: "Asia/Shanghai", first: 28_800, changes: [])

/// The day that a text such as 2026-01-05 names.
func day(_ text: String) -> Day {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  guard parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
    preconditionFailure("a test names a day that does not exist: \(text)")
  }
  return day
}

func moment(_ text: String) -> Moment {
  let parts = text.split(separator: " ")
  let clock = parts.dropFirst().first?.split(separator: ":").compactMap { Int($0) }
  guard let clock else { return Moment(day: day(text), zone: shanghai) }
  return Moment(day: day(String(parts[0])), second: clock[0] * 3_600 + clock[1] * 60, zone: shanghai)
}

/// A case file with the given fields besides the required ones.
func caseFile(_ id: String, _ received: String, _ fields: KeyValuePairs<String, Given> = [:]) -> CaseFile {
  caseFile(id, received, fields: fields.map { ($0.key, $0.value) })
}

func caseFile(_ id: String, _ received: String, fields: [(String, Given)]) -> CaseFile {
  let required: [(String, Given)] = [
    ("id", .text(id)), ("title", .text("Title of \(id)")), ("received", .at(received)),
  ]
  let record = record(CaseSchema.schema, required + fields)
  guard let complaint = Complaint(record) else { preconditionFailure("a case has an id, a title and a date") }
  return CaseFile(path: "cases/\(id).md", complaint: complaint, record: record, narrative: [], narrativeLine: 1)
}

private let mark = Mark(line: 1, column: 1)

private func record(_ schema: Schema, _ fields: [(String, Given)]) -> Record {
  Record(
    schema: schema,
    entries: fields.map { key, given in
      guard let index = schema.index(of: key) else { preconditionFailure("no field is called \(key)") }
      return Record.Entry(
        field: index, key: mark, item: Item(value(given, schema.fields[index].type), at: mark))
    })
}

private func value(_ given: Given, _ type: FieldType) -> Value {
  switch (given, type) {
  case (.list(let items), .list(let type)), (.list(let items), .oneOrMore(let type)):
    .list(items.map { Item(value($0, type), at: mark) })
  case (.map(let fields), .map(let schema)): .map(record(schema, fields.map { ($0.key, $0.value) }))
  case (.text(let text), _): .text(text)
  case (.code(let code), _): .code(code)
  case (.at(let text), _): .moment(moment(text))
  case (.count(let count), _): .count(count)
  case (.quantity(let pieces), _): .quantity(Quantity(millionths: Int((pieces * 1_000_000).rounded())))
  case (.cents(let cents), _): .money(Money(cents: cents))
  case (.percent(let hundredths), _): .percent(hundredths)
  case (.yesNo(let answer), _): .yesNo(answer)
  default: preconditionFailure("a list or map is given where the schema has none")
  }
}

/// A ledger of cases in the order of the ledger: by time received, then id.
func ledger(
  _ cases: [CaseFile], rejected: [String] = [], exposure: [ExposureRow] = [], tallies: [TallyRow] = [],
  settings: Settings = Settings(title: "Test", zone: shanghai)
) -> Ledger {
  let sorted = cases.sorted { one, other in
    let (a, b) = (one.complaint, other.complaint)
    if Moment.order(a.received, b.received) { return true }
    return Moment.order(b.received, a.received) ? false : a.id < b.id
  }
  return Ledger(
    settings: settings, cases: sorted, rejected: rejected, exposure: exposure, tallies: tallies, narratives: [],
    pages: [], attachments: [], diagnostics: [])
}

/// What was shipped in a month, 2026-01.
func shipped(_ month: String, lots: Int?, units: Int?, product: String? = nil) -> ExposureRow {
  ExposureRow(
    month: Period(.month, containing: day(month + "-01")), product: product, shippedLots: lots, acceptedLots: nil,
    shippedUnits: units, place: Place(path: "exposure/2026.csv"))
}
