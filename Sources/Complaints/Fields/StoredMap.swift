/// A value as it lies among the bytes of a case: nothing is copied to show it, and it must not outlive the call that
/// lends it.
package enum StoredValue {
  case text(UnsafeBufferPointer<UInt8>)
  /// The number of a word in the store's table.
  case word(Int)
  /// A code that no vocabulary lists.
  case code(UnsafeBufferPointer<UInt8>)
  case moment(Moment)
  case count(Int)
  case quantity(Quantity)
  case money(Money)
  /// Hundredths of a percent.
  case percent(Int)
  case yesNo(Bool)
  case list(StoredList)
  case map(StoredMap)

  init(_ cursor: RecordCursor) {
    var cursor = cursor
    switch cursor.kind() {
    case .text: self = .text(cursor.rest)
    case .code: self = .code(cursor.rest)
    case .word: self = .word(cursor.number())
    case .moment: self = .moment(cursor.moment(hasTime: true))
    case .day: self = .moment(cursor.moment(hasTime: false))
    case .count: self = .count(cursor.number())
    case .quantity: self = .quantity(Quantity(millionths: cursor.number()))
    case .money: self = .money(Money(cents: cursor.number()))
    case .percent: self = .percent(cursor.number())
    case .yes: self = .yesNo(true)
    case .no: self = .yesNo(false)
    case .list: self = .list(StoredList(cursor))
    case .map: self = .map(StoredMap(cursor))
    }
  }

  package var moment: Moment? { if case .moment(let moment) = self { moment } else { nil } }
  package var map: StoredMap? { if case .map(let map) = self { map } else { nil } }
  package var list: StoredList? { if case .list(let list) = self { list } else { nil } }
  package var quantity: Quantity? { if case .quantity(let quantity) = self { quantity } else { nil } }
  package var percent: Int? { if case .percent(let percent) = self { percent } else { nil } }
  package var money: Money? { if case .money(let money) = self { money } else { nil } }
  package var yesNo: Bool? { if case .yesNo(let answer) = self { answer } else { nil } }

  /// A text, or the code of a word of that table.
  package func text(_ words: WordTable) -> String? {
    switch self {
    case .text(let bytes), .code(let bytes): String(decoding: bytes, as: UTF8.self)
    case .word(let number): words.codes[number]
    default: nil
    }
  }
}

/// The fields of a map in the order of its schema, as they lie among the bytes of a case.
package struct StoredMap: Sequence {
  private let cursor: RecordCursor

  init(_ cursor: RecordCursor) {
    self.cursor = cursor
  }

  package struct Iterator: IteratorProtocol {
    fileprivate var cursor: RecordCursor

    package mutating func next() -> (field: Int, value: StoredValue)? {
      guard !cursor.isAtEnd else { return nil }
      let field = cursor.byte()
      guard field != RecordLayout.unknown else { return nil }
      var entry = cursor.sized()
      entry.skipMarks(4)
      return (Int(field), StoredValue(entry))
    }
  }

  package func makeIterator() -> Iterator { Iterator(cursor: cursor) }

  /// The value of a field by its index in the schema; `nil` where the case does not give it.
  package subscript(field: Int) -> StoredValue? {
    var cursor = cursor
    while !cursor.isAtEnd {
      let found = Int(cursor.byte())
      var entry = cursor.sized()
      if found < field { continue }
      guard found == field else { return nil }
      entry.skipMarks(4)
      return StoredValue(entry)
    }
    return nil
  }

  /// A bit for each field that the case gives, by its index in the schema, of which it has 64 at the most.
  package var fieldBits: UInt64 {
    var (cursor, bits) = (cursor, UInt64(0))
    while !cursor.isAtEnd {
      let field = cursor.byte()
      guard field != RecordLayout.unknown else { break }
      bits |= 1 << UInt64(field)
      _ = cursor.sized()
    }
    return bits
  }

  /// How many fields there are.
  package var count: Int { reduce(0) { count, _ in count + 1 } }

  /// The keys that no field has, in the order of the file; they stand behind all fields.
  package var unknown: StoredUnknown {
    var cursor = cursor
    while !cursor.isAtEnd {
      let rest = cursor
      if cursor.byte() == RecordLayout.unknown { return StoredUnknown(rest) }
      _ = cursor.sized()
    }
    return StoredUnknown(cursor)
  }

  /// The maps of a list of maps; none where it is not given.
  package func maps(_ field: Int) -> [StoredMap] { self[field]?.list?.maps ?? [] }
}

/// The items of a list.
package struct StoredList: Sequence {
  private let cursor: RecordCursor

  init(_ cursor: RecordCursor) {
    self.cursor = cursor
  }

  package struct Iterator: IteratorProtocol {
    fileprivate var cursor: RecordCursor

    package mutating func next() -> StoredValue? {
      guard !cursor.isAtEnd else { return nil }
      var item = cursor.sized()
      item.skipMarks(2)
      return StoredValue(item)
    }
  }

  package func makeIterator() -> Iterator { Iterator(cursor: cursor) }

  /// Its items that are maps.
  package var maps: [StoredMap] {
    var maps: [StoredMap] = []
    // As many as most lists have.
    maps.reserveCapacity(12)
    for item in self { if case .map(let map) = item { maps.append(map) } }
    return maps
  }
}

/// Keys that no field has, with their texts as they were written.
package struct StoredUnknown: Sequence {
  private let cursor: RecordCursor

  init(_ cursor: RecordCursor) {
    self.cursor = cursor
  }

  package var isEmpty: Bool { cursor.isAtEnd }

  package struct Iterator: IteratorProtocol {
    fileprivate var cursor: RecordCursor

    package mutating func next() -> (key: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>)? {
      guard !cursor.isAtEnd else { return nil }
      _ = cursor.byte()
      var entry = cursor.sized()
      entry.skipMarks(2)
      let key = entry.counted()
      return (key.rest, entry.rest)
    }
  }

  package func makeIterator() -> Iterator { Iterator(cursor: cursor) }
}

extension Record {
  /// Lends its fields as they lie among the bytes, which must not be kept.
  package func lend<Result>(_ body: (StoredMap) throws -> Result) rethrows -> Result {
    try store.withBytes { bytes in
      try body(StoredMap(RecordCursor(UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(end)]))))
    }
  }
}
