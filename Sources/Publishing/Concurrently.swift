import Dispatch
import Synchronization

/// Does a work for every index on several threads; each thread reuses one buffer. After a failure nothing more is begun.
///
/// - Throws: The failure with the lowest index.
func concurrently(
  _ count: Int, jobs: Int, _ work: @Sendable (_ index: Int, _ buffer: inout [UInt8]) throws -> Void
) throws {
  let next = Atomic(0)
  let failures = Mutex<[(index: Int, failure: any Error)]>([])
  DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
    var buffer: [UInt8] = []
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count, failures.withLock({ $0.isEmpty }) else { return }
      do {
        try work(index, &buffer)
      } catch {
        failures.withLock { $0.append((index, error)) }
      }
    }
  }
  if let first = failures.withLock({ $0.min { $0.index < $1.index } }) { throw first.failure }
}

/// What a work came to for every index, in their order whatever finishes first.
///
/// - Throws: The failure with the lowest index.
func gathered<Value: Sendable>(
  _ count: Int, jobs: Int, _ work: @Sendable (_ index: Int, _ buffer: inout [UInt8]) throws -> Value
) throws -> [Value] {
  let slots = UnsafeMutablePointer<Value?>.allocate(capacity: count)
  slots.initialize(repeating: nil, count: count)
  defer {
    slots.deinitialize(count: count)
    slots.deallocate()
  }
  // Every slot is written by one thread only, and read after all have ended.
  nonisolated(unsafe) let shared = slots
  try concurrently(count, jobs: jobs) { index, buffer in shared[index] = try work(index, &buffer) }
  return (0..<count).map { index in
    guard let value = slots[index] else { preconditionFailure("every index is worked on") }
    return value
  }
}
