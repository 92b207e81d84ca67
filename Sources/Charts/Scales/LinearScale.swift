/// Values to px, in proportion.
package struct LinearScale: Hashable, Sendable {
  package let lower: Double
  package let upper: Double
  package let start: Double
  package let end: Double

  /// `lower` is drawn at `start`, `upper` at `end`; for an upright axis `start` is the larger.
  package init(_ lower: Double, _ upper: Double, from start: Double, to end: Double) {
    self.lower = lower
    self.upper = upper
    self.start = start
    self.end = end
  }

  /// The place of a value; values beyond the domain stand at its edge, an empty domain at the start.
  package func callAsFunction(_ value: Double) -> Double {
    guard upper > lower else { return start }
    let share = (value - lower) / (upper - lower)
    return start + min(1, max(0, share)) * (end - start)
  }
}
