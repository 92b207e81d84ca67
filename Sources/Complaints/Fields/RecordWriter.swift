/// Writes a record as bytes, value by value, as they are read.
///
/// Its own memory rather than an array, since nearly all is written byte by byte, and an array asks before each of them
/// whether anybody else holds it.
package struct RecordWriter: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  package private(set) var count = 0
  /// The latest day of any moment that was written, be it taken back or not; before all days where there is none.
  package private(set) var latest = Day(number: Int(Int32.min))

  package init(capacity: Int = 0) {
    self.capacity = max(capacity, 64)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// What was begun and is not ended: where its size stands.
  package struct Opening {
    /// Where everything of it begins.
    package let start: Int
    fileprivate let size: Int
  }

  /// Takes back all that was written since.
  package mutating func cut(to opening: Opening) { count = opening.start }

  /// Takes over the entries of another record.
  mutating func copy(_ entries: UnsafeBufferPointer<UInt8>, latest: Day) {
    append(UnsafeRawBufferPointer(entries))
    self.latest = max(self.latest, latest)
  }

  /// Copies all bytes to a place that has room for them.
  func copy(to place: UnsafeMutablePointer<UInt8>) { place.initialize(from: start, count: count) }

  /// Makes room for so many more bytes.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.moveInitialize(from: start, count: count)
    start.deallocate()
    start = larger
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let first = bytes.baseAddress else { return }
    reserve(bytes.count)
    UnsafeMutableRawPointer(start + count).copyMemory(from: first, byteCount: bytes.count)
    count += bytes.count
  }
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
    let opening = Opening(start: count, size: count)
    append(0)
    append(mark)
    return opening
  }

  /// A key of the map that is being written, which no field has.
  package mutating func unknown(_ key: UnsafeBufferPointer<UInt8>, _ text: String, at mark: Mark) {
    let opening = begin(RecordLayout.unknown)
    append(mark)
    append(number: key.count)
    append(UnsafeRawBufferPointer(key))
    append(text)
    end(opening)
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  private mutating func begin(_ field: UInt8) -> Opening {
    let start = count
    append(field)
    append(0)
    return Opening(start: start, size: start + 1)
  }

  /// Ends a field or an item.
  package mutating func end(_ opening: Opening) {
    let (size, place) = (count - opening.size - 1, opening.size)
    if size < 255 {
      start[place] = UInt8(size)
    } else {
      let wide = MemoryLayout<UInt32>.size
      reserve(wide)
      start[place] = 255
      let value = UnsafeMutableRawPointer(start + place + 1)
      (value + wide).copyMemory(from: value, byteCount: size)
      value.storeBytes(of: UInt32(size), as: UInt32.self)
      count += wide
    }
  }

  /// Begins a value that is a list; items follow until its field or item ends.
  package mutating func beginList() { append(.list) }

  /// Begins a value that is a map; fields follow until `endMap`.
  ///
  /// - Returns: Where its first field will stand.
  package mutating func beginMap() -> Int {
    append(.map)
    return count
  }

  /// Puts the fields of a map in the order of the schema; most files have them so.
  ///
  /// - Parameter start: Where its first field stands.
  package mutating func endMap(from first: Int) {
    let (begin, end) = (UnsafePointer(start) + first, UnsafePointer(start) + count)
    var cursor = RecordCursor(begin, to: end)
    var (last, isInOrder): (UInt8, Bool) = (0, true)
    while !cursor.isAtEnd, isInOrder {
      let field = cursor.byte()
      isInOrder = field >= last
      last = field
      _ = cursor.sized()
    }
    if isInOrder { return }
    var entries: [(field: UInt8, bytes: UnsafeBufferPointer<UInt8>)] = []
    cursor = RecordCursor(begin, to: end)
    while !cursor.isAtEnd {
      let place = cursor.place
      let field = cursor.byte()
      _ = cursor.sized()
      entries.append((field, UnsafeBufferPointer(start: place, count: cursor.place - place)))
    }
    // Unknown keys keep the order of the file.
    let sorted = entries.enumerated().sorted { ($0.element.field, $0.offset) < ($1.element.field, $1.offset) }
      .flatMap { $0.element.bytes }
    count = first
    sorted.withUnsafeBytes { append($0) }
  }
}

/// Single values.
extension RecordWriter {
  package mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    append(.text)
    append(UnsafeRawBufferPointer(text))
  }

  /// A word by its number in the table of words.
  package mutating func word(_ number: Int) {
    append(.word)
    append(number: number)
  }

  /// A code that the table of words does not have.
  package mutating func code(_ code: UnsafeBufferPointer<UInt8>) {
    append(.code)
    append(UnsafeRawBufferPointer(code))
  }

  package mutating func moment(_ moment: Moment) {
    latest = max(latest, moment.day)
    append(moment.hasTime ? .moment : .day)
    withUnsafeBytes(of: RecordLayout.packed(moment)) { append($0) }
  }

  package mutating func count(_ count: Int) { append(.count, count) }
  package mutating func quantity(_ quantity: Quantity) { append(.quantity, quantity.millionths) }
  package mutating func money(_ money: Money) { append(.money, money.cents) }
  package mutating func percent(_ hundredths: Int) { append(.percent, hundredths) }
  package mutating func yesNo(_ answer: Bool) { append(answer ? .yes : .no) }

  private mutating func append(_ kind: RecordLayout.Kind) { append(kind.rawValue) }

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
    if number >= 0, number < 0x80 { append(UInt8(truncatingIfNeeded: number)) } else { append(large: number) }
  }

  private mutating func append(large number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  private mutating func append(signed: Int) { append(number: signed << 1 ^ signed >> 63) }
}

/// Whole values, for whoever has them in hand.
extension RecordWriter {
  mutating func map(_ entries: [Record.Entry], _ unknown: [Record.Unknown]) {
    let first = count
    for entry in entries {
      let opening = begin(field: entry.field, key: entry.key, value: entry.item.mark)
      value(entry.item.value)
      end(opening)
    }
    for other in unknown {
      Array(other.key.utf8).withUnsafeBufferPointer { self.unknown($0, other.text, at: other.mark) }
    }
    endMap(from: first)
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
