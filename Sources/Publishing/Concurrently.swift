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
