import Complaints

/// What a plain scalar may be made of.
enum PlainText {
  /// Letters, digits, anything beyond ASCII, and signs that mean nothing to YAML.
  static func begins(with byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    case UInt8(ascii: "~"), UInt8(ascii: "("), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "."),
      UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether a plain scalar may end at a byte, or nothing plain holds it: a colon, `#`, or a control character.
  @inline(__always)
  static func mayEnd(at byte: UInt8) -> Bool { byte < 0x40 && ends >> UInt64(byte) & 1 != 0 }

  /// A bit for each of them.
  private static let ends: UInt64 = 0xFFFF_FFFF | 1 << 0x23 | 1 << 0x3A
}

/// Values on one line; each function returns `false` or `nil` where something is not plain.
extension PlainForm {
  /// A value up to the end of its line.
  mutating func value(_ start: Int, _ end: Int, at column: Int, _ number: Int, depth: Int) -> Bool {
    switch bytes[start] {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"):
      var reader = FlowPlace(place: start, column: column, end: end, number: number)
      guard flow(&reader, depth: depth) else { return false }
      reader.skipBlanks(bytes)
      return reader.place == end
    case let first where PlainText.begins(with: first):
      guard let last = plainEnd(start, end) else { return false }
      append(.plain, start..<last, at: mark(number, column))
      return true
    default: return false
    }
  }

  /// Where a plain scalar ends that goes on to the end of its line, without the blanks behind it.
  private func plainEnd(_ start: Int, _ end: Int) -> Int? {
    var place = start
    while place < end {
      let byte = bytes[place]
      if PlainText.mayEnd(at: byte) {
        if byte < 0x20 { return nil }
        if byte == UInt8(ascii: ":"), bytes[place + 1] == 0x20 || bytes[place + 1] == 0x0A { return nil }
        if byte == UInt8(ascii: "#"), bytes[place - 1] == 0x20 { return nil }
      }
      place += 1
    }
    while bytes[place - 1] == 0x20 { place -= 1 }
    return place
  }

  /// Where a value in braces, brackets or quotes is being read.
  struct FlowPlace {
    fileprivate(set) var place: Int
    /// Of that place, from 0, in scalars.
    fileprivate(set) var column: Int
    let end: Int
    let number: Int

    fileprivate mutating func skipBlanks(_ bytes: UnsafeBufferPointer<UInt8>) {
      while place < end, bytes[place] == 0x20 { step() }
    }

    fileprivate mutating func step() { (place, column) = (place + 1, column + 1) }
  }

  /// A value in braces, brackets or quotes, or a plain one among those.
  private mutating func flow(_ reader: inout FlowPlace, depth: Int) -> Bool {
    guard reader.place < reader.end, depth < Self.deepest else { return false }
    switch bytes[reader.place] {
    case UInt8(ascii: "{"): return collection(.mapping, UInt8(ascii: "}"), &reader, depth: depth)
    case UInt8(ascii: "["): return collection(.sequence, UInt8(ascii: "]"), &reader, depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(&reader)
    default: return plain(&reader, isKey: false)
    }
  }

  private mutating func collection(
    _ kind: Tape.Node.Kind, _ close: UInt8, _ reader: inout FlowPlace, depth: Int
  ) -> Bool {
    let place = begin(kind, at: mark(reader.number, reader.column))
    reader.step()
    reader.skipBlanks(bytes)
    var isFirst = true
    while reader.place < reader.end, bytes[reader.place] != close {
      if !isFirst {
        guard bytes[reader.place] == UInt8(ascii: ",") else { return false }
        reader.step()
        reader.skipBlanks(bytes)
      }
      isFirst = false
      if kind == .mapping {
        guard plain(&reader, isKey: true), bytes[reader.place] == UInt8(ascii: ":"), bytes[reader.place + 1] == 0x20
        else { return false }
        reader.step()
        reader.skipBlanks(bytes)
      }
      guard flow(&reader, depth: depth + 1) else { return false }
      reader.skipBlanks(bytes)
    }
    guard reader.place < reader.end else { return false }
    reader.step()
    end(place)
    return true
  }

  /// A plain scalar inside braces or brackets.
  private mutating func plain(_ reader: inout FlowPlace, isKey: Bool) -> Bool {
    let (start, column) = (reader.place, reader.column)
    guard start < reader.end, PlainText.begins(with: bytes[start]) else { return false }
    search: while reader.place < reader.end {
      let byte = bytes[reader.place]
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): break search
      case UInt8(ascii: ":"):
        let next = bytes[reader.place + 1]
        if isKey, next == 0x20 { break search }
        // A colon before a blank or a bracket may be a key's, or a mistake.
        guard PlainText.begins(with: next) else { return false }
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"), UInt8(ascii: "#"), ..<0x20: return false
      default: break
      }
      reader.place += 1
      if byte & 0xC0 != 0x80 { reader.column += 1 }
    }
    var last = reader.place
    while bytes[last - 1] == 0x20 { last -= 1 }
    guard !isKey || last == reader.place && last - start <= Self.longestKey else { return false }
    append(.plain, start..<last, at: mark(reader.number, column))
    if isKey, !trimsValues { trimKey() }
    return true
  }

  /// A scalar in quotes without anything that stands for something else.
  private mutating func quoted(_ reader: inout FlowPlace) -> Bool {
    let (quote, column) = (bytes[reader.place], reader.column)
    reader.step()
    let start = reader.place
    while bytes[reader.place] != quote {
      let byte = bytes[reader.place]
      if byte < 0x20 || byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") { return false }
      reader.place += 1
      if byte & 0xC0 != 0x80 { reader.column += 1 }
    }
    append(.quoted, start..<reader.place, at: mark(reader.number, column))
    reader.step()
    // Two single quotes are one inside, and a quoted key is libyaml's.
    return bytes[reader.place] != UInt8(ascii: "'") && bytes[reader.place] != UInt8(ascii: ":")
  }
}
