/// The bytes in which one case is kept: its record, and whatever else of it stands behind that.
///
/// A ledger has a hundred values a case: as bytes they take a third of the room of a tree of values, and can be kept
/// from one build to the next as they are.
package final class RecordStore: Sendable {
  nonisolated(unsafe) private let start: UnsafePointer<UInt8>
  package let count: Int
  /// The codes that the bytes name by number.
  package let words: WordTable
  /// Who holds the bytes; `nil` where they are this store's own.
  private let holder: (any AnyObject & Sendable)?

  /// A copy of some bytes.
  package init(_ bytes: [UInt8], words: WordTable) {
    let own = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    bytes.withUnsafeBufferPointer { bytes in
      if let first = bytes.baseAddress { own.initialize(from: first, count: bytes.count) }
    }
    start = UnsafePointer(own)
    count = bytes.count
    self.words = words
    holder = nil
  }

  /// Bytes that somebody else holds, and does not change.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, of holder: any AnyObject & Sendable, words: WordTable) {
    guard let start = bytes.baseAddress else { preconditionFailure("a case has bytes") }
    self.start = start
    count = bytes.count
    self.words = words
    self.holder = holder
  }

  deinit {
    if holder == nil { start.deallocate() }
  }

  /// Lends the bytes.
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(self) { try body(UnsafeBufferPointer(start: start, count: count)) }
  }
}

/// The codes of every vocabulary of a ledger in one list, so that a case need not hold them.
package final class WordTable: Sendable {
  package let codes: [String]

  package init(_ codes: [String]) {
    self.codes = codes
  }

  /// The words of all vocabularies in the order of their names, each in the order of its terms.
  package convenience init(_ vocabularies: Vocabularies) {
    self.init(vocabularies.names.flatMap { vocabularies[$0].terms.map(\.code) })
  }

  /// Of no words: codes are then kept as text.
  package static let none = WordTable([])
}
