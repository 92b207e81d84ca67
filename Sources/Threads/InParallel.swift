import Dispatch
import Synchronization

/// Computes `count` values on several threads, in the order of their indices whatever finishes first. After a failure
/// nothing more is begun.
///
/// - Parameters:
///   - step: How many indices a thread takes at a time: of small tasks some, or the threads wait for each other; of large
///     ones, one.
///   - own: Makes what each thread has for itself, as a buffer that its tasks reuse.
/// - Throws: The failure of the lowest index that has one.
package func inParallel<Value: Sendable, Own, Failure: Error>(
  _ count: Int, jobs: Int, step: Int = 1, own: @Sendable () -> Own,
  _ compute: @Sendable (Int, inout Own) throws(Failure) -> Value
) throws(Failure) -> [Value] {
  let workers = min(max(jobs, 1), (count + step - 1) / step)
  guard workers > 1 else {
    var (values, own) = ([Value](), own())
    values.reserveCapacity(count)
    for index in 0..<count { values.append(try compute(index, &own)) }
    return values
  }
  let next = Atomic(0)
  let hasFailed = Atomic(false)
  // Those without a value: with the failure, or without because nothing more was begun.
  let missing = Mutex<[(index: Int, failure: Failure?)]>([])
  let values = [Value](unsafeUninitializedCapacity: count) { slots, filled in
    // Every index is written by one thread only, and read after all have ended.
    nonisolated(unsafe) let shared = slots
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var own = own()
      while true {
        // Asked before the indices are taken: lower ones than those of a failure were begun then.
        let isOver = hasFailed.load(ordering: .relaxed)
        let start = next.add(step, ordering: .sequentiallyConsistent).oldValue
        guard start < count else { return }
        for index in start..<min(start + step, count) {
          do throws(Failure) {
            if isOver { missing.withLock { $0.append((index, nil)) } }
            if !isOver { shared.initializeElement(at: index, to: try compute(index, &own)) }
          } catch {
            missing.withLock { $0.append((index, error)) }
            hasFailed.store(true, ordering: .sequentiallyConsistent)
          }
        }
      }
    }
    let absent = missing.withLock { Set($0.map(\.index)) }
    filled = absent.isEmpty ? count : 0
    for index in 0..<count where filled == 0 && !absent.contains(index) { slots.deinitializeElement(at: index) }
  }
  let failures = missing.withLock { $0.compactMap { index, failure in failure.map { (index, $0) } } }
  if let first = failures.min(by: { $0.0 < $1.0 }) { throw first.1 }
  return values
}

/// The same for tasks that have nothing of their thread's own; small ones, unless a step is given.
package func inParallel<Value: Sendable, Failure: Error>(
  _ count: Int, jobs: Int, step: Int = 16, _ compute: @Sendable (Int) throws(Failure) -> Value
) throws(Failure) -> [Value] {
  try inParallel(count, jobs: jobs, step: step, own: {}) { index, _ throws(Failure) in try compute(index) }
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
