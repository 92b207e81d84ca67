package import Complaints
package import Statistics

/// A target beside the figure it is for.
package struct TargetResult: Hashable, Sendable {
  package let target: Target
  /// `nil` where the target names no figure of a period.
  package let metric: Metric?
  package let value: Double?
  /// The limits of the figure's control chart where the figure is judged; `nil` where there are none.
  package let limits: ControlLimits?
  /// Whether the limits rest on fewer than 12 values.
  package let isTrial: Bool
  /// `nil` where the figure is unknown: neither met nor missed.
  package var isMet: Bool? { value.map(target.isMet) }
  /// What the process as it is does about the target; `nil` without limits and on trial limits.
  package var verdict: TargetVerdict? {
    isTrial ? nil : limits?.verdict(atLeast: target.minimum, atMost: target.maximum)
  }
}

extension Findings {
  /// The targets of the site in their order, against the figures of a period.
  ///
  /// Of a month that is over, also against the limits of the figure's chart by month.
  package func targets(in figures: PeriodFigures) -> [TargetResult] {
    ledger.settings.targets.map { target in
      let metric = Metric(rawValue: target.metric)
      let chart = metric.flatMap { metric in targetCharts.first { $0.metric == metric } }
      let point = chart?.points.first { $0.period == figures.period && !$0.isRunning }
      return TargetResult(
        target: target, metric: metric, value: metric.flatMap { figures.value(of: $0) }, limits: point?.limits,
        isTrial: point.flatMap { point in chart.map { $0.isTrial(point) } } ?? true)
    }
  }
}
