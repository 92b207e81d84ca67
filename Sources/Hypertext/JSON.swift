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
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let value):
      precondition(value.isFinite, "JSON has no word for what is not a number")
      bytes.append(contentsOf: Decimals.shortest(value).utf8)
    case .string(let value): Self.write(string: value, into: &bytes)
    case .array(let values): Self.write(values, "[", "]", into: &bytes) { $0.write(into: &$1) }
    case .object(let members):
      Self.write(members, "{", "}", into: &bytes) { member, bytes in
        Self.write(string: member.key, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(into: &bytes)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], _ open: StaticString, _ close: StaticString, into bytes: inout [UInt8],
    item write: (Item, inout [UInt8]) -> Void
  ) {
    open.withUTF8Buffer { bytes.append(contentsOf: $0) }
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(item, &bytes)
    }
    close.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Quotes a string; `<`, `>` and `&` are written as escapes too, so that the document may stand inside a page.
  private static func write(string: String, into bytes: inout [UInt8]) {
    bytes.append(0x22)
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": bytes.append(contentsOf: #"\""#.utf8)
      case "\\": bytes.append(contentsOf: #"\\"#.utf8)
      case "\n": bytes.append(contentsOf: #"\n"#.utf8)
      case "\r": bytes.append(contentsOf: #"\r"#.utf8)
      case "\t": bytes.append(contentsOf: #"\t"#.utf8)
      case "\0"..<" ", "<", ">", "&", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        bytes.append(contentsOf: (#"\u"# + String(repeating: "0", count: 4 - hex.count) + hex).utf8)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    bytes.append(0x22)
  }
}
