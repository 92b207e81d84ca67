/// The round values of an axis, and the step between them: 1, 2 or 5 times a power of ten.
package struct Ticks: Hashable, Sendable {
  /// Ascending, at least two; the first is at or below the data, the last at or above.
  package let values: [Double]
  package let step: Double

  /// Ticks that cover `lower` to `upper` in about `count` steps, none smaller than `minimum`.
  ///
  /// Where the two ends are equal the axis is widened: to 0…1 (or the minimum) for zero, by a tenth for anything else.
  package init(covering lower: Double, _ upper: Double, about count: Int, atLeast minimum: Double = 0) {
    precondition(lower <= upper && count > 0, "ticks need an ascending range and a number of steps")
    let (low, high) = Self.widened(lower, upper, minimum: minimum)
    let size = Self.size(for: max((high - low) / Double(count), minimum), atLeast: minimum)
    let unit = size.value(1)
    // A ten-millionth of a step forgives what division leaves over.
    let first = Int((low / unit + 1e-7).rounded(.down))
    let last = max(first + 1, Int((high / unit - 1e-7).rounded(.up)))
    step = unit
    values = (first...last).map { size.value($0) }
  }

  package var lower: Double { values.first ?? 0 }
  package var upper: Double { values.last ?? 1 }

  private static func widened(_ lower: Double, _ upper: Double, minimum: Double) -> (Double, Double) {
    let largest = max(abs(lower), abs(upper))
    if largest < 1e-100 { return (0, minimum > 0 ? minimum : 1) }
    if upper - lower > largest * 1e-9 { return (lower, upper) }
    let pad = max(largest / 10, minimum)
    return (lower - pad, upper + pad)
  }

  /// Whole multiples of mantissa × 10^exponent, so that 3 × 0.1 is 0.3.
  private struct Size {
    let mantissa: Int
    let exponent: Int

    func value(_ multiple: Int) -> Double {
      let whole = Double(multiple) * Double(mantissa)
      return exponent >= 0 ? whole * Ticks.tens(exponent) : whole / Ticks.tens(-exponent)
    }
  }

  private static func size(for raw: Double, atLeast minimum: Double) -> Size {
    var exponent = 0
    while Size(mantissa: 1, exponent: exponent + 1).value(1) <= raw { exponent += 1 }
    while Size(mantissa: 1, exponent: exponent).value(1) > raw * (1 + 1e-9) { exponent -= 1 }
    // A step may be a fifth smaller than asked for: five steps of 11 become six of 10, not three of 20.
    for mantissa in [1, 2, 5] {
      let size = Size(mantissa: mantissa, exponent: exponent)
      if size.value(1) >= raw * 0.8, size.value(1) >= minimum * (1 - 1e-9) { return size }
    }
    return Size(mantissa: 1, exponent: exponent + 1)
  }

  private static func tens(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}
