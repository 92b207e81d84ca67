/// A Shewhart chart of one figure over time: what to expect of each point, and which points say that something changed.
package struct ControlChart: Hashable, Sendable {
  /// What the figure is, which decides how its spread is estimated.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Shares: `x` of `n` have the property, each at most once.
    case p
    /// Counts per unit of exposure: `x` in `n` units, any number in each.
    case u
    /// Counts over equal opportunities.
    case c
    /// Any other figure, one value a period (individuals and moving ranges).
    case xmr
    /// Shares that vary more (or less) from period to period than chance alone makes them: p with Laney's correction.
    case laneyP = "laney_p"
    /// Counts per unit of exposure of the same sort: u with Laney's correction.
    case laneyU = "laney_u"
  }

  /// What was seen in one period.
  package struct Observation: Hashable, Sendable {
    /// The count, for all but xmr.
    package var x: Double?
    /// The base of the count, for shares and counts per unit.
    package var n: Double?
    /// The figure itself, for xmr.
    package var value: Double?
    /// False for a period that is not over: it is shown, but it sets no limits and is not judged.
    package var takesPart: Bool

    package init(x: Double? = nil, n: Double? = nil, value: Double? = nil, takesPart: Bool = true) {
      self.x = x
      self.n = n
      self.value = value
      self.takesPart = takesPart
    }
  }

  /// One period as the chart shows it.
  package struct Point: Hashable, Sendable {
    /// `nil` where nothing was seen, over a base of 0, and for p where the count exceeds its base.
    package let value: Double?
    /// `nil` for a point without a value, one that takes no part, and where fewer than 2 values are known.
    package let limits: ControlLimits?
    /// The rules that this point completes, in their order.
    package let rules: [RunRule]
  }

  package let kind: Kind
  /// One for each observation, in the same order.
  package let points: [Point]

  /// The centre line, the same for all points; `nil` where there are no limits.
  package var center: Double? { points.lazy.compactMap(\.limits?.center).first }

  /// Makes the chart of observations in order of time.
  ///
  /// - Parameter unit: What values and limits are multiplied by, for example 1,000,000 for parts per million.
  /// - Complexity: O(*n*).
  package init(_ kind: Kind, _ observations: [Observation], per unit: Double = 1) {
    let values = observations.map { $0.figure(as: kind) }
    let limits = controlLimits(kind, observations, values: values)
    // Judged before scaling, so that a point on a line is on it in any unit.
    let rules = runRules(values, within: limits)
    self.kind = kind
    points = values.indices.map { index in
      Point(
        value: values[index].map { $0 * unit }, limits: limits[index]?.scaled(by: unit), rules: rules[index])
    }
  }
}

extension ControlChart.Observation {
  /// The figure that the chart shows; `nil` where it is unknown or would be a division by zero.
  func figure(as kind: ControlChart.Kind) -> Double? {
    switch kind {
    case .xmr: return value
    case .c: return x
    case .p, .u, .laneyP, .laneyU:
      guard let x, let n, n > 0, !kind.isShare || x <= n else { return nil }
      return x / n
    }
  }
}

extension ControlChart.Kind {
  /// Whether each of the base is counted at most once, so that the figure lies between 0 and 1.
  package var isShare: Bool { self == .p || self == .laneyP }
  /// The same chart with Laney's correction; `nil` where there is none.
  package var corrected: ControlChart.Kind? {
    switch self {
    case .p, .laneyP: .laneyP
    case .u, .laneyU: .laneyU
    case .c, .xmr: nil
    }
  }
}
