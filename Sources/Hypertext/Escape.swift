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
    for index in source.indices {
      guard let entity = entity(source[index]) else { continue }
      bytes.append(contentsOf: source[start..<index])
      entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
      start = index + 1
    }
    bytes.append(contentsOf: source[start...])
  }

  private static func entity(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0x09, 0x0A, 0x0D: nil
    case 0..<0x20: "\u{FFFD}"
    default: nil
    }
  }
}
