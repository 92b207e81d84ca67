/// 128 bits that stand for a run of bytes: equal bytes have equal digests, and two that differ by chance do not meet.
///
/// Made for finding out what changed, not against people who look for two texts with one digest: whoever may write the ledger may write the page itself.
package struct Digest: Hashable, Sendable, BitwiseCopyable {
  package let high, low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Stands for nothing; no run of bytes has it but by chance.
  package static let zero = Digest(high: 0, low: 0)

  /// Of a run of bytes.
  package init(of bytes: UnsafeRawBufferPointer) {
    var digester = Digester()
    digester.add(bytes)
    self = digester.digest()
  }

  /// Of a run of bytes.
  package init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Digest(of: $0) }
  }
}

extension Digest: CustomStringConvertible {
  /// 32 hexadecimal digits.
  package var description: String { digits(high) + digits(low) }

  private func digits(_ half: UInt64) -> String {
    let digits = String(half, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
