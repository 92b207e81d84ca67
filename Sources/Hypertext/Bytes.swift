extension [UInt8] {
  /// Appends a literal of the program.
  mutating func write(_ literal: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends a literal of the program between two others, in one step.
  mutating func write(_ before: StaticString, _ literal: StaticString, _ after: StaticString) {
    let counts = (before.utf8CodeUnitCount, literal.utf8CodeUnitCount, after.utf8CodeUnitCount)
    append(addingCapacity: counts.0 + counts.1 + counts.2) { room in
      room.withUnsafeMutableBufferPointer { bytes, filled in
        guard var end = bytes.baseAddress.map({ $0 + filled }) else { return }
        end.update(from: before.utf8Start, count: counts.0)
        end += counts.0
        end.update(from: literal.utf8Start, count: counts.1)
        end += counts.1
        end.update(from: after.utf8Start, count: counts.2)
        filled += counts.0 + counts.1 + counts.2
      }
    }
  }
}

extension String {
  /// Hands out the UTF-8 without a copy; every string of Swift's own has it in one piece.
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}
