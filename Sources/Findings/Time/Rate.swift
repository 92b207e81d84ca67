/// A share of a whole, kept as two counts so that a page can always print its base.
package struct Rate: Hashable, Sendable {
  /// Cases that have the property, for example those closed on time.
  package let count: Int
  /// All cases asked about; at least 1.
  package let base: Int

  /// Returns `nil` unless `0 ≤ count ≤ base` and `base > 0`: "0 of 0" is not a rate.
  package init?(_ count: Int, of base: Int) {
    guard base > 0, (0...base).contains(count) else { return nil }
    self.count = count
    self.base = base
  }

  /// The share as a fraction, 0 to 1 (not a percentage).
  package var fraction: Double { Double(count) / Double(base) }
}
