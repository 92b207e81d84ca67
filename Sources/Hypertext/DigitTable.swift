/// The digits of whole numbers, ready to be stored at once.
enum DigitTable {
  /// Of each number below a thousand its digits, the first lowest, and in the highest byte how many they are.
  static let whole: [UInt32] = (0..<1_000).map { packed(Array(String($0).utf8)) }

  /// Of each number of hundredths the point and the decimals behind it, without a zero at the end; nothing for none.
  static let hundredths: [UInt32] = (0..<100).map { number in
    var digits = [UInt8(ascii: "."), UInt8(ascii: "0") + UInt8(number / 10), UInt8(ascii: "0") + UInt8(number % 10)]
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return digits.count == 1 ? 0 : packed(digits)
  }

  /// - Parameter digits: Three bytes at the most.
  private static func packed(_ digits: [UInt8]) -> UInt32 {
    digits.enumerated().reduce(UInt32(digits.count) << 24) { $0 | UInt32($1.element) << (8 * UInt32($1.offset)) }
  }
}
