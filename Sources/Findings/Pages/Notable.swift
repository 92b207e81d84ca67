package import Complaints
import Statistics

/// Something unusual, as facts; the words belong to the page.
package struct Notable: Hashable, Sendable {
  /// What is unusual.
  package enum Fact: Hashable, Sendable {
    /// A point of a control chart that completes run rules.
    case signal(Metric, ControlFigures.Point)
    /// Cases past their due time at as-of, and how late the latest is, in days.
    case overdue(latest: Double)
    /// A figure of a period that misses its target.
    case targetMissed(TargetResult, Period)
  }

  /// Whether it is bad news, good news, or only a change.
  package enum Direction: Sendable { case worse, better, neither }

  package let fact: Fact
  package let direction: Direction
  /// The cases behind it.
  package let cases: CaseSet
}

extension Findings {
  /// What is unusual in the last complete month and at as-of: at most seven, broken limits first, then other run
  /// rules, late work, missed targets, and improvements last; empty if nothing is.
  ///
  /// A chart speaks only from 12 values on: before that its limits are trial limits.
  package func notable() -> [Notable] {
    let signals = controlCharts.compactMap(signal)
    let broken = signals.filter { $0.direction != .better && $0.breaksLimit }
    let others = signals.filter { $0.direction != .better && !$0.breaksLimit }
    let improvements = signals.filter { $0.direction == .better }
    return Array((broken + others + [lateWork()].compactMap { $0 } + missedTargets() + improvements).prefix(7))
  }

  private func signal(on chart: ControlFigures) -> Notable? {
    guard let point = chart.points.last(where: { !$0.isRunning }), !point.rules.isEmpty, !chart.isTrial(point)
    else { return nil }
    return Notable(
      fact: .signal(chart.metric, point), direction: point.direction(chart.metric.better),
      cases: timeline.cases(behind: chart.metric, in: point.period.days))
  }

  private func lateWork() -> Notable? {
    let overdue = overdueCases()
    return overdue.first.map {
      Notable(fact: .overdue(latest: $0.daysLate), direction: .worse, cases: CaseSet(overdue.map(\.number)))
    }
  }

  private func missedTargets() -> [Notable] {
    guard let month = lastCompleteMonth else { return [] }
    return targets(in: month).filter { $0.isMet == false }.map { result in
      Notable(
        fact: .targetMissed(result, month.period), direction: .worse,
        cases: result.metric.map { timeline.cases(behind: $0, in: month.days) } ?? CaseSet([]))
    }
  }
}

extension Notable {
  fileprivate var breaksLimit: Bool {
    if case .signal(_, let point) = fact { point.rules.contains(.beyondLimit) } else { false }
  }
}

extension ControlFigures.Point {
  /// Which way a signal points: by the side of the centre the point is on.
  ///
  /// Alternating points, and points that hug the centre or shun it, have no side: something changed, no more.
  fileprivate func direction(_ better: Metric.Better) -> Notable.Direction {
    let sided: Set<RunRule> = [
      .beyondLimit, .nineOnOneSide, .sixSteadily, .twoOfThreeBeyondTwoSigma, .fourOfFiveBeyondOneSigma,
    ]
    guard let value, let limits, better != .neither, rules.contains(where: sided.contains) else { return .neither }
    return (value > limits.center) == (better == .more) ? .better : .worse
  }
}
