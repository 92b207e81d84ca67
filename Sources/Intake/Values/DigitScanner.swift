/// The bytes of a short text with full-width digits and signs made plain, read from left to right.
struct DigitScanner {
  /// Stand for 年, 月 and 日; no text holds these control characters.
  static let (year, month, day): (UInt8, UInt8, UInt8) = (1, 2, 3)
  /// Stands for any character that no date or number has.
  static let other: UInt8 = 0

  private let bytes: [UInt8]
  private(set) var index = 0

  init(_ text: String) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      bytes = Array(text.utf8)
    } else {
      bytes = text.unicodeScalars.map(Self.plain)
    }
  }

  /// The plain byte for a character: １ is 1, ： is a colon, 年 is `year`.
  private static func plain(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case ..<0x80: UInt8(truncatingIfNeeded: scalar.value)
    // The full-width forms of ! to ~ lie in the same order.
    case 0xFF01...0xFF5E: UInt8(truncatingIfNeeded: scalar.value - 0xFF01 + 0x21)
    case 0x3000, 0xA0: 0x20
    case 0x5E74: year
    case 0x6708: month
    case 0x65E5: day
    case 0x2212: UInt8(ascii: "-")
    default: other
    }
  }

  var isAtEnd: Bool { index >= bytes.count }
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }
  var count: Int { bytes.count }
  /// Whether what was read last is 日.
  var isAfterDay: Bool { index > 0 && bytes[index - 1] == Self.day }

  mutating func next() -> UInt8? {
    guard index < bytes.count else { return nil }
    defer { index += 1 }
    return bytes[index]
  }

  /// Whether the next byte is the given one, which is then passed.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  /// Whether there was at least one blank; all are passed.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    let start = index
    while let byte = peek, byte == 0x20 || byte == 0x09 { index += 1 }
    return index > start
  }

  /// At most nine digits as a number, with how many there are; `nil` if none or more.
  mutating func number() -> (value: Int, places: Int)? {
    let start = index
    var value = 0
    while let byte = peek, byte >= 0x30, byte <= 0x39 {
      guard index - start < 9 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      index += 1
    }
    return index > start ? (value, index - start) : nil
  }
}
