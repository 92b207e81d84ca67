/// The only place where text becomes part of a document in another language.
package enum Escape {
  /// Appends text for HTML and SVG, both between tags and inside double or single quotes.
  ///
  /// Characters that XML forbids (U+0000-U+001F but tab, line feed and carriage return) become U+FFFD.
  package static func html(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { html($0, into: &bytes) }
  }

  /// The same for UTF-8 that is in a buffer already; runs without special characters are copied whole.
  package static func html(_ source: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var start = 0
    let special = special
    for index in source.indices where isSpecial(source[index], special) {
      bytes.append(contentsOf: source[start..<index])
      entity(source[index]).withUTF8Buffer { bytes.append(contentsOf: $0) }
      start = index + 1
    }
    bytes.append(contentsOf: source[start...])
  }

  /// One bit for each byte below 64 that cannot stand as it is: control characters but 09, 0A and 0D, and `"&'<>`.
  private static let special: UInt64 = {
    let signs: [UInt8] = [0x22, 0x26, 0x27, 0x3C, 0x3E]
    let controls = (UInt8(0)..<0x20).filter { ![0x09, 0x0A, 0x0D].contains($0) }
    return (signs + controls).reduce(0) { $0 | 1 << UInt64($1) }
  }()

  private static func isSpecial(_ byte: UInt8, _ special: UInt64) -> Bool {
    byte < 64 && special >> UInt64(byte) & 1 == 1
  }

  private static func entity(_ byte: UInt8) -> StaticString {
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
