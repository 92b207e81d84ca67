import Complaints
import Digests

/// One case, with what of it matters to pages besides its card; plain numbers, since there are as many as cases.
struct CaseReach: Sendable {
  /// Of its file's path and all that stands in its fields.
  let digest: DigestSum
  /// From the first day that any of its fields names to the last, or to as-of while it is open.
  let days: ClosedRange<Day>
  let received: Day

  /// - Parameters:
  ///   - fields: Of all that stands in its fields.
  ///   - named: From the first day that any of them names to the last.
  ///   - isClosed: At the end of as-of.
  init(_ file: CaseFile, fields: Digest, named: ClosedRange<Day>?, isClosed: Bool, asOf: Day) {
    var digester = Digester()
    digester.add(file.path)
    digester.add(fields)
    digest = DigestSum(digester.digest())
    received = file.complaint.received.day
    let start = min(named?.lowerBound ?? received, received)
    days = start...max(start, isClosed ? named?.upperBound ?? received : asOf)
  }
}

extension CaseTraits.Traits {
  /// Whether a case is over, and none of its fields names a day later than as-of: its card no longer moves with the days.
  ///
  /// - Parameter isClosed: At the end of as-of.
  func isSettled(isClosed: Bool, asOf: Day) -> Bool {
    isClosed && (days?.upperBound ?? asOf) <= asOf && !isPaused
  }
}
