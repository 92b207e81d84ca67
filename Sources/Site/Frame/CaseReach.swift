import Complaints
import Digests

/// One case, with what of it matters to pages besides its card: the days of which it tells, and what it names.
struct CaseReach: Sendable {
  /// Of its file's path and all that stands in its fields.
  let digest: DigestSum
  /// From the first day that any of its fields names to the last, or to as-of while it is open.
  let days: ClosedRange<Day>
  /// Whether it is over, and none of its fields names a day later than as-of: its card no longer moves with the days.
  let isSettled: Bool
  /// The ids that its fields name, and the files below attachments/.
  let cases, files: [String]

  /// - Parameter isClosed: At the end of as-of.
  init(_ file: CaseFile, isClosed: Bool, asOf: Day) {
    var digester = Digester()
    digester.add(file.path)
    file.record.store.withBytes {
      digester.add(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer($0)[..<file.narrativeStart]))
    }
    digest = DigestSum(digester.digest())
    let mentions = Mentions(file.record)
    let received = file.complaint.received.day
    let start = min(mentions.days?.lowerBound ?? received, received)
    days = start...max(start, isClosed ? mentions.days?.upperBound ?? received : asOf)
    isSettled =
      isClosed && (mentions.days?.upperBound ?? asOf) <= asOf && file.complaint.pauses.allSatisfy { $0.to != nil }
    (cases, files) = (mentions.cases, mentions.files)
  }
}
