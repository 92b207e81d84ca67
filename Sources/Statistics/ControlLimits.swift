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

  /// The limits of counts over equal opportunities (a c chart) with a known mean.
  package init(countsWithMean mean: Double) {
    self.init(center: mean, sigma: mean.squareRoot(), atLeast: 0)
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

/// Returns how much wider than chance alone would have it the values spread from period to period: the mean moving range
/// of their z scores ÷ 1.128; 1 where there is no spread to compare with.
///
/// - Parameter sigmas: What chance alone makes, one for each value.
/// - Note: Source: Laney, *Improved Control Charts for Attributes*, Quality Engineering 14 (2002); Minitab, *Methods and
///   formulas for Laney P′ Chart*.
func overdispersion(_ values: [Double], center: Double, _ sigmas: [Double]) -> Double {
  guard values.count == sigmas.count, sigmas.allSatisfy({ $0 > 0 }) else { return 1 }
  let scores = zip(values, sigmas).map { ($0 - center) / $1 }
  return mean(zip(scores, scores.dropFirst()).map { abs($1 - $0) }).map { $0 / 1.128 } ?? 1
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
      .map { ControlLimits(countsWithMean: $0) }
    judge = { _ in limits }
  case .p, .u, .laneyP, .laneyU:
    let counted = part.compactMap { observations[$0].x }.reduce(0, +)
    let center = counted / part.compactMap { observations[$0].n }.reduce(0, +)
    let variance = kind.isShare ? center * (1 - center) : center
    let sigma = { (seen: ControlChart.Observation) in seen.n.map { (variance / $0).squareRoot() } }
    let factor =
      kind.corrected == kind
      ? overdispersion(part.compactMap { values[$0] }, center: center, part.compactMap { sigma(observations[$0]) }) : 1
    judge = { seen in
      sigma(seen).map {
        ControlLimits(center: center, sigma: $0 * factor, atLeast: 0, atMost: kind.isShare ? 1 : nil)
      }
    }
  }
  var limits = [ControlLimits?](repeating: nil, count: observations.count)
  for index in part { limits[index] = judge(observations[index]) }
  return limits
}
