import Synchronization

/// A value that many pages need and that is made when the first of them asks for it.
final class Once<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  /// The value; whoever comes while it is being made waits for it.
  func value(_ make: () -> Value) -> Value {
    kept.withLock { kept in
      if let made = kept { return made }
      let made = make()
      kept = made
      return made
    }
  }
}
