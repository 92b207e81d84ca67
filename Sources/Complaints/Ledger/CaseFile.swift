package import Digests

/// A case file as it was read: what figures need, all typed values with their places, and the narrative.
///
/// A class since it goes from list to list, and a copy of a value would count a reference to each of its many fields.
package final class CaseFile: Sendable {
  package let path: String
  package let complaint: Complaint
  package let record: Record
  /// Of the bytes of the whole file: whatever is made of the case alone is as it was while they are.
  package let digest: Digest
  /// The line of the file on which the narrative begins.
  package let narrativeLine: Int
  /// The fields of which something could not be read; empty of a file that stands.
  package let damaged: Set<String>
  /// Where the narrative lies in the store of the record: from here to its end.
  package let narrativeStart: Int

  /// - Parameter narrativeStart: Where the narrative begins in the store of the record, whose last part it is.
  package init(
    path: String, complaint: Complaint, record: Record, digest: Digest, narrativeStart: Int, narrativeLine: Int,
    damaged: Set<String> = []
  ) {
    self.path = path
    self.complaint = complaint
    self.record = record
    self.digest = digest
    self.narrativeStart = narrativeStart
    self.narrativeLine = narrativeLine
    self.damaged = damaged
  }

  /// A case of no file: its narrative is laid beside its record, and both are its bytes.
  package convenience init(
    path: String, complaint: Complaint, record: Record, narrative: [UInt8], narrativeLine: Int,
    damaged: Set<String> = []
  ) {
    let whole = record.beside(narrative)
    self.init(
      path: path, complaint: complaint, record: whole, digest: whole.store.withBytes { Digest(of: Array($0)) },
      narrativeStart: whole.store.count - narrative.count, narrativeLine: narrativeLine, damaged: damaged)
  }

  /// The same file with its bytes elsewhere.
  ///
  /// - Parameter store: Of the same bytes.
  package func moved(to store: RecordStore) -> CaseFile? {
    let record = Record(schema: record.schema, store: store, end: narrativeStart)
    guard let complaint = Complaint(record) else { return nil }
    return CaseFile(
      path: path, complaint: complaint, record: record, digest: digest, narrativeStart: narrativeStart,
      narrativeLine: narrativeLine, damaged: damaged)
  }

  /// UTF-8, valid.
  package var narrative: [UInt8] { withNarrative { Array($0) } }

  /// Lends the same as it lies in the store.
  package func withNarrative<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try record.store.withBytes { try body(UnsafeBufferPointer(rebasing: $0[narrativeStart...])) }
  }

  /// Whether a byte occurs in the narrative.
  package func narrativeHolds(_ byte: UInt8) -> Bool { record.store.withBytes { $0[narrativeStart...].contains(byte) } }
}

/// Why a case stands in no figure.
package enum Exclusion: String, CaseIterable, Sendable {
  /// Received later than the as-of day: it does not exist yet, and has no card.
  case afterAsOf = "after_as_of"
  case void
  case notComplaint = "not_complaint"
  /// Continues another case.
  case appeal
}

/// The account of the ledger: no file is lost in silence.
package struct Account: Hashable, Sendable {
  package let found: Int
  package let published: Int
  /// For each reason in its fixed order.
  package let excluded: [Int]
  package let inError: Int

  package init(found: Int, published: Int, excluded: [Int], inError: Int) {
    self.found = found
    self.published = published
    self.excluded = excluded
    self.inError = inError
  }

  package func excluded(_ reason: Exclusion) -> Int {
    Exclusion.allCases.firstIndex(of: reason).map { excluded[$0] } ?? 0
  }

  /// Whether every file found is accounted for.
  package var isComplete: Bool { found == published + excluded.reduce(0, +) + inError }
}
