/// Writes a record as bytes, value by value, as they are read.
package struct RecordWriter {
  package private(set) var bytes: [UInt8] = []

  package init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// What was begun and is not ended: where its size stands.
  package struct Opening {
    /// Where everything of it begins.
    package let start: Int
    fileprivate let size: Int
  }

  package var count: Int { bytes.count }

  /// Takes back all that was written since.
  package mutating func cut(to opening: Opening) { bytes.removeSubrange(opening.start...) }

  /// Other bytes behind the record.
  package mutating func append(_ other: some Collection<UInt8>) { bytes.append(contentsOf: other) }
}

/// Maps and lists.
extension RecordWriter {
  /// A field of the map that is being written; its value follows.
  package mutating func begin(field: Int, key: Mark, value: Mark) -> Opening {
    let opening = begin(UInt8(field))
    append(key)
    append(signed: Int(value.line) - Int(key.line))
    append(number: Int(value.column))
    return opening
  }

  /// An item of the list that is being written; its value follows.
  package mutating func beginItem(_ mark: Mark) -> Opening {
    let opening = Opening(start: bytes.count, size: bytes.count)
    bytes.append(0)
    append(mark)
    return opening
  }

  /// A key of the map that is being written, which no field has.
  package mutating func unknown(_ key: UnsafeBufferPointer<UInt8>, _ text: some Collection<UInt8>, at mark: Mark) {
    let opening = begin(RecordLayout.unknown)
    append(mark)
    append(number: key.count)
    bytes.append(contentsOf: key)
    bytes.append(contentsOf: text)
    end(opening)
  }

  private mutating func begin(_ field: UInt8) -> Opening {
    let start = bytes.count
    bytes.append(field)
    bytes.append(0)
    return Opening(start: start, size: start + 1)
  }

  /// Ends a field or an item.
  package mutating func end(_ opening: Opening) {
    let size = bytes.count - opening.size - 1
    if size < 255 {
      bytes[opening.size] = UInt8(size)
    } else {
      bytes[opening.size] = 255
      withUnsafeBytes(of: UInt32(size)) { bytes.insert(contentsOf: $0, at: opening.size + 1) }
    }
  }

  /// Begins a value that is a list; items follow until its field or item ends.
  package mutating func beginList() { append(.list) }

  /// Begins a value that is a map; fields follow until `endMap`.
  ///
  /// - Returns: Where its first field will stand.
  package mutating func beginMap() -> Int {
    append(.map)
    return bytes.count
  }

  /// Puts the fields of a map in the order of the schema; most files have them so.
  ///
  /// - Parameter start: Where its first field stands.
  package mutating func endMap(from start: Int) {
    guard start < bytes.count else { return }
    var places: [(field: UInt8, range: Range<Int>)] = []
    var isInOrder = true
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var cursor = RecordCursor(UnsafeBufferPointer(rebasing: bytes[start...]))
      var last: UInt8 = 0
      while !cursor.isAtEnd, isInOrder {
        let field = cursor.byte()
        isInOrder = field >= last
        last = field
        _ = cursor.sized()
      }
      if isInOrder { return }
      cursor = RecordCursor(UnsafeBufferPointer(rebasing: bytes[start...]))
      while !cursor.isAtEnd {
        let begin = cursor.place - base
        let field = cursor.byte()
        _ = cursor.sized()
        places.append((field, begin..<cursor.place - base))
      }
    }
    if isInOrder { return }
    // Unknown keys keep the order of the file.
    places.sort { ($0.field, $0.range.lowerBound) < ($1.field, $1.range.lowerBound) }
    let sorted = places.flatMap { bytes[$0.range] }
    bytes.replaceSubrange(start..., with: sorted)
  }
}

/// Single values.
extension RecordWriter {
  package mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    append(.text)
    bytes.append(contentsOf: text)
  }

  /// A word by its number in the table of words.
  package mutating func word(_ number: Int) {
    append(.word)
    append(number: number)
  }

  /// A code that the table of words does not have.
  package mutating func code(_ code: UnsafeBufferPointer<UInt8>) {
    append(.code)
    bytes.append(contentsOf: code)
  }

  package mutating func moment(_ moment: Moment) {
    append(moment.hasTime ? .moment : .day)
    withUnsafeBytes(of: RecordLayout.packed(moment)) { bytes.append(contentsOf: $0) }
  }

  package mutating func count(_ count: Int) { append(.count, count) }
  package mutating func quantity(_ quantity: Quantity) { append(.quantity, quantity.millionths) }
  package mutating func money(_ money: Money) { append(.money, money.cents) }
  package mutating func percent(_ hundredths: Int) { append(.percent, hundredths) }
  package mutating func yesNo(_ answer: Bool) { append(answer ? .yes : .no) }

  private mutating func append(_ kind: RecordLayout.Kind) { bytes.append(kind.rawValue) }

  private mutating func append(_ kind: RecordLayout.Kind, _ value: Int) {
    append(kind)
    append(number: value)
  }

  private mutating func append(_ mark: Mark) {
    append(number: Int(mark.line))
    append(number: Int(mark.column))
  }

  @inline(__always)
  private mutating func append(number: Int) {
    if number >= 0, number < 0x80 { bytes.append(UInt8(truncatingIfNeeded: number)) } else { append(large: number) }
  }

  private mutating func append(large number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func append(signed: Int) { append(number: signed << 1 ^ signed >> 63) }
}

/// Whole values, for whoever has them in hand.
extension RecordWriter {
  mutating func map(_ entries: [Record.Entry], _ unknown: [Record.Unknown]) {
    let start = bytes.count
    for entry in entries {
      let opening = begin(field: entry.field, key: entry.key, value: entry.item.mark)
      value(entry.item.value)
      end(opening)
    }
    for other in unknown {
      Array(other.key.utf8).withUnsafeBufferPointer { self.unknown($0, other.text.utf8, at: other.mark) }
    }
    endMap(from: start)
  }

  private mutating func value(_ value: Value) {
    switch value {
    case .text(let text): Array(text.utf8).withUnsafeBufferPointer { self.text($0) }
    case .code(let code): Array(code.utf8).withUnsafeBufferPointer { self.code($0) }
    case .moment(let moment): self.moment(moment)
    case .count(let count): self.count(count)
    case .quantity(let quantity): self.quantity(quantity)
    case .money(let money): self.money(money)
    case .percent(let hundredths): percent(hundredths)
    case .yesNo(let answer): yesNo(answer)
    case .list(let items):
      beginList()
      for item in items {
        let opening = beginItem(item.mark)
        self.value(item.value)
        end(opening)
      }
    case .map(let record):
      _ = beginMap()
      map(Array(record.entries), record.unknown)
    }
  }
}
