package import Digests

/// A case file as it was read: what figures need, all typed values with their places, and the narrative.
///
/// A class since it goes from list to list, and a copy of a value would count a reference to each of its many fields.
package final class CaseFile: Sendable {
  package let path: String
  package let complaint: Complaint
  package let record: Record
  /// UTF-8, valid.
  package let narrative: [UInt8]
  /// The line of the file on which the narrative begins.
  package let narrativeLine: Int
  /// The fields of which something could not be read; empty of a file that stands.
  package let damaged: Set<String>
  /// Of the bytes of the file; of no bytes where it was made of none.
  package let digest: Digest

  package init(
    path: String, complaint: Complaint, record: Record, narrative: [UInt8], narrativeLine: Int,
    damaged: Set<String> = [], digest: Digest = Digest(of: [])
  ) {
    self.path = path
    self.complaint = complaint
    self.record = record
    self.narrative = narrative
    self.narrativeLine = narrativeLine
    self.damaged = damaged
    self.digest = digest
  }
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
