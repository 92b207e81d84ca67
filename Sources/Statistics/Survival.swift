import Glibc

/// How long something lasts, when some of it has not ended yet: the Kaplan-Meier estimate of the median.
///
/// A plain median of what has ended leaves out what still waits, and that is mostly what takes longest.
///
/// - Note: Source: Kaplan & Meier, *Nonparametric Estimation from Incomplete Observations*, Journal of the American
///   Statistical Association 53 (1958); the interval is that of Brookmeyer & Crowley, Biometrics 38 (1982), from the
///   log-log (exponential Greenwood) bounds of the curve, as the Python package lifelines computes it.
package struct Survival: Hashable, Sendable {
  /// One observation.
  package struct Span: Hashable, Sendable {
    /// In any unit, not below 0.
    package let length: Double
    /// False where it still lasts: then it is at least so long.
    package let hasEnded: Bool

    package init(_ length: Double, hasEnded: Bool) {
      self.length = length
      self.hasEnded = hasEnded
    }
  }

  /// All observations, and those that have ended.
  package let count, ended: Int
  /// The first length at which the curve is at one half or below; `nil` where more than half have not ended long enough.
  package let median: Double?
  /// The ends of the 95 % interval of the median; `nil` where the curve's bound never falls to one half.
  package let lower, upper: Double?

  /// Makes the estimate of spans in order of length; `nil` without one.
  ///
  /// What has not ended at a length counts as still at risk there, as is usual.
  ///
  /// - Complexity: O(*n*).
  package init?(sorted spans: ArraySlice<Span>) {
    guard !spans.isEmpty else { return nil }
    var (left, ended, curve, greenwood) = (spans.count, 0, 1.0, 0.0)
    var median, lower, upper: Double?
    var place = spans.startIndex
    while place < spans.endIndex {
      let length = spans[place].length
      var (ends, all) = (0, 0)
      while place < spans.endIndex, spans[place].length == length {
        ends += spans[place].hasEnded ? 1 : 0
        all += 1
        place += 1
      }
      if ends > 0 {
        curve *= Double(left - ends) / Double(left)
        if left > ends { greenwood += Double(ends) / (Double(left) * Double(left - ends)) }
        if median == nil, isHalf(curve) { median = length }
        if lower == nil || upper == nil {
          let bounds = Self.bounds(curve, greenwood)
          if lower == nil, isHalf(bounds.lower) { lower = length }
          if upper == nil, isHalf(bounds.upper) { upper = length }
        }
      }
      ended += ends
      left -= all
    }
    count = spans.count
    self.ended = ended
    self.median = median
    self.lower = lower
    self.upper = upper
  }

  /// Makes the estimate of spans in any order; `nil` without one.
  package init?(_ spans: [Span]) {
    self.init(sorted: spans.sorted { $0.length < $1.length }[...])
  }

  /// The 95 % bounds of the curve at a point: S to the power of e^(± z √V ÷ ln S), with Greenwood's sum V.
  private static func bounds(_ curve: Double, _ greenwood: Double) -> (lower: Double, upper: Double) {
    guard curve > 0 else { return (0, 0) }
    let logarithm = log(curve)
    let step = 1.959_963_984_540_054 * greenwood.squareRoot() / logarithm
    return (exp(logarithm * exp(-step)), exp(logarithm * exp(step)))
  }
}

/// Whether a share is at one half or below; the tolerance is for a product of many fractions that makes exactly a half.
private func isHalf(_ share: Double) -> Bool { share <= 0.5 + 1e-12 }
