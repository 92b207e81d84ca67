/// Numbers as digits, without a locale.
package enum Decimals {
  /// Appends a number rounded half away from zero to two decimals at the most, without trailing zeros or a negative zero.
  ///
  /// What is not a number, or too large for a drawing, is a mistake of the caller.
  static func writeCoordinate(_ number: Double, into bytes: inout [UInt8]) {
    precondition(number.isFinite && abs(number) < 1e15, "a coordinate is a finite number")
    let hundredths = Int((abs(number) * 100).rounded(.toNearestOrAwayFromZero))
    if number < 0, hundredths > 0 { bytes.append(UInt8(ascii: "-")) }
    writeDigits(of: hundredths / 100, into: &bytes)
    let rest = hundredths % 100
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
    if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }

  /// Appends a whole number not below zero.
  private static func writeDigits(of number: Int, into bytes: inout [UInt8]) {
    if number >= 10 { writeDigits(of: number / 10, into: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
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
}
