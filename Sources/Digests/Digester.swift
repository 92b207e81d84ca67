/// Takes in bytes piece by piece and says their digest; how they were cut makes no difference.
///
/// - Note: Source: Austin Appleby, MurmurHash3_x64_128 (public domain), seed 0: no faster one is as short and as well tested.
package struct Digester: Sendable {
  private var (one, other): (UInt64, UInt64) = (0, 0)
  /// What does not fill a block yet, the first byte lowest.
  private var (low, high): (UInt64, UInt64) = (0, 0)
  private var length = 0

  // Computed, since what is kept has to be looked for with each block.
  private static var c1: UInt64 { 0x87c3_7b91_1142_53d5 }
  private static var c2: UInt64 { 0x4cf5_ad43_2745_937f }

  package init() {}

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var rest = 0
    func word(_ place: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    if length & 15 == 0 {
      while bytes.count - rest >= 16 {
        mix(word(rest), word(rest + 8))
        rest += 16
        length += 16
      }
    }
    while bytes.count - rest >= 8 {
      take(word(rest), 8)
      rest += 8
    }
    guard rest < bytes.count else { return }
    var last: UInt64 = 0
    for (index, byte) in bytes[rest...].enumerated() { last |= UInt64(byte) << UInt64(index * 8) }
    take(last, bytes.count - rest)
  }

  package mutating func add(_ number: UInt64) { take(number, 8) }

  package mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  package mutating func add(_ digest: Digest) {
    add(digest.high)
    add(digest.low)
  }

  /// A text with its length before it, so that two texts in a row are not two others.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      add(bytes.count)
      add(UnsafeRawBufferPointer(bytes))
    }
  }

  /// Bytes with their length before them.
  package mutating func add(_ bytes: [UInt8]) {
    add(bytes.count)
    bytes.withUnsafeBytes { add($0) }
  }

  /// Takes in one to eight bytes, the first of them lowest, and nothing above the last.
  @inline(__always)
  private mutating func take(_ bytes: UInt64, _ count: Int) {
    let filled = length & 7
    put(bytes << UInt64(filled * 8), min(count, 8 - filled))
    // What had no room begins the next half.
    if count > 8 - filled { put(bytes >> UInt64((8 - filled) * 8), count - (8 - filled)) }
  }

  @inline(__always)
  private mutating func put(_ bytes: UInt64, _ count: Int) {
    if length & 8 == 0 { low |= bytes } else { high |= bytes }
    step(by: count)
  }

  @inline(__always)
  private mutating func step(by count: Int) {
    length += count
    guard length & 15 == 0 else { return }
    mix(low, high)
    (low, high) = (0, 0)
  }

  @inline(__always)
  private mutating func mix(_ low: UInt64, _ high: UInt64) {
    one ^= Self.scrambled(low, Self.c1, 31, Self.c2)
    one = ((Self.rotated(one, 27) &+ other) &* 5) &+ 0x52dc_e729
    other ^= Self.scrambled(high, Self.c2, 33, Self.c1)
    other = ((Self.rotated(other, 31) &+ one) &* 5) &+ 0x3849_5ab5
  }

  /// Of all that was added so far; more may follow.
  package func digest() -> Digest {
    var (one, other) = (one, other)
    let rest = length & 15
    if rest > 8 { other ^= Self.scrambled(high, Self.c2, 33, Self.c1) }
    if rest > 0 { one ^= Self.scrambled(low, Self.c1, 31, Self.c2) }
    one ^= UInt64(length)
    other ^= UInt64(length)
    one = one &+ other
    other = other &+ one
    one = Self.finished(one)
    other = Self.finished(other)
    one = one &+ other
    return Digest(high: one, low: other &+ one)
  }

  @inline(__always)
  private static func scrambled(_ block: UInt64, _ first: UInt64, _ turn: UInt64, _ second: UInt64) -> UInt64 {
    rotated(block &* first, turn) &* second
  }

  @inline(__always)
  private static func rotated(_ number: UInt64, _ turn: UInt64) -> UInt64 { number << turn | number >> (64 - turn) }

  private static func finished(_ number: UInt64) -> UInt64 {
    var number = number
    number ^= number >> 33
    number = number &* 0xff51_afd7_ed55_8ccd
    number ^= number >> 33
    number = number &* 0xc4ce_b9fe_1a85_ec53
    return number ^ number >> 33
  }
}
