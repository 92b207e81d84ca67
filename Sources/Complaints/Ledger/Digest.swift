/// A fingerprint of some bytes, 128 bits, by which two readings of a file are told to be the same.
///
/// It guards against chance and damage, not against somebody who wants two files to look alike: whoever can write the
/// ledger can write it anyway.
package struct Digest: Hashable, Sendable {
  package let high, low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The fingerprint of some bytes; of none it is zero.
  ///
  /// - Note: Source: Austin Appleby, *MurmurHash3*, x64, 128 bits, seed 0 (2011).
  package init(of bytes: UnsafeRawBufferPointer) {
    var (one, two): (UInt64, UInt64) = (0, 0)
    let whole = bytes.count & ~15
    var place = 0
    while place < whole {
      one ^= Self.first(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      one = (one.rotated(27) &+ two) &* 5 &+ 0x52dc_e729
      two ^= Self.second(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)))
      two = (two.rotated(31) &+ one) &* 5 &+ 0x3849_5ab5
      place += 16
    }
    if bytes.count > whole + 8 { two ^= Self.second(Self.tail(bytes[(whole + 8)...])) }
    if bytes.count > whole { one ^= Self.first(Self.tail(bytes[whole..<min(whole + 8, bytes.count)])) }
    one ^= UInt64(bytes.count)
    two ^= UInt64(bytes.count)
    one &+= two
    two &+= one
    (one, two) = (Self.mixed(one), Self.mixed(two))
    one &+= two
    two &+= one
    (high, low) = (one, two)
  }

  package init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Digest(of: $0) }
  }

  private static func first(_ block: UInt64) -> UInt64 {
    (block &* 0x87c3_7b91_1142_53d5).rotated(31) &* 0x4cf5_ad43_2745_937f
  }

  private static func second(_ block: UInt64) -> UInt64 {
    (block &* 0x4cf5_ad43_2745_937f).rotated(33) &* 0x87c3_7b91_1142_53d5
  }

  /// Fewer than nine bytes as a number, the first the lowest.
  private static func tail(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return value ^ value >> 33
  }
}

extension Digest: CustomStringConvertible {
  /// 32 hexadecimal digits.
  package var description: String { hexadecimal(high) + hexadecimal(low) }

  private func hexadecimal(_ half: UInt64) -> String {
    let digits = String(half, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension UInt64 {
  fileprivate func rotated(_ bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}
