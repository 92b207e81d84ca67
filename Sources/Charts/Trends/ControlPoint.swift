/// One period of a control chart.
package struct ControlPoint: Hashable, Sendable {
  package let value: Double?
  /// `nil` for the running period, and where there are too few values for limits.
  package let centre: Double?
  package let lower: Double?
  package let upper: Double?
  package let target: Double?
  package var signal: PointSignal?
  package var href: String?

  package init(
    _ value: Double?, centre: Double? = nil, lower: Double? = nil, upper: Double? = nil, target: Double? = nil,
    signal: PointSignal? = nil, href: String? = nil
  ) {
    func known(_ number: Double?) -> Double? { number.flatMap { $0.isDrawable ? $0 : nil } }
    self.value = known(value)
    self.centre = known(centre)
    self.lower = known(lower)
    self.upper = known(upper)
    self.target = known(target)
    self.signal = signal
    self.href = href
  }
}

/// Where a control chart was calculated anew, and why.
package struct ControlBreak: Hashable, Sendable {
  /// The first period of the new phase.
  package var index: Int
  package var reason: String

  package init(before index: Int, reason: String) {
    self.index = index
    self.reason = reason
  }
}

/// The words of a control chart.
package struct ControlWords: Hashable, Sendable {
  package var value: String
  package var centre: String
  package var lower: String
  package var upper: String
  package var target: String
  package var signal: String
  /// Printed right before the words of the limits while they come from too few values; `nil` when they are firm.
  package var trial: String?
  /// Said of the last period while it is not over; `nil` when it is.
  package var running: String?

  package init(
    value: String, centre: String, lower: String, upper: String, target: String, signal: String,
    trial: String? = nil, running: String? = nil
  ) {
    self.value = value
    self.centre = centre
    self.lower = lower
    self.upper = upper
    self.target = target
    self.signal = signal
    self.trial = trial
    self.running = running
  }
}
