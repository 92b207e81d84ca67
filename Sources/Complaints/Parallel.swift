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
  let slots = UnsafeMutablePointer<Result<Value, Failure>?>.allocate(capacity: count)
  slots.initialize(repeating: nil, count: count)
  defer {
    slots.deinitialize(count: count)
    slots.deallocate()
  }
  // Every index is written by one thread only, and read after all have ended.
  nonisolated(unsafe) let shared = slots
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    while true {
      let start = next.add(step, ordering: .relaxed).oldValue
      guard start < count else { return }
      for index in start..<min(start + step, count) {
        shared[index] = Result { () throws(Failure) in try compute(index) }
      }
    }
  }
  var values: [Value] = []
  values.reserveCapacity(count)
  for index in 0..<count {
    guard let result = slots[index].take() else { preconditionFailure("every index is computed") }
    values.append(try result.get())
  }
  return values
}
