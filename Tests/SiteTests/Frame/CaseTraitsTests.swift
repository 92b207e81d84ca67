import Complaints
import Digests
import Testing

@testable import Site

/// What is kept of the traits of cases comes back as it was; what changed is read anew.
struct CaseTraitsTests {
  private static let files = [
    "cases/a.md": sampleCase(
      "a", "received: 2026-10-12 09:30\nattachments: [a.pdf, { file: 图 b.png, private: yes }]\nopen_reason: 等客户",
      narrative: "见 [c](c.md)。\n"),
    "cases/b.md": sampleCase("b", "received: 2026-10-13\nprivate: yes\nattachments: [c.pdf]", narrative: "d.pdf\n"),
    "cases/c.md": sampleCase("c", "received: 2026-10-14\nrelated: [a, b]\npaused: [{ from: 2026-10-15 }]"),
    "attachments/d.pdf": "d",
  ]

  private static let asOf = Day(number: 20_757)

  private func kept(_ traits: CaseTraits) throws -> CaseTraits {
    let bytes = traits.bytes
    return try #require(bytes.withUnsafeBytes { CaseTraits($0) })
  }

  @Test func whatIsKeptComesBack() throws {
    let ledger = try SampleLedger(Self.files).edition(.team).ledger
    let traits = CaseTraits(ledger, asOf: Self.asOf)
    #expect(traits.reread == 3)
    let kept = try kept(traits)
    #expect(kept.all == traits.all)
    #expect(kept.digests == traits.digests)
    #expect(traits.all.map(\.files) == [["a.pdf", "图 b.png"], ["c.pdf"], []])
    #expect(traits.all.map(\.hiddenFiles) == [["图 b.png"], ["c.pdf", "d.pdf"], []])
    #expect(traits.all.map(\.cases) == [[], [], ["a", "b"]])
    #expect(traits.all.map(\.hasLinks) == [true, false, false])
    #expect(traits.all.map(\.isPaused) == [false, false, true])
    #expect(traits.all.map(\.saysWhyOpen) == [true, false, false])
    #expect(CaseTraits(UnsafeRawBufferPointer(start: nil, count: 0))?.all == nil)
  }

  /// What no figure tells of, since no figure counts the case: whether it is closed at the end of a day.
  @Test(arguments: [("2026-10-15", false), ("2026-10-16", true), ("2026-10-31", true)])
  func aCaseThatDoesNotCountSaysWhetherItIsOver(day: String, isOver: Bool) throws {
    let closed = "\nstatus: closed\nclosed: 2026-10-16 10:00"
    let edition = try SampleLedger([
      "cases/a.md": sampleCase("a", "received: 2026-10-12" + closed),
      "cases/b.md": sampleCase("b", "received: 2026-10-13\nappeal_of: a" + closed),
      "cases/c.md": sampleCase("c", "received: 2026-10-14\nkind: inquiry" + closed),
      "cases/d.md": sampleCase("d", "received: 2026-10-15\nstatus: void"),
    ]).edition(.team, asOf: day)
    #expect(try kept(edition.traits).all.map(\.isOver) == [false, isOver, isOver, false])
    #expect(edition.closings == [isOver, isOver, isOver, false])
  }

  @Test func anEditIsReadAndTheRestIsKnown() throws {
    let sample = try SampleLedger(Self.files)
    let former = try kept(CaseTraits(sample.edition(.team).ledger, asOf: Self.asOf))
    try sample.write(sampleCase("c", "received: 2026-10-14\nrelated: [b]"), to: "cases/c.md")
    let ledger = try sample.edition(.team).ledger
    let traits = CaseTraits(ledger, asOf: Self.asOf, kept: former)
    #expect(traits.reread == 1)
    #expect(traits.all == CaseTraits(ledger, asOf: Self.asOf).all)
  }
}
