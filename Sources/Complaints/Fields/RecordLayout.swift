/// How a record lies in bytes: written by `RecordWriter` alone, read by `RecordCursor` alone.
///
///     case  = head map rest                          all bytes of a store; its narrative is the rest
///     head  = latest:i32 fields:u16 place:u16*       the latest day of any value; where the entry of each field of the
///                                                    schema begins, 0 where it is not there; no field of a case too
///                                                    large for such places
///     map   = entry*                                 fields in the order of the schema, then keys of no field
///     entry = field:u8 size key:mark value:mark value
///           | 255      size mark length:varint key text
///     list  = item*
///     item  = size mark value
///     mark  = line:varint column:varint              an entry's second line is counted from its first, zigzag
///     size  = u8 | 255 u32                           of all that follows it
///     value = kind:u8, then what the kind says, up to the end of its entry or item
///
/// A version of this layout stands in `RecordLayout.version`; whoever keeps bytes from one run to the next asks for it.
package enum RecordLayout {
  package static let version: UInt8 = 2
  /// Stands in the place of a field for a key that no field has.
  static let unknown: UInt8 = 255

  /// What a value is.
  enum Kind: UInt8 {
    /// UTF-8 up to the end.
    case text
    /// The number of a word: a varint.
    case word
    /// UTF-8 of a code that no list has.
    case code
    /// Eight bytes each.
    case moment, day
    /// A varint each.
    case count, quantity, money, percent
    case yes, no
    case list, map
  }

  /// The bytes of a head before its places.
  static let headSize = 6

  /// A moment in eight bytes: the wall clock above, the offset below, which lies between -36 and 36 hours.
  static func packed(_ moment: Moment) -> Int64 { Int64(moment.local) << 18 | Int64(moment.offset + 131_072) }

  static func moment(_ packed: Int64, hasTime: Bool) -> Moment {
    Moment(local: Int(packed >> 18), offset: Int(packed & 262_143) - 131_072, hasTime: hasTime)
  }
}

/// Reads along a part of a record; it trusts the bytes.
struct RecordCursor {
  private(set) var place: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { preconditionFailure("a record has bytes") }
    (place, end) = (start, start + bytes.count)
  }

  init(_ place: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) {
    self.place = place
    self.end = end
  }

  var isAtEnd: Bool { place >= end }
  var rest: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: place, count: end - place) }

  @inline(__always)
  mutating func byte() -> UInt8 {
    defer { place += 1 }
    return place.pointee
  }

  /// Seven bits a byte, the lowest first.
  @inline(__always)
  mutating func number() -> Int {
    var byte = byte()
    if byte < 0x80 { return Int(byte) }
    var (value, shift) = (UInt64(byte & 0x7F), UInt64(7))
    repeat {
      byte = self.byte()
      value |= UInt64(byte & 0x7F) << shift
      shift += 7
    } while byte >= 0x80
    return Int(truncatingIfNeeded: value)
  }

  mutating func signed() -> Int {
    let number = number()
    return number >> 1 ^ -(number & 1)
  }

  /// What a size covers, which is then passed.
  @inline(__always)
  mutating func sized() -> RecordCursor {
    var size = Int(byte())
    if size == 255 {
      size = Int(UnsafeRawPointer(place).loadUnaligned(as: UInt32.self))
      place += 4
    }
    let start = place
    place += size
    return RecordCursor(start, to: place)
  }

  /// What a number covers, which is then passed.
  mutating func counted() -> RecordCursor {
    let length = number()
    let start = place
    place += length
    return RecordCursor(start, to: place)
  }

  mutating func mark() -> Mark {
    let line = number()
    return Mark(line: line, column: number())
  }

  /// The places of an entry's key and value.
  mutating func marks() -> (key: Mark, value: Mark) {
    let (line, column) = (number(), number())
    let valueLine = line + signed()
    return (Mark(line: line, column: column), Mark(line: valueLine, column: number()))
  }

  @inline(__always)
  mutating func skipMarks(_ numbers: Int) {
    for _ in 0..<numbers { while byte() >= 0x80 {} }
  }

  @inline(__always)
  mutating func kind() -> RecordLayout.Kind {
    guard let kind = RecordLayout.Kind(rawValue: byte()) else { preconditionFailure("a kind that no writer wrote") }
    return kind
  }

  mutating func moment(hasTime: Bool) -> Moment {
    defer { place += 8 }
    return RecordLayout.moment(UnsafeRawPointer(place).loadUnaligned(as: Int64.self), hasTime: hasTime)
  }

  var text: String { String(decoding: rest, as: UTF8.self) }
}
