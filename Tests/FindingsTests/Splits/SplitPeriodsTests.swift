import Complaints
import Findings
import Testing

/// The figures of a key in a period, worked out by hand.
@Suite struct SplitPeriodsTests {
  /// Received in January and closed in March, 60 % on sales; received in March and open, all on sales.
  private static let findings = Findings(
    ledger([
      caseFile(
        "A", "2026-01-05 09:00",
        [
          "closed": .at("2026-03-05 09:00"), "promised": .at("2026-02-10"), "costs": .map(["freight": .cents(10_000)]),
          "departments": .list([
            .map(["name": .text("业务部"), "share": .percent(6_000)]),
            .map(["name": .text("仓储部"), "share": .percent(4_000)]),
          ]),
        ]),
      caseFile("B", "2026-03-20", ["departments": .list([.map(["name": .text("业务部")])])]),
    ]), asOf: day("2026-03-31"))

  private static let months: [(key: String, month: String, figure: SplitFigure, expected: Double?)] = [
    ("业务部", "2026-01", .received, 0.6), ("业务部", "2026-01", .share, 0.6),
    ("业务部", "2026-01", .completedOfReceived, 1), ("业务部", "2026-01", .openEnd, 0.6),
    // Nothing came and nothing went, and yet it is open and late.
    ("业务部", "2026-02", .received, 0), ("业务部", "2026-02", .openEnd, 0.6), ("业务部", "2026-02", .overdueEnd, 0.6),
    ("业务部", "2026-02", .share, nil), ("业务部", "2026-02", .onTimeRate, nil),
    ("业务部", "2026-03", .received, 1), ("业务部", "2026-03", .closed, 0.6), ("业务部", "2026-03", .closedOnTime, 0),
    ("业务部", "2026-03", .onTimeRate, 0), ("业务部", "2026-03", .cost, 60), ("业务部", "2026-03", .costPerCase, 100),
    ("业务部", "2026-03", .openEnd, 1), ("业务部", "2026-03", .overdueEnd, 0),
    // A median takes the case whole.
    ("业务部", "2026-03", .medianDaysToClose, 59), ("仓储部", "2026-03", .medianDaysToClose, 59),
    ("仓储部", "2026-03", .cost, 40),
  ]

  @Test(arguments: months.indices)
  func aFigureIsThatOfTheCasesUnderItsKey(_ index: Int) throws {
    let (key, month, figure, expected) = Self.months[index]
    let split = try #require(
      Self.findings.splitPeriods(by: .department, .month).first { $0.key == key })
    let entry = try #require(split.periods.first { $0.period.description == month })
    #expect(entry.values.count == SplitFigure.allCases.count)
    let place = try #require(SplitFigure.allCases.firstIndex(of: figure))
    #expect(entry.values[place] == expected, "\(key) \(month) \(figure)")
  }

  /// 0.29 and a third of 0.09 make 0.32: added as doubles, they would make 0.31999999999999995.
  @Test func partsThatMakeUpWholeCentsAreThose() throws {
    let names = ["业务部", "仓储部", "质管部"]
    let cases = [(29, names.prefix(1)), (9, names.prefix(3))].map { cents, names in
      caseFile(
        "A\(cents)", "2026-01-05 09:00",
        [
          "closed": .at("2026-01-06 09:00"), "costs": .map(["freight": .cents(cents)]),
          "departments": .list(names.map { .map(["name": .text($0)]) }),
        ])
    }
    let findings = Findings(ledger(cases), asOf: day("2026-01-31"))
    let place = try #require(SplitFigure.allCases.firstIndex(of: .cost))
    let split = try #require(findings.splitPeriods(by: .department, .month).first { $0.key == "业务部" })
    #expect(split.periods.map { $0.values[place] } == [0.32])
    #expect(findings.split(by: .department).first { $0.key == "业务部" }?.cost == 0.32)
  }

  /// Parts of amounts are multiplied where there is room: a third of 9 × 10^18 millionths, times 10,000.
  @Test func partsOfTheLargestAmountsAreExact() throws {
    let shares = Given.list([
      .map(["name": .text("业务部"), "share": .percent(2_500)]), .map(["name": .text("仓储部"), "share": .percent(7_500)]),
    ])
    let cases = ["2026-01-05", "2026-01-06"].map {
      caseFile($0, $0, ["product": .list([.map(["defective": .quantity(4_000_000_000_000)])]), "departments": shares])
    }
    let findings = Findings(ledger(cases), asOf: day("2026-01-31"))
    let place = try #require(SplitFigure.allCases.firstIndex(of: .defective))
    let pieces = findings.splitPeriods(by: .department, .month).map { [$0.key: $0.periods.map { $0.values[place] }] }
    #expect(pieces == [["业务部": [2e12]], ["仓储部": [6e12]]])
  }

  /// A month in which nothing is known of a key but noughts is left out.
  @Test func emptyPeriodsAreLeftOut() throws {
    let regions = Self.findings.splitPeriods(by: .department, .month)
    let warehouse = try #require(regions.first { $0.key == "仓储部" })
    #expect(warehouse.periods.map(\.period.description) == ["2026-01", "2026-02", "2026-03"])
    let quarters = Self.findings.splitPeriods(by: .owner, .quarter)
    #expect(quarters.map(\.key) == [""])
    #expect(quarters[0].periods.map(\.period.description) == ["2026-Q1"])
  }
}
