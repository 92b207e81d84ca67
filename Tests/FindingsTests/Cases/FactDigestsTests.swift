import Testing

@testable import Findings

/// A digest that forgets a field would keep figures that have changed.
@Test func everyFactIsInTheDigests() throws {
  func fields(_ value: Any) -> Int { Mirror(reflecting: value).children.count }
  let findings = Findings(ledger([caseFile("H", "2026-03-11")]), asOf: day("2026-03-12"))
  let counted = try #require(findings.cases.first)
  #expect(fields(counted) == 19)
  #expect(fields(counted.standing) == 8)
  let detail = try #require(findings.details.first)
  #expect(fields(detail) == 10)
  #expect(fields(detail.deductions) == 4)
  // Its words and the words of all, what each digest takes in of a case, and the digests.
  #expect(fields(findings.facts) == 13)
}
