/// What a point may be expected to be, in the unit of its value.
package struct ControlLimits: Hashable, Sendable {
  package let center: Double
  /// A third of the way from the centre to a limit that no bound cuts off; 0 where all values are alike.
  package let sigma: Double
  /// Three sigma below the centre, but not below 0 for p, u and c.
  package let lower: Double
  /// Three sigma above the centre, but not above 1 (times the chart's unit) for p.
  package let upper: Double

  init(center: Double, sigma: Double, atLeast least: Double? = nil, atMost most: Double? = nil) {
    self.center = center
    self.sigma = sigma
    lower = max(center - 3 * sigma, least ?? -.infinity)
    upper = min(center + 3 * sigma, most ?? .infinity)
  }

  private init(center: Double, sigma: Double, lower: Double, upper: Double) {
    self.center = center
    self.sigma = sigma
    self.lower = lower
    self.upper = upper
  }

  /// The same limits in another unit.
  func scaled(by unit: Double) -> ControlLimits {
    ControlLimits(center: center * unit, sigma: sigma * unit, lower: lower * unit, upper: upper * unit)
  }
}

/// Returns the limits of an individuals chart: mean ± 2.66 × mean moving range; `nil` below 2 values.
///
/// Moving ranges above 3.267 × their mean are left out once, so that one wild month does not widen the limits that
/// should expose it.
///
/// - Parameter values: In order of time, without gaps: a range reaches across a missing value.
/// - Note: Source: Wheeler, *Understanding Variation* (1993); NHS England, *Making Data Count*.
package func individualsLimits(_ values: [Double]) -> ControlLimits? {
  let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
  guard let center = mean(values), let first = mean(ranges) else { return nil }
  // No range exceeds 3.267 times the mean of all unless another lies below the mean, so some always remain.
  let usual = mean(ranges.filter { $0 <= 3.267 * first }) ?? first
  return ControlLimits(center: center, sigma: 2.66 * usual / 3)
}

/// Returns limits for each observation; `nil` where a point has no value or takes no part, and below 2 values for all.
///
/// - Note: Source: Montgomery, *Introduction to Statistical Quality Control*, chapters 6 and 7; NIST/SEMATECH
///   e-Handbook, 6.3.2.2 and 6.3.3.
func controlLimits(
  _ kind: ControlChart.Kind, _ observations: [ControlChart.Observation], values: [Double?]
) -> [ControlLimits?] {
  let part = observations.indices.filter { observations[$0].takesPart && values[$0] != nil }
  guard part.count >= 2 else { return observations.map { _ in nil } }
  let judge: (ControlChart.Observation) -> ControlLimits?
  switch kind {
  case .xmr:
    let limits = individualsLimits(part.compactMap { values[$0] })
    judge = { _ in limits }
  case .c:
    let limits = mean(part.compactMap { values[$0] })
      .map { ControlLimits(center: $0, sigma: $0.squareRoot(), atLeast: 0) }
    judge = { _ in limits }
  case .p, .u:
    let counted = part.compactMap { observations[$0].x }.reduce(0, +)
    let center = counted / part.compactMap { observations[$0].n }.reduce(0, +)
    let variance = kind == .p ? center * (1 - center) : center
    judge = { seen in
      seen.n.map {
        ControlLimits(
          center: center, sigma: (variance / $0).squareRoot(), atLeast: 0, atMost: kind == .p ? 1 : nil)
      }
    }
  }
  var limits = [ControlLimits?](repeating: nil, count: observations.count)
  for index in part { limits[index] = judge(observations[index]) }
  return limits
}
