import Complaints
import Findings
import Testing

/// How many slips a case gets is told with its facts, before any slip is written.
@Suite struct SlipCasesTests {
  @Test(arguments: ["2026-01-31", "2026-03-10", "2026-04-30"])
  func theCountsAreThoseOfTheSlips(asOf: String) {
    let shared = Given.list(["质管部", "制造部"].map { .map(["name": .code($0)]) })
    let cases = [
      caseFile("a", "2026-01-05", ["due": .at("2026-01-20"), "departments": shared]),
      caseFile("b", "2026-01-06", ["due": .at("2026-02-20")]),
      caseFile("c", "2026-01-07", ["due": .at("2026-03-01"), "closed": .at("2026-03-05")]),
      caseFile("d", "2026-01-08", ["appeal_of": .text("c"), "due": .at("2026-02-01"), "departments": shared]),
    ]
    let findings = Findings(ledger(cases), asOf: day(asOf))
    let (told, slips) = (findings.slipCases(), findings.reminders())
    #expect(told.expedites == slips.expedites.count)
    #expect(told.inquiries == slips.inquiries.count)
    #expect(Set(told.expedited) == Set(slips.expedites.map(\.place)))
  }
}
