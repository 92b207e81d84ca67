/// Numbers as digits, without a locale.
package enum Decimals {
  /// A number rounded half away from zero to two decimals at the most, without trailing zeros or a negative zero.
  package static func coordinate(_ number: Double) -> String {
    var bytes: [UInt8] = []
    bytes.append { $0.write(coordinate: number) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A number with exactly `places` decimals (0 to 9), rounded half away from zero; «-0.0» is «0.0».
  ///
  /// - Parameters:
  ///   - grouping: Stands between groups of three digits before the point.
  ///   - minus: Stands before a number below zero.
  package static func fixed(
    _ number: Double, places: Int, grouping: String = "", minus: String = "-"
  ) -> String {
    withFixed(number, places: places, grouping: grouping, minus: minus) { String(decoding: $0, as: UTF8.self) }
  }

  /// The same, lent.
  static func withFixed<Result>(
    _ number: Double, places: Int, grouping: String, minus: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    precondition((0...9).contains(places) && number.isFinite, "decimals are 0 to 9, of a finite number")
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (abs(number) * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e18 else { return ((number < 0 ? minus : "") + abs(number).description).withBytes(body) }
    let sign = number < 0 && scaled > 0 ? minus : ""
    return written(UInt64(scaled), places: places, grouping: grouping, sign: sign, body)
  }

  /// A whole number.
  package static func whole(_ number: Int, grouping: String = "", minus: String = "-") -> String {
    written(UInt64(number.magnitude), places: 0, grouping: grouping, sign: number < 0 ? minus : "") {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Digits with a point before the last `places` of them, written from the right.
  private static func written<Result>(
    _ digits: UInt64, places: Int, grouping: String, sign: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    // At most 20 digits with 6 signs between them, and the point.
    let capacity = 21 + 6 * grouping.utf8.count + sign.utf8.count
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { room in
      var start = capacity
      func put(_ byte: UInt8) {
        start -= 1
        room[start] = byte
      }
      var (rest, count) = (digits, 0)
      while rest > 0 || count <= places {
        if count == places, places > 0 { put(UInt8(ascii: ".")) }
        if count > places, (count - places).isMultiple(of: 3) { for byte in grouping.utf8.reversed() { put(byte) } }
        put(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
        count += 1
      }
      for byte in sign.utf8.reversed() { put(byte) }
      return body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(room)[start...]))
    }
  }

  /// The shortest decimal that reads back as the same double; whole numbers without a point.
  package static func shortest(_ number: Double) -> String {
    let text = number.description
    return text.utf8.suffix(2).elementsEqual(".0".utf8) ? String(text.dropLast(2)) : text
  }
}
