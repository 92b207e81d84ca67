import Complaints
import Findings
import Testing

/// Every figure of the example, worked out by hand.
@Suite struct PeriodFiguresTests {
  /// January, February and March to the 10th; nil is unknown, not zero.
  static let months: [(metric: Metric, values: [Double?])] = [
    (.received, [2, 1, 1]), (.valid, [1, 1, 1]), (.closed, [1, 1, 0]), (.openEnd, [1, 1, 2]),
    (.overdueEnd, [0, 1, 1]), (.closedWithDue, [1, 1, 0]), (.closedOnTime, [1, 0, 0]), (.onTimeRate, [1, 0, nil]),
    (.completedOfReceived, [1, 0, 0]), (.medianDaysToClose, [3, 21, nil]), (.p90DaysToClose, [3, 21, nil]),
    (.medianHoursToRespond, [6, nil, nil]), (.complaintLots, [2, 5, 0]), (.shippedLots, [100, nil, 0]),
    (.complaintRate, [0.02, nil, nil]), (.defective, [5, 2, 0]), (.shippedUnits, [1_000, nil, nil]),
    (.ppm, [5_000, nil, nil]), (.cost, [125, 50, 0]), (.satisfactionMean, [4, nil, nil]),
    (.satisfactionAnswers, [1, 0, 0]), (.reopened, [0, 0, 1]), (.repeats, [0, 1, 0]),
  ]

  @Test(arguments: months) func monthsAreAsWorkedOutByHand(metric: Metric, values: [Double?]) {
    #expect(exampleFindings.periods(.month).map { $0.value(of: metric) } == values)
  }

  @Test func everyKeyIsChecked() {
    #expect(Self.months.map(\.metric) == Metric.allCases)
  }

  /// Type 7: of 3 and 21 days, the median is 12 and the 90th percentile 3 + 0.9 × 18.
  @Test func theYearGathersItsCases() throws {
    let year = try #require(exampleFindings.periods(.year).first)
    #expect(exampleFindings.periods(.year).count == 1)
    #expect([year.received, year.closed, year.openEnd, year.overdueEnd] == [4, 2, 2, 1])
    #expect(year.medianDaysToClose == 12)
    #expect(try abs(#require(year.p90DaysToClose) - 19.2) < 1e-12)
    #expect(year.shippedLots == nil, "February has no row")
  }

  @Test(arguments: [
    (PeriodKind.day, 65, "2026-01-05", "2026-03-10"), (.week, 10, "2026-W02", "2026-W11"),
    (.month, 3, "2026-01", "2026-03"), (.quarter, 1, "2026-Q1", "2026-Q1"), (.year, 1, "2026", "2026"),
  ])
  func periodsRunWithoutGaps(kind: PeriodKind, count: Int, first: String, last: String) {
    let periods = exampleFindings.periods(kind)
    #expect(periods.count == count)
    #expect(periods.first?.period.description == first)
    #expect(periods.last?.period.description == last)
    #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.period.next == $1.period })
  }

  @Test(arguments: PeriodKind.allCases) func whatIsShippedIsUnknownByDayAndWeek(kind: PeriodKind) {
    let known = exampleFindings.periods(kind).contains { $0.shippedLots != nil }
    #expect(known == (kind == .month))
  }

  /// D is due on 6 March at 23:59:59, so it is overdue at the end of the 7th, and no longer when the clock stops.
  @Test(arguments: [("2026-02-20", 0), ("2026-02-21", 1), ("2026-03-06", 1), ("2026-03-07", 2), ("2026-03-08", 1)])
  func whatIsDueInADaysLastSecondIsNotOverdueInIt(text: String, count: Int) {
    let day = day(text)
    #expect(exampleFindings.timeline.overdueCount(at: day) == count)
    #expect(exampleFindings.timeline.overdue(at: day).count == count)
  }

  @Test func figuresAreFoundByTheirPeriod() {
    let period = Period(.month, containing: day("2026-02-14"))
    #expect(exampleFindings.figures(of: period)?.received == 1)
    #expect(exampleFindings.figures(of: period.previous.previous) == nil)
    #expect(exampleFindings.figures(of: period.next.next) == nil)
  }

  @Test(arguments: [
    (Metric.received, ["A", "B"]), (.valid, ["A"]), (.closed, ["A"]), (.openEnd, ["B"]), (.overdueEnd, []),
    (.completedOfReceived, ["A", "B"]), (.medianHoursToRespond, ["A"]), (.cost, ["A"]), (.complaintRate, ["A"]),
  ])
  func figuresAreTiedToTheirCases(metric: Metric, expected: [String]) {
    let january = Period(.month, containing: day("2026-01-01"))
    #expect(ids(exampleFindings.timeline.cases(behind: metric, in: january.days)) == expected)
  }

  /// A month with a row of one product and one without a number knows no sum.
  @Test func productsAddUpToAllOnlyIfAllAreKnown() {
    let findings = Findings(
      ledger(
        [caseFile("A", "2026-01-05")],
        exposure: [
          shipped("2026-01", lots: 10, units: 5, product: "P1"),
          shipped("2026-01", lots: 20, units: nil, product: "P2"),
        ]), asOf: day("2026-01-31"))
    #expect(findings.periods(.month).map(\.shippedLots) == [30])
    #expect(findings.periods(.month).map(\.shippedUnits) == [nil])
    #expect(findings.timeline(under: "P1", of: .product).figures(.month).map(\.shippedUnits) == [5])
  }

  /// The limit of 24 hours for the first response: A answered after 6 hours, J after 30, K never.
  @Test func responsesAreMeasuredAgainstTheirLimit() {
    var settings = Settings(title: "Test", zone: shanghai)
    settings.limits = [
      LimitRule(
        name: "首次响应", stages: ["responded"], departments: [], from: .stage("received"), limit: .hours(24),
        when: Condition(), mark: Mark(line: 1, column: 1))
    ]
    let cases = [
      caseFile("A", "2026-01-05 09:00", ["responded": .at("2026-01-05 15:00")]),
      caseFile("J", "2026-01-05 09:00", ["responded": .at("2026-01-06 15:00")]), caseFile("K", "2026-01-06 09:00"),
    ]
    let findings = Findings(ledger(cases, settings: settings), asOf: day("2026-01-31"))
    let january = Period(.month, containing: day("2026-01-01"))
    // K was never answered, and its limit fell due as well.
    #expect(findings.further(of: january)?.response == Rate(1, of: 3))
    #expect(exampleFindings.further(of: january)?.response == nil)
  }
}
