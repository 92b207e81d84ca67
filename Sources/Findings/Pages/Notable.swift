package import Complaints
package import Statistics

/// Something unusual, as facts; the words belong to the page.
package struct Notable: Hashable, Sendable {
  /// What is unusual; each fact has a statistical ground.
  package enum Fact: Hashable, Sendable {
    /// A point of a control chart that completes run rules.
    case signal(Metric, ControlFigures.Point)
    /// A category, product or department with more cases than chance explains.
    case key(KeySignal)
    /// A target that the process as it is never reaches, missed once more.
    case targetMissed(TargetResult, Period)
  }

  /// Whether it is bad news, good news, or only a change.
  package enum Direction: Sendable { case worse, better, neither }

  package let fact: Fact
  package let direction: Direction
  /// The cases behind it.
  package let cases: CaseSet
}

extension Notable {
  /// How often a month is called unusual in which nothing changed: false alarms among simulated ledgers, as a test
  /// measures them.
  package static let falseAlarms = (ledgers: 200, alarmed: 9)

  /// The run rules that make a sentence. The others (4, 7, 8) tell of a chart that is made wrongly, not of a month.
  package static let spokenRules: Set<RunRule> = [
    .beyondLimit, .nineOnOneSide, .sixSteadily, .twoOfThreeBeyondTwoSigma, .fourOfFiveBeyondOneSigma,
  ]
}

extension Findings {
  /// What is unusual in the last complete month; see `notable(in:)`.
  package func notable() -> [Notable] { lastCompleteMonth.map { notable(in: $0.period) } ?? [] }

  /// What is unusual in a month: at most seven, broken limits first, then what has more cases than it should, other run
  /// rules, targets out of reach, and improvements last; empty if nothing is, and for a month in course.
  ///
  /// A chart speaks only from 12 values on: before that its limits are trial limits.
  package func notable(in month: Period) -> [Notable] {
    guard let figures = figures(of: month), !figures.isRunning, month.kind == .month else { return [] }
    let signals = controlCharts.compactMap { signal(on: $0, in: month) }
    let broken = signals.filter { $0.direction != .better && $0.breaksLimit }
    let others = signals.filter { $0.direction != .better && !$0.breaksLimit }
    let improvements = signals.filter { $0.direction == .better }
    let keys = (keyLooks(in: month)?.signals ?? []).map { signal in
      Notable(fact: .key(signal), direction: .worse, cases: cases(behind: signal))
    }
    return Array((broken + keys + others + missedTargets(figures) + improvements).prefix(7))
  }

  private func signal(on chart: ControlFigures, in month: Period) -> Notable? {
    guard let point = spokenPoint(of: chart, in: month), !point.rules.isEmpty, !chart.isTrial(point) else {
      return nil
    }
    return Notable(
      fact: .signal(chart.metric, point), direction: point.direction(chart.metric.better),
      cases: timeline.cases(behind: chart.metric, in: point.period.days))
  }

  /// A point with the rules that may be spoken of.
  ///
  /// Shares and counts per unit often vary more than chance alone makes them, so that their limits are broken every
  /// other month. A sentence therefore needs the point to break the limits with Laney's correction as well, which are
  /// then the limits that it names.
  private func spokenPoint(of chart: ControlFigures, in month: Period) -> ControlFigures.Point? {
    guard let point = chart.points.first(where: { $0.period == month && !$0.isRunning }) else { return nil }
    let wider = correctedCharts.first { $0.metric == chart.metric }?.points.first { $0.period == month }
    let isWider = (wider?.limits?.sigma ?? 0) > (point.limits?.sigma ?? 0)
    let rules = point.rules.filter { rule in
      Notable.spokenRules.contains(rule) && (!isWider || wider?.rules.contains(rule) ?? true)
    }
    return point.speaking(of: rules, within: isWider ? wider?.limits : point.limits)
  }

  /// Targets that the month missed and that its process never reaches.
  private func missedTargets(_ month: PeriodFigures) -> [Notable] {
    targets(in: month).filter { $0.isMet == false && $0.verdict == .missed }.map { result in
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
  /// The same point with some of its rules, against the limits given.
  fileprivate func speaking(of rules: [RunRule], within limits: ControlLimits?) -> ControlFigures.Point {
    ControlFigures.Point(
      period: period, n: n, x: x, value: value, limits: limits, rules: rules, phase: phase, isRunning: isRunning)
  }

  /// Which way a signal points: by the side of the centre the point is on.
  fileprivate func direction(_ better: Metric.Better) -> Notable.Direction {
    guard let value, let limits, better != .neither else { return .neither }
    return (value > limits.center) == (better == .more) ? .better : .worse
  }
}
