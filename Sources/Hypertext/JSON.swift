/// A JSON value, written in the order it was built.
package indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Written as the shortest decimal that reads back as the same double; must be finite.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// A whole number, or `null`.
  package static func integer(_ value: Int?) -> JSON { value.map { JSON.integer($0) } ?? .null }
  /// A number, or `null`.
  package static func number(_ value: Double?) -> JSON { value.map { JSON.number($0) } ?? .null }
  /// A string, or `null`.
  package static func string(_ value: String?) -> JSON { value.map { JSON.string($0) } ?? .null }

  /// Appends the value as compact UTF-8.
  package func write(into bytes: inout [UInt8]) {
    switch self {
    case .null: Self.writeNull(into: &bytes)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): Self.write(value, into: &bytes)
    case .number(let value): Self.write(value, into: &bytes)
    case .string(let value): Self.write(value, into: &bytes)
    case .array(let values): Self.write(array: values.count, into: &bytes) { values[$0].write(into: &$1) }
    case .object(let members):
      Self.write(object: members.count, into: &bytes) {
        members[$0].key
      } value: {
        members[$0].value.write(into: &$1)
      }
    }
  }
}

/// How JSON is spelt, for whoever writes a long document as it comes.
extension JSON {
  package static func writeNull(into bytes: inout [UInt8]) { bytes.append { $0.write("null") } }

  package static func write(_ number: Int, into bytes: inout [UInt8]) { bytes.append { $0.write(number) } }

  /// The shortest decimal that reads back as the same double.
  package static func write(_ number: Double, into bytes: inout [UInt8]) {
    precondition(number.isFinite, "JSON has no word for what is not a number")
    // Most are whole; below zero there is a negative one, and beyond 2⁵³ they are written with an exponent.
    if number == number.rounded(), abs(number) < 1e15, number != 0 || number.sign == .plus {
      write(Int(number), into: &bytes)
    } else {
      Decimals.shortest(number).withBytes { bytes.append(contentsOf: $0) }
    }
  }

  /// An array of so many items, each told by its place: what is generic would be slow in another module.
  package static func write(
    array count: Int, into bytes: inout [UInt8], item write: (Int, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for place in 0..<count {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      write(place, &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// An object of so many members, each told by its place.
  package static func write(
    object count: Int, into bytes: inout [UInt8], key: (Int) -> String, value write: (Int, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: "{"))
    for place in 0..<count {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      Self.write(key(place), into: &bytes)
      bytes.append(UInt8(ascii: ":"))
      write(place, &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Quotes a string; `<`, `>` and `&` are written as escapes too, so that the document may stand inside a page.
  package static func write(_ string: String, into bytes: inout [UInt8]) {
    bytes.append(0x22)
    string.withBytes { text in
      var start = 0
      for index in text.indices where mayNeedEscape(text[index]) {
        // U+2028 and U+2029, which end a line in scripts, are the only ones of several bytes.
        let isWide = text[index] == 0xE2
        if isWide, !(text.count > index + 2 && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8) { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        let scalar = isWide ? 0x2000 | UInt32(text[index + 2] & 0x3F) : UInt32(text[index])
        bytes.append(contentsOf: escape(scalar).utf8)
        start = index + (isWide ? 3 : 1)
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
    bytes.append(0x22)
  }

  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x5C, 0xE2: true
    default: false
    }
  }

  private static func escape(_ scalar: UInt32) -> String {
    switch scalar {
    case 0x22: return #"\""#
    case 0x5C: return #"\\"#
    case 0x0A: return #"\n"#
    case 0x0D: return #"\r"#
    case 0x09: return #"\t"#
    default:
      let hex = String(scalar, radix: 16)
      return #"\u"# + String(repeating: "0", count: 4 - hex.count) + hex
    }
  }
}
