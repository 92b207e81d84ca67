import Complaints
import Digests
import Testing

@testable import Site

/// Cases that name each other, directly or by way of others, are one in what pages read of them.
struct CaseSpansTests {
  private static let lines = [
    "a": "received: 2026-10-01", "b": "received: 2026-10-02\nappeal_of: a", "c": "received: 2026-10-03\nrelated: [b]",
    "d": "received: 2026-10-04", "e": "received: 2026-10-05\nrelated: [f, nobody]", "f": "received: 2026-10-06",
    "g": "received: 2026-10-07\nrelated: [f]",
  ]

  private func spans(in ledger: SampleLedger) throws -> [String: Digest] {
    let edition = try ledger.edition(.team)
    let spans = try #require(edition.inputs?()).spans
    let cases = edition.ledger.cases.enumerated()
    return Dictionary(uniqueKeysWithValues: cases.map { ($1.complaint.id, spans[$0].digest) })
  }

  @Test(arguments: [
    ("a", ["a", "b", "c"]), ("c", ["a", "b", "c"]), ("d", ["d"]), ("e", ["e", "f", "g"]), ("g", ["e", "f", "g"]),
  ])
  func anEditIsOneOfAllThatBelongTogether(id: String, changed: [String]) throws {
    let files = Self.lines.map { ("cases/\($0).md", sampleCase($0, $1)) }
    let ledger = try SampleLedger(Dictionary(uniqueKeysWithValues: files))
    let before = try spans(in: ledger)
    try ledger.write(sampleCase(id, (Self.lines[id] ?? "") + "\nowner: 张三"), to: "cases/\(id).md")
    let after = try spans(in: ledger)
    #expect(before.keys.sorted().filter { before[$0] != after[$0] } == changed)
  }
}
