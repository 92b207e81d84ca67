/// An amount in the smallest unit of the site's currency; adds up without rounding.
package struct Money: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// Hundredths of the currency's unit.
  package let cents: Int

  package init(cents: Int) {
    self.cents = cents
  }

  package static let zero = Money(cents: 0)
  package static func + (one: Money, other: Money) -> Money { Money(cents: one.cents + other.cents) }
  package static func += (one: inout Money, other: Money) { one = one + other }
  package static func < (one: Money, other: Money) -> Bool { one.cents < other.cents }

  /// The sum, or the largest amount there is where it has no room.
  package func addingSaturated(_ other: Money) -> Money {
    let (sum, isTooMuch) = cents.addingReportingOverflow(other.cents)
    return Money(cents: isTooMuch ? .max : sum)
  }

  /// In the currency's unit, for JSON.
  package var units: Double { Double(cents) / 100 }
}
