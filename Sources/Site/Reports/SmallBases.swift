import Complaints
import Findings

extension Edition {
  /// The smallest count that this audience may see; 0 where nothing is suppressed.
  var smallestCount: Int { audience == .public ? settings.minimumCell ?? 0 : 0 }

  /// Whether a figure of a period must not be shown to this audience, since too few cases stand behind it, behind what
  /// is left of it, or behind a single month that a year's figure would give away.
  ///
  /// Zero tells of nobody and stays. For all but the public nothing is suppressed.
  func isSuppressed(_ metric: Metric, _ figures: PeriodFigures) -> Bool {
    guard smallestCount > 0 else { return false }
    if isFew(metric, figures) { return true }
    guard figures.period.kind == .year else { return false }
    let months = findings.periods(.month).filter { figures.period.contains($0.period.first) }
    return months.count { isFew(metric, $0) } == 1
  }

  private func isFew(_ metric: Metric, _ figures: PeriodFigures) -> Bool {
    behind(metric, figures).contains { $0 > 0 && $0 < smallestCount }
  }

  /// The counts of cases that a figure rests on; of a share also those that it leaves.
  private func behind(_ metric: Metric, _ figures: PeriodFigures) -> [Int] {
    switch metric {
    case .onTimeRate, .closedOnTime:
      return [figures.closedWithDue, figures.closedOnTime, figures.closedWithDue - figures.closedOnTime]
    case .completedOfReceived:
      let done = figures.completedOfReceived?.count ?? 0
      return [figures.received, done, figures.received - done]
    case .shippedLots, .shippedUnits: return []
    default: return [findings.timeline.cases(behind: metric, in: figures.days).count]
    }
  }

  /// Those of the parts of a whole that this audience may see: what they leave is nothing, or is enough to hide in.
  ///
  /// - Parameter parts: Counts of cases that add up to `total`, in any order; the answer keeps it.
  func shown<Part>(_ parts: [Part], of total: Int, count: (Part) -> Int) -> [Part] {
    guard smallestCount > 0 else { return parts }
    var kept = parts.enumerated().filter { count($0.element) >= smallestCount }
    while let smallest = kept.min(by: { count($0.element) < count($1.element) }) {
      let rest = total - kept.reduce(0) { $0 + count($1.element) }
      if rest == 0 || rest >= smallestCount { break }
      kept.removeAll { $0.offset == smallest.offset }
    }
    return kept.map(\.element)
  }
}
