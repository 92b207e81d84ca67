/// A number as one whole number over another, in lowest terms: parts that make up a whole come out as that whole.
struct Fraction: Equatable, Sendable {
  private let numerator: Int128
  /// More than 0.
  private let denominator: Int128

  /// - Parameter denominator: More than 0.
  init(_ numerator: Int128, over denominator: Int128) {
    let common = max(1, Self.commonDivisor(numerator, denominator))
    (self.numerator, self.denominator) = (numerator / common, denominator / common)
  }

  /// The sum; `nil` where it has no room.
  func adding(_ other: Fraction) -> Fraction? {
    let widening = other.denominator / Self.commonDivisor(denominator, other.denominator)
    let (common, isTooFine) = denominator.multipliedReportingOverflow(by: widening)
    guard !isTooFine else { return nil }
    let (own, isTooLarge) = numerator.multipliedReportingOverflow(by: widening)
    let (others, areTooLarge) = other.numerator.multipliedReportingOverflow(by: common / other.denominator)
    let (sum, hasNoRoom) = own.addingReportingOverflow(others)
    return isTooLarge || areTooLarge || hasNoRoom ? nil : Fraction(sum, over: common)
  }

  /// The nearest double, where both sides of the fraction are exact as doubles.
  var value: Double {
    // The processor knows how to convert what has 64 bits, and most have no more.
    if let numerator = Int64(exactly: numerator), let denominator = Int64(exactly: denominator) {
      return Double(numerator) / Double(denominator)
    }
    return Double(numerator) / Double(denominator)
  }

  /// Euclid's; at least 1 where either is not 0.
  private static func commonDivisor(_ one: Int128, _ other: Int128) -> Int128 {
    var (one, other) = (one.magnitude, other.magnitude)
    while other != 0 { (one, other) = (other, one % other) }
    return Int128(one)
  }
}
