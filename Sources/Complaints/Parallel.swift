import Dispatch
import Synchronization

/// Computes `count` values on several threads, in the order of their indices whatever finishes first.
///
/// - Parameter step: How many indices a thread takes at a time: of small tasks some, or the threads wait for each other; of
///   large ones, one.
/// - Throws: The failure of the lowest index that has one.
package func inParallel<Value: Sendable, Failure: Error>(
  _ count: Int, jobs: Int, step: Int = 16, _ compute: @Sendable (Int) throws(Failure) -> Value
) throws(Failure) -> [Value] {
  let workers = min(max(jobs, 1), (count + step - 1) / step)
  guard workers > 1 else {
    var values: [Value] = []
    values.reserveCapacity(count)
    for index in 0..<count { values.append(try compute(index)) }
    return values
  }
  let next = Atomic(0)
  let failures = Mutex<[(index: Int, failure: Failure)]>([])
  let values = [Value](unsafeUninitializedCapacity: count) { slots, filled in
    // Every index is written by one thread only, and read after all have ended.
    nonisolated(unsafe) let shared = slots
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let start = next.add(step, ordering: .relaxed).oldValue
        guard start < count else { return }
        for index in start..<min(start + step, count) {
          do throws(Failure) {
            shared.initializeElement(at: index, to: try compute(index))
          } catch {
            failures.withLock { $0.append((index, error)) }
          }
        }
      }
    }
    let failed = failures.withLock { Set($0.map(\.index)) }
    filled = failed.isEmpty ? count : 0
    for index in 0..<count where filled == 0 && !failed.contains(index) { slots.deinitializeElement(at: index) }
  }
  if let first = failures.withLock({ $0.min { $0.index < $1.index } })?.failure { throw first }
  return values
}

/// Computes two values side by side, if there may be two threads.
package func inParallel<One: Sendable, Other: Sendable>(
  jobs: Int, _ one: @Sendable () -> One, _ other: @Sendable () -> Other
) -> (One, Other) {
  guard jobs > 1 else { return (one(), other()) }
  var values: (One?, Other?) = (nil, nil)
  withUnsafeMutablePointer(to: &values) { values in
    // Each half is written by one thread only, and read after both have ended.
    nonisolated(unsafe) let shared = values
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      if half == 0 { shared.pointee.0 = one() } else { shared.pointee.1 = other() }
    }
  }
  guard case (let first?, let second?) = values else { preconditionFailure("both are computed") }
  return (first, second)
}
