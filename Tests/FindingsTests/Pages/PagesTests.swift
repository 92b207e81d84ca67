import Complaints
import Findings
import Testing

@Suite struct PagesTests {
  /// C is 35 days old and late; D is 8 days old and paused.
  @Test func openCasesStandByAgeAndState() {
    let buckets = exampleFindings.ageing()
    #expect(buckets.map(\.from) == [0, 8, 15, 31, 61])
    #expect(buckets.map(\.to) == [7, 14, 30, 60, nil])
    #expect(buckets.map(\.count) == [0, 1, 0, 1, 0])
    #expect(ids(buckets[1].cases(.paused)) == ["D"])
    #expect(ids(buckets[3].cases(.late)) == ["C"])
  }

  @Test(arguments: [
    ("2026-03-12", OpenState.open), ("2026-03-13", .near), ("2026-03-16", .near), ("2026-03-17", .late),
  ])
  func aCaseIsNearForThreeDaysBeforeItIsLate(asOf: String, state: OpenState) {
    let findings = Findings(
      ledger([caseFile("A", "2026-03-01", ["promised": .at("2026-03-16")])]), asOf: day(asOf))
    #expect(findings.openState(of: 0) == state)
  }

  /// From 20 February 23:59:59 to 10 March 23:59:59.
  @Test func overdueCasesTellHowLateTheyAre() {
    let overdue = exampleFindings.overdueCases()
    #expect(overdue.map { exampleFindings.complaint($0.number).id } == ["C"])
    #expect(overdue.map(\.daysLate) == [18])
  }

  @Test func openCasesStandByTheirReason() {
    let reasons = exampleFindings.openReasons()
    #expect(reasons.map(\.reason) == ["等待样品", ""])
    #expect(reasons.map { ids($0.cases) } == [["C"], ["D"]])
  }

  @Test func targetsAreMetOrMissedOrUnknown() throws {
    let january = try #require(exampleFindings.periods(.month).first)
    #expect(exampleFindings.targets(in: january).map(\.isMet) == [false, true, false])
    let february = try #require(exampleFindings.lastCompleteMonth)
    #expect(february.period.description == "2026-02")
    #expect(exampleFindings.targets(in: february).map(\.isMet) == [nil, false, true])
  }

  /// A with its two appeals, and B: 120 of rework, 55 of freight, the claim apart.
  @Test func lossesAddUpByKind() {
    let closed = exampleFindings.timeline.closed(in: day("2026-01-01")...day("2026-03-10"))
    let losses = exampleFindings.losses(of: closed)
    #expect(losses.kinds.map(\.kind) == ["rework", "freight"])
    #expect(losses.kinds.map(\.amount.cents) == [12_000, 5_500])
    #expect(losses.total == Money(cents: 17_500))
    #expect(losses.claimed == Money(cents: 100_000))
    #expect(losses.recovered == Money(cents: 1_200))
    #expect(ids(closed.only(exampleFindings.hasLosses)) == ["A", "B"])
  }

  /// Late work and a missed target are no findings by themselves: a table and a column of the pages show them.
  @Test func withoutAStatisticalGroundNothingIsNotable() {
    #expect(exampleFindings.overdueCases().count == 1)
    #expect(exampleFindings.notable().isEmpty)
  }
}
