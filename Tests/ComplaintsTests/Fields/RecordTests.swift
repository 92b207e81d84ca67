import Complaints
import Testing

/// A case is kept as bytes: what comes out is what went in.
@Suite struct RecordTests {
  private let mark = Mark(line: 70_000, column: 3)

  private func record(_ key: String, _ value: Value) -> Record {
    let schema = CaseSchema.schema
    let entries = schema.index(of: key).map {
      [Record.Entry(field: $0, key: Mark(line: 69_990, column: 1), item: Item(value, at: mark))]
    }
    return Record(schema: schema, entries: entries ?? [])
  }

  @Test(
    arguments: [
      ("title", .text("")), ("title", .text(String(repeating: "电", count: 30_000))),
      ("category", .code("quality/noise")),
      ("received", .moment(Moment(local: 1_791_797_400, offset: 28_800))),
      ("received", .moment(Moment(local: 631_152_000, offset: -43_200, hasTime: false))),
      ("received", .moment(Moment(local: -1, offset: 50_400))), ("private", .yesNo(true)), ("private", .yesNo(false)),
      ("tags", .list([])), ("tags", .list((0..<300).map { Item(.text("\($0)"), at: Mark(line: $0 + 1, column: 9)) })),
    ] as [(String, Value)])
  func aValueComesBackAsItWas(key: String, value: Value) {
    #expect(record(key, value)[key] == Item(value, at: mark))
  }

  @Test(arguments: [0, 1, 127, 128, 16_383, 16_384, 99_999_999_999_000_000])
  func numbersOfAnySizeComeBack(number: Int) {
    let costs = CaseSchema.costs
    let entry = Record.Entry(field: 3, key: mark, item: Item(.money(Money(cents: number)), at: mark))
    let record = record("costs", .map(Record(schema: costs, entries: [entry])))
    #expect(record.map("costs")?.money(costs.fields[3].key)?.cents == number)
  }

  @Test func fieldsStandInTheOrderOfTheSchemaAndStrangersLast() {
    let fields = [5, 2, 9, 0]
    let entries = fields.map { Record.Entry(field: $0, key: mark, item: Item(.text("\($0)"), at: mark)) }
    let unknown = ["乙", "甲"].map { Record.Unknown(key: $0, text: $0 + "1", mark: mark) }
    let record = Record(schema: CaseSchema.schema, entries: entries, unknown: unknown)
    #expect(record.entries.map(\.field) == [0, 2, 5, 9])
    #expect(record.unknown == unknown)
    #expect(fields.allSatisfy { record[at: $0]?.value == .text("\($0)") })
    #expect([1, 3, 10, 80].allSatisfy { record[at: $0] == nil })
    #expect(record == Record(schema: CaseSchema.schema, entries: entries.reversed(), unknown: unknown))
  }

  @Test func nothingIsAnEmptyRecord() {
    let record = Record(schema: CaseSchema.schema, entries: [])
    #expect(record.entries.isEmpty && record.unknown.isEmpty && record.text("title") == nil)
  }
}
