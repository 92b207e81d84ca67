import Complaints
import Findings

/// What the public may know of a key of a dimension.
struct KeyDisclosure: Hashable, Sendable {
  /// Received, and its share.
  var received = false
  /// Closed and open, and how long it took.
  var split = false
  var overdue = false
  var cost = false
}

extension Disclosure {
  /// The dimensions that the public may see at all.
  static let dimensions = Dimension.published.filter { !$0.isInternal }

  /// One for each row of `Findings.split(by:)`, in its order.
  func keys(of dimension: Dimension, rows: [DimensionFigures]) -> [KeyDisclosure] {
    if dimension == .status { return statuses(rows) }
    let places = Dictionary(rows.enumerated().map { ($1.key, $0) }) { first, _ in first }
    let parents = rows.map { row in row.parent.flatMap { places[$0] } }
    let solve = { (counts: [[Int]], allowed: [Bool], whole: [Int]?) in
      KeySuppression(minimum: minimum, parents: parents, counts: counts, allowed: allowed, whole: whole).shown
    }
    let all = rows.map(census)
    let total = census(CaseSet(findings.cases.indices))
    let received = solve(all.map { [$0.received] }, rows.map { _ in true }, [total.received])
    let split = solve(all.map { [$0.closed, $0.open] }, received, [total.closed, total.open])
    let splitWhole = total.closed >= minimum && total.open >= minimum
    let overdue = solve(
      all.map { [$0.overdue, $0.open - $0.overdue] }, split,
      splitWhole ? [total.overdue, total.open - total.overdue] : nil)
    let cost = solve(all.map { [$0.costly] }, split, splitWhole ? [total.costly] : nil)
    return rows.indices.map {
      KeyDisclosure(received: received[$0], split: split[$0], overdue: overdue[$0], cost: cost[$0])
    }
  }

  /// By status, what is closed is a row of its own, and the other rows are parts of what is open.
  private func statuses(_ rows: [DimensionFigures]) -> [KeyDisclosure] {
    let total = census(CaseSet(findings.cases.indices))
    guard total.closed >= minimum, total.open >= minimum else { return rows.map { _ in KeyDisclosure() } }
    let open = rows.indices.filter { rows[$0].key != "closed" }
    let shown = KeySuppression(
      minimum: minimum, parents: open.map { _ in nil }, counts: open.map { [rows[$0].cases.count] },
      allowed: open.map { _ in true }, whole: [total.open]
    ).shown
    var keys = rows.map { _ in KeyDisclosure(received: true) }
    for (place, row) in open.enumerated() { keys[row].received = shown[place] }
    return keys
  }

  private struct KeyCensus {
    let received, closed, open, overdue, costly: Int
  }

  private func census(_ row: DimensionFigures) -> KeyCensus { census(row.cases) }

  private func census(_ set: CaseSet) -> KeyCensus {
    let closed = set.count { findings.cases[$0].closedDay != nil }
    return KeyCensus(
      received: set.count, closed: closed, open: set.count - closed,
      overdue: set.count { findings.cases[$0].standing.isOverdue == true },
      costly: set.count { findings.cases[$0].closedDay != nil && findings.cases[$0].cost > .zero })
  }
}
