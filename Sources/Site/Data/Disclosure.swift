import Complaints
import Findings

/// Which figures the public may know, so that no count below `privacy.minimum_cell` can be worked out.
///
/// The rule, for a minimum of k:
/// 1. Time. Days and weeks are withheld. Months form stretches in which the count is k or more; months that fall short
///    are joined with the next ones, so that years, then quarters, then months can be shown. A month, quarter or year is shown where it begins and ends with a stretch, so that
///    every difference of shown figures is a sum of whole stretches.
/// 2. Parts. A figure that counts a part of another (valid of received, on time of closed) has stretches made of whole
///    stretches of the other, and in each both the part and the rest are k or more (or the rest is none).
/// 3. Stocks. Received and closed give the number open, so a stretch of closings ends only where k or more are open;
///    only there the number open is shown, and that overdue where both it and the rest are k or more.
/// 4. Splits. See `KeySuppression`; closed and open of a key are shown together, where both are k or more. For a
///    period, see `SplitStretches`.
/// 5. Rates, medians and sums rest on k cases, and are shown where the counts are from which they are made.
/// 6. A control chart has limits where its months are whole stretches, and rules only where every month is shown.
/// 7. The account, and the tallies, without what is below k, and without a total that would tell one of them.
/// Zero is below k like any other count. The split by validity is left out, since the valid cases of a period tell it.
struct Disclosure: Sendable {
  let findings: Findings
  let minimum: Int
  let months: [PeriodFigures]
  private let stretches: [Metric: Stretches]
  private let closed: Stretches
  private var splits: [Dimension: SplitStretches] = [:]

  /// - Parameter minimum: The smallest count that may be known; `nil`, and no disclosure is needed, where any may.
  init?(_ findings: Findings, minimum: Int?) {
    guard let minimum else { return nil }
    let months = findings.periods(.month)
    let cells = Cells(findings: findings, months: months, minimum: minimum)
    let ends = [12, 3].map { length in
      months.indices.filter { $0 > 0 && (months[$0].period.first.parts.month - 1) % length == 0 }
    }
    let anywhere = [Bool](repeating: true, count: months.count + 1)
    let received = Stretches(within: anywhere, preferring: ends) { cells.count(.received, $0, $1) >= minimum }
    let closed = Stretches(within: received.boundaries, preferring: ends) { from, to in
      cells.count(.closed, from, to) >= minimum && cells.open(at: to) >= minimum
    }
    func part(_ metric: Metric, of whole: Metric, within boundaries: [Bool], least rest: Int) -> Stretches {
      Stretches(within: boundaries, preferring: ends) { from, to in
        let count = cells.count(metric, from, to)
        let others = cells.count(whole, from, to) - count
        return count >= minimum && (others >= minimum || others == 0 && rest == 0)
      }
    }
    let based = { (metric: Metric, boundaries: [Bool]) in
      Stretches(within: boundaries, preferring: ends) { cells.count(metric, $0, $1) >= minimum }
    }
    let onTime = Stretches(within: closed.boundaries, preferring: ends) { from, to in
      let (all, due) = (cells.count(.closed, from, to), cells.count(.closedWithDue, from, to))
      let kept = cells.count(.closedOnTime, from, to)
      return kept >= minimum && [due - kept, all - due].allSatisfy { $0 == 0 || $0 >= minimum }
    }
    let lots = based(.complaintLots, received.boundaries)
    let defective = based(.defective, received.boundaries)
    let answers = part(.satisfactionAnswers, of: .closed, within: closed.boundaries, least: 0)
    self.findings = findings
    self.minimum = minimum
    self.months = months
    self.closed = closed
    stretches = [
      .received: received, .valid: part(.valid, of: .received, within: received.boundaries, least: 0),
      .repeats: part(.repeats, of: .received, within: received.boundaries, least: 0),
      .completedOfReceived: part(.completedOfReceived, of: .received, within: received.boundaries, least: minimum),
      .complaintLots: lots, .complaintRate: lots, .defective: defective, .ppm: defective, .closed: closed,
      .medianDaysToClose: closed, .p90DaysToClose: closed, .closedWithDue: onTime, .closedOnTime: onTime,
      .onTimeRate: onTime, .satisfactionAnswers: answers, .satisfactionMean: answers,
      .cost: based(.cost, closed.boundaries), .reopened: based(.reopened, anywhere),
      .medianHoursToRespond: based(.medianHoursToRespond, anywhere),
    ]
    for dimension in [Dimension.category, .channel] {
      splits[dimension] = splitStretches(dimension, within: received.boundaries, preferring: ends)
    }
  }

  private func splitStretches(
    _ dimension: Dimension, within boundaries: [Bool], preferring ends: [[Int]]
  ) -> SplitStretches {
    let rows = findings.split(by: dimension)
    let tops = zip(rows, keys(of: dimension, rows: rows)).filter { $0.0.parent == nil && $0.1.received }.map(\.0)
    let sets = tops.sorted { $0.cases.count != $1.cases.count ? $0.cases.count > $1.cases.count : $0.key < $1.key }
    return SplitStretches(
      keys: sets.map { top in (top.key, byMonth(top.cases)) }, all: byMonth(CaseSet(findings.cases.indices)),
      minimum: minimum, within: boundaries, preferring: ends)
  }

  /// How many of some cases were received in each month.
  private func byMonth(_ set: CaseSet) -> [Int] {
    var counts = [Int](repeating: 0, count: months.count)
    guard let first = months.first?.period.first.parts else { return counts }
    for number in set {
      let (year, month, _) = findings.cases[number].receivedDay.parts
      counts[(year - first.year) * 12 + month - first.month] += 1
    }
    return counts
  }

  /// The keys at the top of a dimension whose counts of cases received in a period the public may know; none for a
  /// dimension that is not split by period.
  func keys(of dimension: Dimension, in period: Period) -> Set<String> {
    guard let (from, to) = boundaries(of: period) else { return [] }
    return splits[dimension]?.keys(from: from, to: to) ?? []
  }

  /// Whether the public may know a figure of a period.
  func shows(_ metric: Metric, in period: Period) -> Bool {
    switch metric {
    case .shippedLots, .shippedUnits: return true
    default: break
    }
    guard let (from, to) = boundaries(of: period) else { return false }
    switch metric {
    case .openEnd: return closed.isKnot(at: to)
    case .overdueEnd:
      guard closed.isKnot(at: to) else { return false }
      let late = months[to - 1].overdueEnd
      return late >= minimum && months[to - 1].openEnd - late >= minimum
    default: return stretches[metric]?.shows(from: from, to: to) ?? false
    }
  }

  /// The boundaries of a period among the months of the ledger; `nil` for days and weeks, which cut months.
  private func boundaries(of period: Period) -> (from: Int, to: Int)? {
    guard period.kind != .day, period.kind != .week else { return nil }
    let inside = months.indices.filter {
      months[$0].period.first >= period.first && months[$0].period.last <= period.last
    }
    guard let first = inside.first, let last = inside.last else { return nil }
    return (first, last + 1)
  }

  /// Whether months side by side are a sum of whole stretches of a figure.
  func isWhole(_ metric: Metric, months span: Range<Int>) -> Bool {
    stretches[metric]?.shows(from: span.lowerBound, to: span.upperBound) ?? false
  }
}

/// Counts of cases between two boundaries of months.
private struct Cells {
  let findings: Findings
  let months: [PeriodFigures]
  let minimum: Int

  func count(_ metric: Metric, _ from: Int, _ to: Int) -> Int {
    findings.timeline.cases(behind: metric, in: months[from].days.lowerBound...months[to - 1].days.upperBound).count
  }

  func open(at boundary: Int) -> Int { months[boundary - 1].openEnd }
}
