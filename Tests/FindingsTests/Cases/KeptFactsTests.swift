import Complaints
import Digests
import Testing

@testable import Findings

/// Figures from what was kept of the cases are those of the cases read anew, whatever was edited in between.
@Suite struct KeptFactsTests {
  private let asOf = day("2026-02-20")

  /// The cases of a ledger counted with what was kept of another, as it comes back from a file.
  private func census(_ edited: Ledger, after former: Ledger) throws -> Census {
    var bytes: [UInt8] = []
    Census(former, asOf: asOf).keep { bytes.append(contentsOf: $0) }
    return try bytes.withUnsafeBytes { bytes in
      let kept = try #require(KeptFacts(bytes, words: former.cases.first?.record.store.words))
      return Census(edited, asOf: asOf, kept: kept)
    }
  }

  private func expectSame(_ edited: Ledger, after former: Ledger, reread: Int, _ what: String) throws {
    let census = try census(edited, after: former)
    let (findings, anew) = (Findings(census), Findings(edited, asOf: asOf))
    #expect(census.reread == reread, "\(what)")
    #expect(findings.metrics() == anew.metrics(), "\(what)")
    #expect(findings.facts.cases.map(\.place) == anew.facts.cases.map(\.place), "\(what)")
    for dimension in Dimension.allCases {
      #expect(findings.keys(of: dimension) == anew.keys(of: dimension), "\(what)")
    }
    #expect(findings.stepTimes().stages == anew.stepTimes().stages, "\(what)")
    #expect(findings.slipCases() == anew.slipCases(), "\(what)")
    var facts = findings.facts
    facts.makeDigests(jobs: 1)
    #expect(findings.facts.digests == facts.digests, "\(what)")
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func anEditIsReadAndTheRestIsKnown(seed: UInt64) throws {
    let former = randomLedger(300, seed: seed)
    let counted = Findings(former, asOf: asOf).cases.map(\.place)
    let one = counted[counted.count / 2]
    try expectSame(former, after: former, reread: 0, "nothing")
    var cases = former.cases
    let old = cases.remove(at: one)
    try expectSame(ledger(cases, exposure: former.exposure), after: former, reread: 0, "taken out")
    cases.append(
      caseFile(
        old.complaint.id, "2025-03-01 10:00",
        ["severity": .code("critical"), "owner": .text("Nobody Before"), "closed": .at("2025-03-09")]))
    try expectSame(ledger(cases, exposure: former.exposure), after: former, reread: 1, "another in its place")
    try expectSame(former, after: ledger(cases, exposure: former.exposure), reread: 1, "and back")
  }

  @Test func aCaseIsReadAnewWithItsAppeals() throws {
    let first = caseFile("A", "2026-01-05", ["costs": .map(["scrap": .cents(500)])])
    let appeal = caseFile("B", "2026-01-09", ["appeal_of": .text("A"), "costs": .map(["scrap": .cents(70)])])
    let other = caseFile("C", "2026-01-10", ["costs": .map(["scrap": .cents(3)])])
    try expectSame(ledger([first, appeal, other]), after: ledger([first, other]), reread: 1, "appealed")
    try expectSame(ledger([first, other]), after: ledger([first, appeal, other]), reread: 1, "no more")
    try expectSame(ledger([first, appeal, other]), after: ledger([first, appeal, other]), reread: 0, "as it was")
    let dearer = caseFile("B", "2026-01-09", ["appeal_of": .text("A"), "costs": .map(["scrap": .cents(71)])])
    try expectSame(ledger([first, dearer, other]), after: ledger([first, appeal, other]), reread: 1, "dearer")
  }

  @Test func nothingKeptIsNone() {
    let none = KeptFacts(UnsafeRawBufferPointer(start: nil, count: 0), words: nil)
    #expect(none?.digests == nil)
  }
}
