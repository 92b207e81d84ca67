/// The characters of a short text with full-width digits and signs made plain, read from left to right.
struct DigitScanner {
  /// Stand for 年, 月 and 日; no text holds these control characters.
  static let (year, month, day): (UInt8, UInt8, UInt8) = (1, 2, 3)
  /// Stands for any character that no date or number has.
  static let other: UInt8 = 0

  /// UTF-8, valid.
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var last: UInt8?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The plain byte for the next character, and how many bytes it has.
  private var found: (plain: UInt8, length: Int)? {
    guard index < bytes.count else { return nil }
    let lead = bytes[index]
    if lead < 0x80 { return (lead, 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return (Self.other, bytes.count - index) }
    var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for byte in bytes[index + 1..<index + length] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    return (Self.plain(scalar), length)
  }

  /// The plain byte for a character: １ is 1, ： is a colon, 年 is `year`.
  private static func plain(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    // The full-width forms of ! to ~ lie in the same order.
    case 0xFF01...0xFF5E: UInt8(truncatingIfNeeded: scalar - 0xFF01 + 0x21)
    case 0x3000, 0xA0: 0x20
    case 0x5E74: year
    case 0x6708: month
    case 0x65E5: day
    case 0x2212: UInt8(ascii: "-")
    default: other
    }
  }

  var isAtEnd: Bool { index >= bytes.count }
  var peek: UInt8? { found?.plain }
  /// Whether what was read last is 日.
  var isAfterDay: Bool { last == Self.day }

  @discardableResult
  mutating func next() -> UInt8? {
    guard let (plain, length) = found else { return nil }
    index += length
    last = plain
    return plain
  }

  /// Whether the next byte is the given one, which is then passed.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    next()
    return true
  }

  /// Whether there was at least one blank; all are passed.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    var isAny = false
    while let byte = peek, byte == 0x20 || byte == 0x09 {
      next()
      isAny = true
    }
    return isAny
  }

  /// At most nine digits as a number, with how many there are; `nil` if none or more.
  mutating func number() -> (value: Int, places: Int)? {
    var (value, places) = (0, 0)
    while let byte = peek, byte >= 0x30, byte <= 0x39 {
      guard places < 9 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      places += 1
      next()
    }
    return places > 0 ? (value, places) : nil
  }
}

/// Lends the bytes of a text to a reader of bytes.
func withBytes<Result, Failure>(
  of text: String, _ read: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
) throws(Failure) -> Result {
  var text = text
  // A closure's typed error is not inferred through the standard library's function, hence the result.
  let result = text.withUTF8 { bytes in Swift.Result { () throws(Failure) in try read(bytes) } }
  return try result.get()
}
