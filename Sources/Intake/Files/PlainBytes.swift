/// Passes over text in which nothing can be wrong, sixteen bytes at a time: ASCII that can be seen, blanks, tabs and line
/// feeds, and well-formed characters of three bytes from U+2000 to U+9FFF and from U+F000 on, as Chinese text is made of.
///
/// - Parameter start: Where a character begins.
/// - Returns: Where a character begins that needs a closer look, or fewer than sixteen bytes are left.
func endOfPlainText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  // A block is looked at together with the two bytes before it.
  guard start >= 2, let base = bytes.baseAddress else { return start }
  let raw = UnsafeRawPointer(base)
  var place = start
  while place + 16 <= bytes.count {
    let block = PlainBlock(
      here: raw.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self),
      before: raw.loadUnaligned(fromByteOffset: place - 1, as: SIMD16<UInt8>.self),
      twoBefore: raw.loadUnaligned(fromByteOffset: place - 2, as: SIMD16<UInt8>.self))
    guard block.isPlain else { break }
    place += 16
  }
  // The last character of a block may go on behind it, or should.
  if place > start, bytes[place - 1] >= 0xE0 { return place - 1 }
  return place > start && bytes[place - 2] >= 0xE0 ? place - 2 : place
}

/// Sixteen bytes, and for each of them the one before it and the one before that.
private struct PlainBlock {
  let here, before, twoBefore: SIMD16<UInt8>

  private typealias Mask = SIMDMask<SIMD16<Int8>>

  /// Whether bytes begin a character of three bytes of which any two bytes that go on with it make a good one, but for
  /// what `hasOdd` finds.
  private static func begin(_ bytes: SIMD16<UInt8>) -> Mask {
    (bytes .>= 0xE2) .& (bytes .<= 0xE9) .| (bytes .== 0xEF)
  }

  /// U+2028 and U+2029 are line breaks to some; from U+FEFF, and among U+FFC0 to U+FFFF, are some that YAML refuses.
  private var hasOdd: Mask {
    (twoBefore .== 0xE2) .& (before .== 0x80) .& (here .== 0xA8 .| here .== 0xA9)
      .| (before .== 0xEF) .& (here .== 0xBB .| here .== 0xBF)
  }

  var isPlain: Bool {
    let goesOn = (here & 0xC0) .== 0x80
    let mustGoOn = Self.begin(before) .| Self.begin(twoBefore)
    let isSeen = (here .>= 0x20) .& (here .<= 0x7E) .| (here .== 0x0A) .| (here .== 0x09)
    let isGood = isSeen .| goesOn .| Self.begin(here)
    return !any((goesOn .^ mustGoOn) .| .!isGood .| hasOdd)
  }
}
