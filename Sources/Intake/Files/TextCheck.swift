import Complaints

/// What a look at every byte of a file found.
struct TextCheck {
  /// Past a byte order mark.
  let start: Int
  /// The first line break that only some programs see, or character that YAML refuses; matters in YAML only.
  let odd: (offset: Int, scalar: UInt32)?
}

/// Checks that bytes are UTF-8 without control characters.
///
/// - Complexity: One pass; nothing is copied.
func checkText(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> TextCheck {
  let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
  var odd: (offset: Int, scalar: UInt32)?
  var index = hasMark ? 3 : 0
  while index < bytes.count {
    index = endOfPlainText(bytes, from: index)
    // Where text is not plain, so much of it is looked at character by character before the next try.
    let end = min(index + 16, bytes.count)
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 {
          if byte == 0x0D {
            if odd == nil, index + 1 == bytes.count || bytes[index + 1] != 0x0A { odd = (index, 0x0D) }
          } else if byte != 0x0A && byte != 0x09 {
            throw Fault(.file(.control(UInt32(byte))), at: mark(of: index, in: bytes))
          }
        } else if byte == 0x7F {
          throw Fault(.file(.control(0x7F)), at: mark(of: index, in: bytes))
        }
        index += 1
      } else {
        guard let (scalar, length) = scalar(at: index, in: bytes) else {
          throw Fault(.file(.badUTF8(byte: byte)), at: mark(of: index, in: bytes))
        }
        if scalar < 0xA0 { throw Fault(.file(.control(scalar)), at: mark(of: index, in: bytes)) }
        if odd == nil, isOdd(scalar) { odd = (index, scalar) }
        index += length
      }
    }
  }
  return TextCheck(start: hasMark ? 3 : 0, odd: odd)
}

extension TextCheck {
  /// Refuses what YAML would read as something else than people see.
  ///
  /// - Parameter end: Where the YAML ends.
  func checkYAML(before end: Int, in bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    guard let odd, odd.offset < end else { return }
    let place = mark(of: odd.offset, in: bytes)
    let isBreak = odd.scalar == 0x0D || odd.scalar == 0x2028 || odd.scalar == 0x2029
    throw Fault(.file(isBreak ? .oddBreak(odd.scalar) : .control(odd.scalar)), at: place)
  }
}

/// Line and column of a byte, in scalars, a byte order mark not counted.
func mark(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Mark {
  var (line, column) = (1, 1)
  let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
  for index in (hasMark ? 3 : 0)..<max(offset, hasMark ? 3 : 0) {
    if bytes[index] == 0x0A {
      (line, column) = (line + 1, 1)
    } else if bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
  }
  return Mark(line: line, column: column)
}

/// U+2028, U+2029, and what libyaml does not let pass: U+FEFF, U+FFFE, U+FFFF.
private func isOdd(_ scalar: UInt32) -> Bool {
  scalar == 0x2028 || scalar == 0x2029 || scalar == 0xFEFF || scalar == 0xFFFE || scalar == 0xFFFF
}

/// A scalar of more than one byte and its length; `nil` if the bytes are no UTF-8 (overlong, surrogate, cut off).
///
/// Source: The Unicode Standard, table 3-7, well-formed UTF-8 byte sequences.
private func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (UInt32, Int)? {
  let lead = bytes[index]
  let length: Int
  switch lead {
  case 0xC2...0xDF: length = 2
  case 0xE0...0xEF: length = 3
  case 0xF0...0xF4: length = 4
  default: return nil
  }
  guard index + length <= bytes.count else { return nil }
  var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
  for next in index + 1..<index + length {
    guard bytes[next] & 0xC0 == 0x80 else { return nil }
    scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
  }
  let lowest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
  guard scalar >= lowest, scalar <= 0x10_FFFF, !(0xD800...0xDFFF).contains(scalar) else { return nil }
  return (scalar, length)
}
