import Complaints
import Findings
import Testing

@testable import Site

private let added = [
  "received", "valid", "closed", "closed_with_due", "closed_on_time", "complaint_lots", "satisfaction_answers",
  "repeats",
]

/// All that metrics.json tells of the periods, as equations.
func periodAttack(_ document: [String: Any], on edition: Edition) throws -> Attack {
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
func splitAttack(_ document: [String: Any], _ dimension: String) throws -> Attack {
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
