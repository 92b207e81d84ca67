package import Complaints
import Digests
import Threads

/// What other pages than its card, and other files, need to know of each case as it stands in its file; read once, and kept from one build to the next.
package struct CaseTraits: Sendable {
  /// Of one case.
  struct Traits: Hashable, Sendable {
    /// Of all that stands in its fields.
    let fields: Digest
    /// From the first day that any of its fields names to the last; `nil` where none does.
    let days: ClosedRange<Day>?
    /// Whether a pause of it has no end.
    let isPaused: Bool
    /// Of a case that a rule keeps out of every figure, whether it is closed at as-of; of others the figures tell.
    let isOver: Bool
    /// Whether its narrative may have links or images, which takes a bracket.
    let hasLinks: Bool
    /// Whether it says why it is open.
    let saysWhyOpen: Bool
    /// Of a case that a rule keeps out of every figure, the line of the field that does; 1 where its file has none, 0 of others.
    let exclusionLine: UInt16
    /// The ids that its fields name.
    let cases: [String]
    /// The files below attachments/ that its fields name.
    let files: [String]
    /// Those that only the team may see on its account.
    let hiddenFiles: [String]
  }

  /// By the place of the case in the ledger.
  let all: [Traits]
  /// Of the files of the cases.
  let digests: [Digest]
  /// How many had to be read, since nothing was kept of them.
  package let reread: Int

  init(_ all: [Traits], _ digests: [Digest], reread: Int = 0) {
    (self.all, self.digests, self.reread) = (all, digests, reread)
  }

  /// - Parameters:
  ///   - kept: What was read of the cases before, on the same grounds, of the same day and with the same attachments.
  ///   - jobs: How many threads read.
  package init(_ ledger: Ledger, asOf: Day, kept: CaseTraits? = nil, jobs: Int = 1) {
    let cases = ledger.cases
    let digests = cases.map(\.digest)
    let known = kept?.digests.places(of: digests) ?? []
    let attachments = ledger.attachments.map(\.name)
    all = inParallel(cases.count, jobs: jobs, step: 256) { place throws(Never) in
      if let kept, known[place] >= 0 { return kept.all[Int(known[place])] }
      return Traits(cases[place], attachments: attachments, asOf: asOf)
    }
    self.digests = digests
    reread = kept == nil ? cases.count : known.count { $0 < 0 }
  }
}

extension CaseTraits.Traits {
  /// - Parameter attachments: The names of all files below attachments/.
  init(_ file: CaseFile, attachments: [String], asOf: Day) {
    let mentions = Mentions(file.record)
    fields = file.record.store.withBytes {
      Digest(of: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer($0)[..<file.narrativeStart]))
    }
    days = mentions.days
    isPaused = file.complaint.pauses.contains { $0.to == nil }
    let exclusion = file.complaint.exclusion(asOf: asOf)
    isOver = exclusion != nil && isClosed(file.complaint, asOf: asOf)
    exclusionLine = exclusion.map { UInt16(clamping: file.record[$0.field]?.mark.line ?? 1) } ?? 0
    hasLinks = file.narrativeHolds(UInt8(ascii: "["))
    saysWhyOpen = file.record.text("open_reason") != nil
    (cases, files) = (mentions.cases, mentions.files)
    hiddenFiles = Self.hiddenFiles(of: file, naming: files, attachments: attachments)
  }
}
