import Complaints
import Findings
import Testing

@testable import Site

/// `privacy.minimum_cell`: no smaller count stands on a public page, nor can one be had by subtraction.
@Suite struct PrintedFiguresTests {
  @Test func theSampleTellsNoSmallCount() throws { try expectNoSmallCount(RepositoryLedger(.public).edition, 5) }

  @Test(arguments: Array(0..<8) as [UInt64], [3, 5])
  func drawnLedgersTellNoSmallCount(seed: UInt64, minimum: Int) throws {
    // The ledger must live as long as its templates are read.
    let ledger = try drawn(seed, minimum: minimum)
    try expectNoSmallCount(ledger.edition(.public), minimum)
  }

  private func expectNoSmallCount(_ edition: Edition, _ minimum: Int) throws {
    let attack = try PrintedAttack(edition)
    for (place, value) in attack.printed { #expect(value >= Double(minimum), "\(place)") }
    for (name, value) in attack.periods.solved() { #expect(value >= Double(minimum), "\(name)") }
    for (name, value) in attack.categories.solved() { #expect(value >= Double(minimum), "\(name)") }
  }

  /// The sample is large enough to tell something: the reader of pages above does read them.
  @Test func thePagesTellWhatTheyMay() throws {
    let edition = try RepositoryLedger(.public).edition
    let attack = try PrintedAttack(edition)
    #expect(attack.printed.count { $0.place.contains("received 2026-") } > 20)
    #expect(attack.printed.contains { $0.place == "reports/monthly/2026-10.html closed 2026-09" })
    #expect(attack.printed.contains { $0.place == "index.html 产品质量" })
    #expect(attack.printed.contains { $0.place == "reports/annual/2026.html 产品质量" })
    #expect(attack.printed.contains { $0.place == "reports/annual/2026.html received 2026" })
  }

  /// Without a minimum the same pages print small counts, and the same reader finds them.
  @Test func withoutAMinimumSmallCountsAreFound() throws {
    let edition = try drawn(7, minimum: 1).edition(.public)
    let attack = try PrintedAttack(edition)
    #expect(attack.printed.contains { $0.value < 5 })
    #expect(attack.categories.solved().values.contains { $0 < 5 })
  }
}
