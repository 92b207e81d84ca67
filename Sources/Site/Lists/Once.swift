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

/// A value for each of many cases, of which most builds need a few: those of a block of neighbours are made when the first of them is asked for.
final class Blocks<Value: Sendable>: Sendable {
  private let blocks: [Once<[Value]>]
  private let count: Int
  private static var size: Int { 256 }

  init(_ count: Int) {
    self.count = count
    blocks = (0..<(count + Self.size - 1) / Self.size).map { _ in Once() }
  }

  func value(of number: Int, _ make: (Int) -> Value) -> Value { lend(number, make) { $0 } }

  /// Hands out a value: what writes thousands of them counts no reference for each, which both threads would share.
  func lend<Result>(_ number: Int, _ make: (Int) -> Value, _ use: (Value) -> Result) -> Result {
    let first = number / Self.size * Self.size
    return blocks[number / Self.size].lend {
      (first..<min(first + Self.size, count)).map(make)
    } use: {
      use($0[number - first])
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
