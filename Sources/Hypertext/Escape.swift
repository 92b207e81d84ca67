/// The only place where text becomes part of a document in another language.
package enum Escape {
  /// Appends text for HTML and SVG, both between tags and inside double or single quotes.
  ///
  /// Characters that XML forbids (U+0000-U+001F but tab, line feed and carriage return) become U+FFFD.
  package static func html(_ text: String, into bytes: inout [UInt8]) {
    text.withBytes { html($0, into: &bytes) }
  }

  /// The same for UTF-8 that is in a buffer already; runs without special characters are copied whole.
  package static func html(_ source: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    bytes.append { $0.write(text: source) }
  }

  /// Whether one of eight bytes is special, or white space that only looks so.
  ///
  /// - Note: Source of the tests: Henry S. Warren, *Hacker's Delight* (2nd ed. 2012), 6-1, “Find First 0-Byte”.
  @inline(__always)
  static func mayHoldSpecial(_ word: UInt64) -> Bool {
    let each: UInt64 = 0x0101_0101_0101_0101
    // Nothing special but what is ASCII, of which most Chinese text has none.
    if word & (each &* 0x80) == each &* 0x80 { return false }
    func belowZero(_ word: UInt64, _ limit: UInt64) -> UInt64 { (word &- each &* limit) & ~word }
    let controls = belowZero(word, 0x20)
    let quote = belowZero(word ^ each &* 0x22, 1)
    // One bit apart: & and ', < and >.
    let ampersandOrApostrophe = belowZero((word | each) ^ each &* 0x27, 1)
    let brackets = belowZero((word | each &* 2) ^ each &* 0x3E, 1)
    // The parentheses matter: & and &* bind alike.
    return (controls | quote | ampersandOrApostrophe | brackets) & (each &* 0x80) != 0
  }

  /// One bit for each byte below 64 that cannot stand as it is: control characters but 09, 0A and 0D, and `"&'<>`.
  private static let special: UInt64 = 0x5000_00C4_FFFF_D9FF

  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 64 && special >> UInt64(byte) & 1 == 1
  }

  static func entity(_ byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: "\u{FFFD}"
    }
  }
}
