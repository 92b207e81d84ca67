import Complaints
import Findings
import Hypertext
import Testing

@testable import Site

/// A ledger drawn from a seed: 12 to 130 cases in 14 months.
private func drawn(_ seed: UInt64, minimum: Int) throws -> SampleLedger {
  var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  func draw(_ limit: Int) -> Int {
    // Knuth's MMIX generator; the high bits are the good ones.
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  var files = ["site.yaml": "title: 看板\nprivacy: { minimum_cell: \(minimum) }\n"]
  var exposure = "period,product,shipped_lots,accepted_lots,shipped_units\n"
  for month in 0..<14 { exposure += "\(2025 + (month + 8) / 12)-\(two((month + 8) % 12 + 1)),,500,500,90000\n" }
  files["exposure/a.csv"] = exposure
  let leaves = ["q/a", "q/b", "q/c", "d/a", "d/b", "s/a"]
  for number in 0..<(12 + draw(120)) {
    let month = draw(14)
    let (year, name) = (2025 + (month + 8) / 12, two((month + 8) % 12 + 1))
    var lines = "received: \(year)-\(name)-\(two(draw(9) + 1)) 09:00\ncategory: \(leaves[min(draw(6), draw(6))])\n"
    lines += "channel: \(["phone", "email", "web"][min(draw(3), draw(3))])\n"
    lines += "validity: \(draw(8) == 0 ? "invalid" : "valid")\nowner: 张三\ncustomer: 甲公司\ndepartments: [品管]\n"
    lines += "product: { part_no: P\(draw(3)), lots: \(draw(2) + 1), defective: \(draw(4)) }\n"
    if draw(10) > 0 { lines += "due: \(year)-\(name)-20\n" }
    if draw(4) > 0 {
      lines +=
        "status: closed\nclosed: \(year)-\(name)-\(two(draw(14) + 12)) 10:00\ncosts: { travel: \(draw(3) * 50) }\n"
      if draw(2) == 0 { lines += "satisfaction: \(draw(5) + 1)\n" }
    } else {
      lines += "status: pending\n"
    }
    files["cases/c\(number).md"] = sampleCase("c\(number)", lines)
  }
  return try SampleLedger(files)
}

private let added = [
  "received", "valid", "closed", "closed_with_due", "closed_on_time", "complaint_lots", "satisfaction_answers",
  "repeats",
]

/// All that metrics.json tells of the periods, as equations.
private func periodAttack(_ document: [String: Any], on edition: Edition) throws -> Attack {
  var attack = Attack()
  let periods = try #require(document["periods"] as? [String: [[String: Any]]])
  let months = edition.findings.periods(.month)
  for kind in [PeriodKind.month, .quarter, .year] {
    for (figures, row) in zip(edition.findings.periods(kind), periods[kind.rawValue] ?? []) {
      let inside = months.filter { $0.period.first >= figures.period.first && $0.period.last <= figures.period.last }
      let before = months.filter { $0.period.last <= figures.period.last }
      for key in added {
        if kind != .month {
          attack.add([("\(key) \(figures.period)", -1)] + inside.map { ("\(key) \($0.period)", 1) }, sum: 0)
        }
        if let value = row[key] as? Double { attack.know("\(key) \(figures.period)", value) }
      }
      if let open = row["open_end"] as? Double { attack.know("open \(figures.period)", open) }
      attack.add(
        [("open \(figures.period)", -1)] + before.map { ("received \($0.period)", 1) }
          + before.map { ("closed \($0.period)", -1) }, sum: 0)
      if let rate = row["complaint_rate"] as? Double, let shipped = row["shipped_lots"] as? Double {
        attack.know("complaint_lots \(figures.period)", rate * shipped)
      }
    }
  }
  for chart in try #require(document["control_charts"] as? [[String: Any]]) {
    let points = try #require(chart["points"] as? [[String: Any]])
    guard let center = points.compactMap({ $0["center"] as? Double }).first else { continue }
    let names = points.compactMap { $0["period"] as? String }
    if chart["id"] as? String == "received" {
      attack.add(names.map { ("received \($0)", 1) }, sum: center * Double(points.count))
    } else if chart["id"] as? String == "complaint_rate" {
      let base = points.reduce(0) { $0 + ($1["n"] as? Double ?? 0) }
      attack.add(names.map { ("complaint_lots \($0)", 1) }, sum: (center * base).rounded())
    }
  }
  return attack
}

/// All that metrics.json tells of one dimension whose keys share out the cases, as equations.
private func splitAttack(_ document: [String: Any], _ dimension: String) throws -> Attack {
  var attack = Attack()
  let dimensions = try #require(document["dimensions"] as? [String: [[String: Any]]])
  let account = try #require(document["account"] as? [String: Any])
  let rows = dimensions[dimension] ?? []
  let keys = rows.compactMap { $0["key"] as? String }
  for (key, row) in zip(keys, rows) {
    attack.add([("received \(key)", 1), ("closed \(key)", -1), ("open \(key)", -1)], sum: 0)
    for figure in ["received", "closed", "open", "overdue"] {
      if let value = row[figure] as? Double { attack.know("\(figure) \(key)", value) }
    }
    let children = keys.filter { $0.hasPrefix(key + "/") }
    for figure in ["received", "closed", "open", "overdue"] where !children.isEmpty {
      attack.add([("\(figure) \(key)", -1)] + children.map { ("\(figure) \($0)", 1) }, sum: 0)
    }
  }
  let top = keys.filter { !$0.contains("/") }
  if let all = account["published"] as? Double { attack.add(top.map { ("received \($0)", 1) }, sum: all) }
  let closed = dimensions["status"]?.first { $0["key"] as? String == "closed" }?["received"] as? Double
  if let closed { attack.add(top.map { ("closed \($0)", 1) }, sum: closed) }
  return attack
}

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
  let open = try JSON(edition.findings.metrics()).parsed
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
