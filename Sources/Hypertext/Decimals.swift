/// Numbers as digits, without a locale.
package enum Decimals {
  /// Appends a number rounded half away from zero, without trailing zeros and without a negative zero.
  ///
  /// What is not a number, or too large for a drawing, is a mistake of the caller.
  static func write(_ number: Double, places: Int, into bytes: inout [UInt8]) {
    precondition(number.isFinite && abs(number) < 1e15, "a coordinate is a finite number")
    bytes.append(contentsOf: trimmed(fixed(number, places: places)).utf8)
  }

  /// A number with exactly `places` decimals (0 to 9), rounded half away from zero; «-0.0» is «0.0».
  package static func fixed(_ number: Double, places: Int) -> String {
    precondition((0...9).contains(places) && number.isFinite, "decimals are 0 to 9, of a finite number")
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (abs(number) * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e18 else { return number.description }
    let digits = String(UInt64(scaled))
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// The shortest decimal that reads back as the same double; whole numbers without a point.
  package static func shortest(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
