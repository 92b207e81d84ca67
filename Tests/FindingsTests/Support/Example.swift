import Complaints
import Findings

/// Nine files of which four count as of 2026-03-10, a Tuesday; small enough to work out every figure by hand.
///
/// - A: closed in time in January; its appeal G and that one's appeal I cost something too.
/// - B: invalid, without a time of receipt, closed late in February.
/// - C: open, overdue from 21 February on, repeats A.
/// - D: closed and reopened in March, due on the 6th, paused from the 8th on.
let example = ledger(
  [
    caseFile(
      "A", "2026-01-05 09:00",
      [
        "closed": .at("2026-01-08 09:00"), "status": .code("closed"), "responded": .at("2026-01-05 15:00"),
        "due": .map(["until": .at("2026-01-10")]), "category": .code("quality/electrical"), "channel": .code("phone"),
        "product": .list([
          .map(["part_no": .text("P1"), "name": .code("电容"), "lots": .count(2), "defective": .quantity(5)])
        ]),
        "departments": .list([
          .map(["name": .code("制造部"), "share": .percent(7000)]),
          .map(["name": .code("业务部"), "share": .percent(3000)]),
        ]),
        "costs": .map(["claim": .cents(100_000), "rework": .cents(10_000)]),
        "satisfaction": .map(["overall": .count(4)]), "weight": .list([.code("major"), .code("hot")]),
      ]),
    caseFile(
      "B", "2026-01-20",
      [
        "closed": .at("2026-02-10 10:00"), "status": .code("closed"), "responded": .at("2026-01-22 10:00"),
        "due": .map(["until": .at("2026-02-09 12:00")]), "category": .code("service"), "validity": .code("invalid"),
        "product": .list([
          .map(["part_no": .text("P1"), "name": .code("电容器"), "lots": .count(1), "defective": .quantity(3)])
        ]),
        "costs": .map(["freight": .cents(5_000)]), "supplier": .map(["recovered": .cents(1_200)]),
      ]),
    caseFile(
      "C", "2026-02-03 10:00",
      [
        "due": .map(["until": .at("2026-02-20")]), "category": .code("quality"), "repeat_of": .text("A"),
        "product": .list([
          .map(["name": .code("X"), "defective": .quantity(1.5)]), .map(["name": .code("X"), "lots": .count(3)]),
          .map(["name": .code("Y"), "defective": .quantity(0.5)]),
        ]),
        "departments": .list([.map(["name": .code("制造部")]), .map(["name": .code("品质部")])]),
        "open_reason": .text("等待样品"),
      ]),
    caseFile(
      "D", "2026-03-02 08:00",
      [
        "closed": .at("2026-03-03 08:00"), "reopened": .at("2026-03-05 08:00"),
        "due": .map(["until": .at("2026-03-06")]),
        "paused": .list([.map(["from": .at("2026-03-08 12:00")])]),
      ]),
    caseFile("E", "2026-02-15", ["status": .code("void"), "costs": .map(["rework": .cents(99)])]),
    caseFile("F", "2026-02-16", ["kind": .code("inquiry")]),
    caseFile("G", "2026-02-01", ["appeal_of": .text("A"), "costs": .map(["rework": .cents(2_000)])]),
    caseFile("H", "2026-03-11"),
    caseFile("I", "2026-03-01", ["appeal_of": .text("G"), "costs": .map(["freight": .cents(500)])]),
  ],
  rejected: ["cases/broken.md"],
  exposure: [shipped("2026-01", lots: 100, units: 1_000), shipped("2026-03", lots: 0, units: nil)],
  settings: exampleSettings)

private let exampleSettings: Settings = {
  var settings = Settings(title: "Example", zone: shanghai)
  settings.vocabularies = Vocabularies(given: [
    Vocabulary(
      name: "category",
      terms: [
        Term("quality", "产品质量", english: "Product quality"), Term("quality/electrical", "电性能"),
        Term("service", "服务"),
      ])
  ])
  settings.targets = [
    Target(metric: "complaint_rate", minimum: nil, maximum: 0.015),
    Target(metric: "on_time_rate", minimum: 0.95, maximum: nil),
    Target(metric: "received", minimum: nil, maximum: 1),
  ]
  return settings
}()

extension Findings {
  /// Every figure of a ledger, its cases read anew.
  init(_ ledger: Ledger, asOf day: Day) { self.init(Census(ledger, asOf: day)) }
}

let exampleFindings = Findings(example, asOf: day("2026-03-10"))

/// The ids of cases, in their order.
func ids(_ set: CaseSet, in findings: Findings = exampleFindings) -> [String] {
  set.map { findings.complaint($0).id }
}
