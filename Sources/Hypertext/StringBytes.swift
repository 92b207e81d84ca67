extension UnsafeBufferPointer<UInt8> {
  /// Where a byte first stands, looked for eight at a time; `nil` where it does not.
  ///
  /// - Note: Source of the test: Henry S. Warren, *Hacker's Delight* (2nd ed. 2012), 6-1, “Find First 0-Byte”.
  package func place(of byte: UInt8) -> Int? {
    let (each, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let (bytes, wanted) = (UnsafeRawBufferPointer(self), each &* UInt64(byte))
    var place = 0
    while place + 8 <= count {
      let other = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ wanted
      if (other &- each) & ~other & high != 0 { break }
      place += 8
    }
    while place < count {
      if self[place] == byte { return place }
      place += 1
    }
    return nil
  }
}

extension String {
  /// Hands out the UTF-8 without a copy; every string of Swift's own has it in one piece.
  @inlinable
  @inline(__always)
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    if let result = try utf8.withContiguousStorageIfAvailable({ try body($0) }) { return result }
    return try withCopiedBytes(body)
  }

  /// Stands apart, for where the copy is put into the caller a reference is counted before it is known to be needed.
  @usableFromInline
  @inline(never)
  package func withCopiedBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try Array(utf8).withUnsafeBufferPointer(body)
  }
}
