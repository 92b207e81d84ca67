package import Complaints

/// A target beside the figure it is for.
package struct TargetResult: Hashable, Sendable {
  package let target: Target
  /// `nil` where the target names no figure of a period.
  package let metric: Metric?
  package let value: Double?
  /// `nil` where the figure is unknown: neither met nor missed.
  package var isMet: Bool? { value.map(target.isMet) }
}

extension Findings {
  /// The targets of the site in their order, against the figures of a period.
  package func targets(in figures: PeriodFigures) -> [TargetResult] {
    ledger.settings.targets.map { target in
      let metric = Metric(rawValue: target.metric)
      return TargetResult(target: target, metric: metric, value: metric.flatMap { figures.value(of: $0) })
    }
  }
}
