import Dispatch
import Synchronization

/// A value that another thread computes while the one that wants it does something else.
package final class Meanwhile<Value: Sendable>: Sendable {
  private let made = Mutex<Result<Value, any Error>?>(nil)
  private let done = DispatchGroup()
  private let compute: @Sendable () throws -> Value

  /// - Parameter jobs: With one thread alone, the value is computed when it is asked for.
  package init(jobs: Int, _ compute: @escaping @Sendable () throws -> Value) {
    self.compute = compute
    guard jobs > 1 else { return }
    DispatchQueue.global().async(group: done) { [self] in make() }
  }

  private func make() {
    made.withLock { made in
      if made == nil { made = Result { try compute() } }
    }
  }

  /// The value, once it is there.
  ///
  /// - Throws: What computing it threw.
  package func value() throws -> Value {
    done.wait()
    make()
    return try made.withLock { made in
      guard let made else { preconditionFailure("it is made") }
      return try made.get()
    }
  }
}
