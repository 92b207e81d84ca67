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
  /// What its file says wherever days stand.
  let traits: CaseTraits.Traits

  /// - Parameter isClosed: At the end of as-of.
  init(_ file: CaseFile, _ traits: CaseTraits.Traits, isClosed: Bool, asOf: Day) {
    var digester = Digester()
    digester.add(file.path)
    digester.add(traits.fields)
    digest = DigestSum(digester.digest())
    let received = file.complaint.received.day
    let start = min(traits.days?.lowerBound ?? received, received)
    days = start...max(start, isClosed ? traits.days?.upperBound ?? received : asOf)
    isSettled = isClosed && (traits.days?.upperBound ?? asOf) <= asOf && !traits.isPaused
    self.traits = traits
  }
}
