import Complaints
import Findings
import Testing

@Suite struct ComparisonTests {
  /// March to the 10th against 1 to 10 February, in which C came and B was closed.
  @Test(arguments: [
    (Metric.received, 1.0, 1.0, 0.0, 0.0), (.closed, 0, 1, -1, -1), (.cost, 0, 50, -50, -1), (.openEnd, 2, 1, 1, 1),
  ])
  func aRunningMonthIsComparedWithTheSameSpan(
    metric: Metric, now: Double, former: Double, difference: Double, change: Double
  ) {
    let month = Period(.month, containing: exampleFindings.asOf)
    let comparison = exampleFindings.timeline.comparison(of: metric, in: month, .previous)
    #expect(comparison.formerDays == day("2026-02-01")...day("2026-02-10"))
    #expect([comparison.now, comparison.former] == [now, former])
    #expect(comparison.difference == difference)
    #expect(comparison.change == change)
  }

  @Test func aCompleteMonthIsComparedWithTheWholeOfTheFormer() {
    let month = Period(.month, containing: day("2026-02-01"))
    let comparison = exampleFindings.timeline.comparison(of: .reopened, in: month, .previous)
    #expect(comparison.formerDays == month.previous.days)
    #expect(comparison.difference == 0)
    #expect(comparison.change == nil, "over zero")
  }

  /// Whether it is looked up or counted anew.
  @Test(arguments: PeriodKind.allCases, [Comparison.Base.previous, .yearEarlier])
  func aFormerPeriodHasTheSameFiguresBothWays(kind: PeriodKind, base: Comparison.Base) {
    for period in exampleFindings.periods(kind).map(\.period) {
      let (found, counted) = (
        exampleFindings.former(of: period, base), exampleFindings.timeline.former(of: period, base)
      )
      #expect(String(describing: found) == String(describing: counted), "\(period)")
    }
  }

  @Test func beforeTheLedgerNothingIsKnown() {
    let month = Period(.month, containing: day("2026-01-01"))
    for base in Comparison.Base.allCases {
      let comparison = exampleFindings.timeline.comparison(of: .received, in: month, base)
      #expect(comparison.former == nil && comparison.change == nil)
    }
  }

  /// The ledger begins on 20 February: of the 1st to the 5th nothing is known, of the whole month something is.
  @Test(arguments: [("2026-03-05", nil), ("2026-03-31", 1)] as [(String, Double?)])
  func aSpanBeforeTheFirstCaseIsUnknown(asOf: String, former: Double?) {
    let findings = Findings(ledger([caseFile("A", "2026-02-20")]), asOf: day(asOf))
    let month = Period(.month, containing: day(asOf))
    #expect(findings.timeline.comparison(of: .received, in: month, .previous).former == former)
  }

  /// As of a day of a period, which day of the former one ends the same span.
  @Test(arguments: [
    ("2025-03-31", PeriodKind.month, Comparison.Base.previous, "2025-02-28"),
    ("2025-03-30", .month, .yearEarlier, "2024-03-30"), ("2025-11-12", .quarter, .previous, "2025-08-12"),
    ("2024-02-29", .year, .previous, "2023-02-28"), ("2025-03-19", .week, .previous, "2025-03-12"),
    ("2025-03-19", .week, .yearEarlier, "2024-03-20"),
  ])
  func theSameSpanEndsOnTheSameDay(asOf: String, kind: PeriodKind, base: Comparison.Base, expected: String) {
    let cases = [caseFile("A", "2023-01-01")]
    let findings = Findings(ledger(cases), asOf: day(asOf))
    let period = Period(kind, containing: day(asOf))
    // A month that is over is compared as a whole, to which the 31st of March belongs.
    let end = findings.timeline.former(of: period, base)?.days.upperBound
    #expect(end == day(expected))
  }

  /// A on a Monday, B and C a week later, D a year after A, on a Tuesday of a week with the same number.
  @Test(
    arguments: [
      (PeriodKind.day, "2025-10-14", -1.0, nil), (.day, "2025-10-20", nil, nil), (.day, "2026-10-13", nil, 0.0),
      (.week, "2025-W43", 1.0, nil), (.week, "2026-W42", nil, 0), (.month, "2026-10", nil, -0.667),
      (.quarter, "2026-Q4", nil, -0.667), (.year, "2026", -0.667, -0.667),
    ] as [(PeriodKind, String, Double?, Double?)])
  func everyKindOfPeriodIsSetAgainstTheOneBeforeAndTheYearBefore(
    kind: PeriodKind, name: String, previous: Double?, yearEarlier: Double?
  ) throws {
    let files = [
      caseFile("A", "2025-10-13"), caseFile("B", "2025-10-20"), caseFile("C", "2025-10-20"),
      caseFile("D", "2026-10-13"),
    ]
    let findings = Findings(ledger(files), asOf: day("2026-12-31"))
    let change = try #require(findings.changes(kind).first { $0.period.description == name })
    func rounded(_ value: Double?) -> Double? { value.map { ($0 * 1_000).rounded() / 1_000 } }
    #expect(rounded(change.fraction(of: .received, against: .previous)) == previous)
    #expect(rounded(change.fraction(of: .received, against: .yearEarlier)) == yearEarlier)
  }
}
