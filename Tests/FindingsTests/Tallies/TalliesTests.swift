import Complaints
import Findings
import Testing

/// L20: days known only as numbers stand beside the cases, and in none of their figures.
struct TalliesTests {
  private func row(_ date: String, _ category: String, _ count: Int, channel: String? = nil) -> TallyRow {
    TallyRow(
      day: day(date), category: category, count: count, status: nil, result: nil, channel: channel, business: nil,
      branch: nil, product: nil, place: Place(path: "tallies/2026.csv"))
  }

  private func findings(asOf: String) -> Findings {
    Findings(
      ledger(
        [caseFile("A", "2026-01-05", ["category": .code("claim")])],
        tallies: [
          row("2026-01-31", "claim", 3, channel: "phone"), row("2026-02-01", "claim", 4), row("2026-02-03", "food", 6),
          row("2026-02-03", "system", 4), row("2026-03-01", "claim", 9),
        ]), asOf: day(asOf))
  }

  @Test(arguments: [
    ("2026-01-01", "2026-01-31", 3), ("2026-02-01", "2026-02-28", 14), ("2026-01-01", "2026-12-31", 17),
    ("2026-02-04", "2026-02-28", 0),
  ])
  func theyAreCountedByDayUpToAsOf(from: String, to: String, count: Int) {
    #expect(findings(asOf: "2026-02-28").tallies(in: day(from)...day(to)).count == count)
  }

  @Test func theyStandByFrequencyAndThoseWithoutAWordLast() {
    let all = findings(asOf: "2026-02-28").tallies(in: day("2026-01-01")...day("2026-12-31"))
    #expect(
      all.split { $0.category }.map { "\($0.word ?? "–") \($0.tallies.count)" } == ["claim 7", "food 6", "system 4"])
    #expect(all.split { $0.channel }.map { "\($0.word ?? "–") \($0.tallies.count)" } == ["phone 3", "– 14"])
  }

  @Test func noFigureOfCasesKnowsThem() {
    let findings = findings(asOf: "2026-02-28")
    #expect(findings.periods(.year).map(\.received) == [1])
    #expect(findings.split(by: .category).map(\.received) == [1])
    #expect(findings.account.found == 1)
  }

  @Test func whatIsNoComplaintThatCountsIsToldApart() {
    let findings = Findings(
      ledger([
        caseFile("a", "2026-01-01", ["kind": .code("inquiry")]), caseFile("b", "2026-01-02", ["kind": .code("notice")]),
        caseFile("c", "2026-01-03", ["kind": .code("suggestion")]),
        caseFile("d", "2026-01-04", ["status": .code("void")]),
        caseFile("e", "2026-01-05", ["kind": .code("inquiry"), "status": .code("void")]),
        caseFile("f", "2026-01-06", ["appeal_of": .text("g")]), caseFile("g", "2026-01-01"),
        caseFile("h", "2026-02-01", ["kind": .code("inquiry")]),
        caseFile("i", "2026-03-01", ["kind": .code("inquiry")]),
      ]), asOf: day("2026-02-28"))
    func ids(_ places: [Int]) -> [String] { places.map { findings.ledger.cases[$0].complaint.id } }
    let january = findings.besides(in: day("2026-01-01")...day("2026-01-31"))
    #expect(ids(january.inquiries) == ["a"] && ids(january.notices) == ["b"] && ids(january.suggestions) == ["c"])
    #expect(ids(january.voids) == ["d", "e"] && ids(january.appeals) == ["f"])
    #expect(ids(findings.besides(in: day("2026-02-01")...day("2026-12-31")).inquiries) == ["h"])
    #expect(findings.besides(in: day("2025-01-01")...day("2025-12-31")).isEmpty)
  }
}
