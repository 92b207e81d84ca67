import Synchronization

/// Adds up the time that several threads spend on one kind of work; nothing of it reaches the site.
package final class WorkClock: Sendable {
  private let nanoseconds = Atomic(0)

  package init() {}

  package func time<Result, Failure: Error>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
    let begin = ContinuousClock.now
    defer {
      let (seconds, attoseconds) = (ContinuousClock.now - begin).components
      nanoseconds.add(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000), ordering: .relaxed)
    }
    return try work()
  }

  /// What all threads have spent so far.
  package var spent: Duration { .nanoseconds(nanoseconds.load(ordering: .relaxed)) }
}
