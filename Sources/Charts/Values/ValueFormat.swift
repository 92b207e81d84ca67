internal import Hypertext

/// How numbers are printed: decimals, a factor for percent, a unit, and the sign of thousands.
package struct ValueFormat: Hashable, Sendable {
  /// Digits after the point, 0 to 6.
  package var decimals: Int
  /// What a value is multiplied by before it is printed; 100 turns a fraction into percent.
  package var factor: Double
  /// Printed directly after the number; a space that is wanted is part of it.
  package var unit: String
  /// Printed between groups of three digits; empty for none.
  package var grouping: String
  /// Printed for a value that is missing, which is not zero.
  package var missing: String

  package init(
    decimals: Int = 0, factor: Double = 1, unit: String = "", grouping: String = ",", missing: String = "—"
  ) {
    precondition((0...6).contains(decimals) && factor > 0, "decimals are 0 to 6, the factor is positive")
    self.decimals = decimals
    self.factor = factor
    self.unit = unit
    self.grouping = grouping
    self.missing = missing
  }

  /// Whole numbers.
  package static let count = ValueFormat()

  /// Fractions as percent.
  package static func percent(decimals: Int) -> ValueFormat {
    ValueFormat(decimals: decimals, factor: 100, unit: "%")
  }

  /// The value with its unit; the word for missing where there is none.
  package func text(_ value: Double?) -> String {
    value.map { bare($0) + unit } ?? missing
  }

  /// Appends the same to a page that is being written.
  func append(_ value: Double?, to page: inout Markup) {
    guard let value else { return page.text(missing) }
    page.text(value * factor, places: decimals, grouping: grouping, minus: Self.minus)
    if !unit.isEmpty { page.text(unit) }
  }

  private static let minus = "−"

  /// The value without its unit, with a true minus sign.
  package func bare(_ value: Double) -> String {
    digits(value, decimals: decimals)
  }

  /// A change: always signed, but zero, and without the unit; the word for missing where there is none.
  package func signed(_ change: Double?) -> String {
    guard let change else { return missing }
    let text = bare(change)
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return change > 0 && !isZero ? "+" + text : text
  }

  /// The smallest difference that can be seen in print, in units of the value.
  package var resolution: Double {
    var scale = factor
    for _ in 0..<decimals { scale *= 10 }
    return 1 / scale
  }

  /// A tick of an axis: as many decimals as the step needs, at most those of the format.
  func tick(_ value: Double, step: Double) -> String {
    var places = 0
    var shown = step * factor
    while places < decimals, abs(shown - shown.rounded()) > 1e-6 {
      shown *= 10
      places += 1
    }
    return digits(value, decimals: places)
  }

  private func digits(_ value: Double, decimals: Int) -> String {
    Decimals.fixed(value * factor, places: decimals, grouping: grouping, minus: Self.minus)
  }
}
