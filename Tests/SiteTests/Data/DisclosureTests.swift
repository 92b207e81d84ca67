import Complaints
import Findings
import Hypertext
import Testing

@testable import Site

@Test(arguments: Array(0..<24) as [UInt64], [3, 5])
func noSmallCountCanBeWorkedOut(seed: UInt64, minimum: Int) throws {
  let edition = try drawn(seed, minimum: minimum).edition(.public)
  let document = try metricsDocument(of: edition).parsed
  for (name, value) in try periodAttack(document, on: edition).solved() {
    #expect(value >= Double(minimum), "\(name) of seed \(seed)")
  }
  for dimension in ["category", "channel", "severity", "region", "status"] {
    for (name, value) in try splitAttack(document, dimension).solved() {
      // A split of the statuses has nothing to hide: what is pending is open.
      if dimension == "status", !name.hasPrefix("received") { continue }
      #expect(value >= Double(minimum), "\(dimension) \(name) of seed \(seed)")
    }
  }
}

@Test func somethingIsLeftToShow() throws {
  let edition = try drawn(7, minimum: 5).edition(.public)
  let document = try metricsDocument(of: edition).parsed
  let periods = try #require(document["periods"] as? [String: [[String: Any]]])
  func shown(_ kind: String) -> Int { periods[kind, default: []].count { $0["received"] as? Double != nil } }
  #expect(shown("year") > 0)
  #expect(shown("month") > 0)
  #expect(shown("day") == 0)
  let dimensions = try #require(document["dimensions"] as? [String: [[String: Any]]])
  #expect(dimensions["category"]?.contains { $0["received"] as? Double != nil } == true)
}

/// The attack does find small counts where only they themselves are withheld, so its silence above means something.
@Test func theAttackFindsWhatIsWithheldAlone() throws {
  var attack = Attack()
  attack.add([("all", -1), ("a", 1), ("b", 1), ("c", 1)], sum: 0)
  attack.know("all", 20)
  attack.know("a", 9)
  attack.know("b", 8)
  #expect(attack.solved()["c"] == 3)
  let edition = try drawn(7, minimum: 5).edition(.public)
  let open = try MetricsDocument(edition.findings.metrics(), of: edition.ledger, masking: nil).parsed
  #expect(try periodAttack(open, on: edition).solved().values.contains { $0 < 5 })
  #expect(try splitAttack(open, "category").solved().values.contains { $0 < 5 })
}

@Test func thePublicSeesNeitherPeopleNorCustomersNorDepartments() throws {
  let edition = try drawn(3, minimum: 5).edition(.public)
  let text = try #require(dataPages(of: edition).first).html
  #expect(dataPages(of: edition).map(\.path.text) == ["data/metrics.json"])
  for word in ["张三", "甲公司", "品管", "\"owner\"", "\"department\""] { #expect(!text.contains(word)) }
}

@Test func withoutAMinimumNothingIsWithheld() throws {
  let cases = ["cases/a.md": sampleCase("a", "received: 2026-10-12")]
  let document = try metricsDocument(of: SampleLedger(cases).edition(.public)).parsed
  let days = try #require(document["periods"] as? [String: [[String: Any]]])["day"]
  #expect(days?.first?["received"] as? Double == 1)
}
