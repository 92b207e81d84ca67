import Synchronization

/// A value that many pages need and that is made when the first of them asks for it.
final class Once<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  /// The value; whoever comes while it is being made waits for it.
  func value(_ make: () -> Value) -> Value { lend(make) { $0 } }

  /// Hands it out while nobody else has it; for a look that takes no longer than a copy would.
  func lend<Result>(_ make: () -> Value, use: (Value) -> Result) -> Result {
    kept.withLock { kept in
      if let made = kept { return use(made) }
      let made = make()
      kept = made
      return use(made)
    }
  }
}

/// A value for each of many cases, of which most builds need a few; each is made when it is first asked for.
final class Blocks<Value: Sendable>: Sendable {
  /// Neighbours share a lock, and no memory is taken where none of them is asked for.
  private let blocks: [Block]
  private static var size: Int { 256 }

  private final class Block: Sendable {
    let values = Mutex<[Value?]>([])
  }

  init(_ count: Int) {
    blocks = (0..<(count + Self.size - 1) / Self.size).map { _ in Block() }
  }

  func value(of number: Int, _ make: (Int) -> Value) -> Value { lend(number, make) { $0 } }

  /// Hands out a value: what writes thousands of them counts no reference for each, which both threads would share.
  func lend<Result>(_ number: Int, _ make: (Int) -> Value, _ use: (Value) -> Result) -> Result {
    blocks[number / Self.size].values.withLock { values in
      if values.isEmpty { values = [Value?](repeating: nil, count: Self.size) }
      let place = number % Self.size
      if let made = values[place] { return use(made) }
      let made = make(number)
      values[place] = made
      return use(made)
    }
  }
}

/// The last few values that were made, for neighbours that need the same one.
final class Recent<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let kept = Mutex<[(key: Key, value: Value)]>([])
  private let most: Int

  init(_ most: Int) {
    self.most = most
  }

  /// The value of a key; made anew if it is not among the last, and twice if two ask at once.
  func value(of key: Key, _ make: () -> Value) -> Value {
    if let found = kept.withLock({ kept in kept.first { $0.key == key }?.value }) { return found }
    let made = make()
    kept.withLock { kept in
      kept.append((key, made))
      if kept.count > most { kept.removeFirst() }
    }
    return made
  }
}
