/// Where a link may lead: what is not listed here is not linked.
enum Destination: Hashable {
  /// A place on the site, or on the page.
  case relative(String)
  /// http or https.
  case remote(String)
  /// mailto or tel.
  case contact(String)

  /// Returns `nil` for every other scheme, however it is disguised.
  ///
  /// Browsers pass over control characters and leading blanks, read `\` as `/`, and ignore case. What begins with two
  /// slashes names a host without a scheme, which from a folder would be a file on another machine.
  init?(_ written: String) {
    let visible = written.utf8.filter { $0 > 0x20 && $0 != 0x7F }
    if let end = visible.firstIndex(where: ":/\\?#".utf8.contains), visible[end] == UInt8(ascii: ":") {
      // What is cut off would make an allowed scheme a relative path once it is encoded.
      let trimmed = String(decoding: written.utf8.drop { $0 <= 0x20 }, as: UTF8.self)
      switch String(decoding: visible[..<end].map { $0 | 0x20 }, as: UTF8.self) {
      case "http", "https": self = .remote(trimmed)
      case "mailto", "tel": self = .contact(trimmed)
      default: return nil
      }
      return
    }
    guard visible.prefix(while: "/\\".utf8.contains).count < 2 else { return nil }
    self = .relative(written)
  }
}

/// Returns the destination with everything that a URL cannot hold written as %XX; what is so written already stays.
func percentEncoded(_ destination: String) -> String {
  guard !destination.utf8.allSatisfy(isPlainInURL) else { return destination }
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in destination.utf8 {
    if isPlainInURL(byte) {
      bytes.append(byte)
    } else {
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func isPlainInURL(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "-_.+!*(),%#@?=;:/$~'&".utf8.contains(byte)
  }
}

/// Returns the text that a destination stands for; as it is written where its escapes are not UTF-8.
package func percentDecoded(_ destination: String) -> String {
  let source = Array(destination.utf8)
  guard source.contains(UInt8(ascii: "%")) else { return destination }
  var bytes: [UInt8] = []
  var index = 0
  while index < source.count {
    if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
      let high = hexadecimal(source[index + 1]), let low = hexadecimal(source[index + 2])
    {
      bytes.append(high << 4 | low)
      index += 3
    } else {
      bytes.append(source[index])
      index += 1
    }
  }
  return String(validating: bytes, as: UTF8.self) ?? destination
}

private func hexadecimal(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
