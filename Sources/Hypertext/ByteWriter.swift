/// Bytes on their way into a document: appended by plain copies, without the questions that an array asks each time.
///
/// What is written goes into a piece of memory that is lent first, and into memory of its own once that is full.
package struct ByteWriter: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var next: UnsafeMutablePointer<UInt8>
  private var limit: UnsafeMutablePointer<UInt8>
  /// Whether the memory is the writer's own.
  private var isOwn: Bool

  /// A writer with memory of its own.
  package init(capacity: Int) {
    start = .allocate(capacity: max(capacity, 64))
    next = start
    limit = start + max(capacity, 64)
    isOwn = true
  }

  /// A writer into lent memory, which has room for a first few bytes.
  init(_ room: UnsafeMutablePointer<UInt8>, capacity: Int) {
    start = room
    next = room
    limit = room + capacity
    isOwn = false
  }

  deinit {
    if isOwn { start.deallocate() }
  }

  package var count: Int { next - start }

  /// All that was written, until more is.
  var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// Hands out all that was written.
  package borrowing func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: start, count: count))
  }

  /// Whether everything lies in the memory that was lent.
  var isInLentMemory: Bool { !isOwn }

  @inline(never)
  private mutating func grow(by more: Int) {
    let (count, capacity) = (count, (limit - start) * 2 + more)
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    room.update(from: start, count: count)
    if isOwn { start.deallocate() }
    (start, next, limit, isOwn) = (room, room + count, room + capacity, true)
  }

  @inline(__always)
  private mutating func makeRoom(for count: Int) {
    if limit - next < count { grow(by: count) }
  }

  // MARK: Writing

  package mutating func write(_ byte: UInt8) {
    makeRoom(for: 1)
    next.pointee = byte
    next += 1
  }

  package mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let first = bytes.baseAddress { write(first, bytes.count) }
  }

  /// Most pieces are a few bytes, for which a call of the system's copy would take longer than the copy itself.
  @inline(__always)
  private mutating func write(_ first: UnsafePointer<UInt8>, _ count: Int) {
    makeRoom(for: count)
    let (source, target) = (UnsafeRawPointer(first), UnsafeMutableRawPointer(next))
    if count > 16 {
      target.copyMemory(from: source, byteCount: count)
    } else if count >= 8 {
      let end = source.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
      target.storeBytes(of: end, toByteOffset: count - 8, as: UInt64.self)
    } else {
      for place in 0..<count { next[place] = first[place] }
    }
    next += count
  }

  /// A literal of the program.
  @inline(__always)
  mutating func write(_ literal: StaticString) { write(literal.utf8Start, literal.utf8CodeUnitCount) }

  /// A whole number not below zero, in decimal.
  mutating func write(digitsOf number: UInt) {
    var (digits, rest) = (1, number)
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    makeRoom(for: digits)
    rest = number
    var place = next + digits
    next = place
    repeat {
      place -= 1
      place.pointee = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }

  /// A whole number, in decimal.
  package mutating func write(_ number: Int) {
    if number < 0 { write(UInt8(ascii: "-")) }
    write(digitsOf: number.magnitude)
  }

  /// A number rounded half away from zero to two decimals at the most, without trailing zeros or a negative zero.
  ///
  /// What is not a number, or too large for a drawing, is a mistake of the caller.
  mutating func write(coordinate number: Double) {
    precondition(number.isFinite && abs(number) < 1e15, "a coordinate is a finite number")
    let scaled = abs(number) * 100
    // Rounded half up, which for what is not below zero is away from it.
    let whole = Int(scaled)
    let hundredths = UInt(whole) + (scaled - Double(whole) >= 0.5 ? 1 : 0)
    if number < 0, hundredths > 0 { write(UInt8(ascii: "-")) }
    write(digitsOf: hundredths / 100)
    let rest = hundredths % 100
    guard rest > 0 else { return }
    write(UInt8(ascii: "."))
    write(UInt8(ascii: "0") + UInt8(rest / 10))
    if rest % 10 > 0 { write(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }

  /// Text, escaped for HTML and SVG.
  package mutating func write(text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.baseAddress else { return }
    let (source, count) = (UnsafeRawPointer(first), text.count)
    makeRoom(for: count)
    var index = 0
    while index < count {
      // Eight bytes at a time as long as nothing among them is special.
      while index + 8 <= count {
        let word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if Escape.mayHoldSpecial(word) { break }
        UnsafeMutableRawPointer(next).storeBytes(of: word, as: UInt64.self)
        next += 8
        index += 8
      }
      let end = min(index + 8, count)
      while index < end {
        if Escape.isSpecial(first[index]) {
          write(Escape.entity(first[index]))
          makeRoom(for: count - index)
        } else {
          next.pointee = first[index]
          next += 1
        }
        index += 1
      }
    }
  }

  /// A number as `Decimals.fixed` writes it, which has no special characters.
  mutating func write(_ number: Double, places: Int, grouping: String, minus: String) {
    Decimals.withFixed(number, places: places, grouping: grouping, minus: minus) { write(text: $0) }
  }

  /// The same for a string.
  package mutating func write(text: String) {
    text.withBytes { write(text: $0) }
  }
}

extension [UInt8] {
  /// Appends what `write` writes; a few hundred bytes go straight into the array's free room.
  @inline(__always)
  mutating func append(_ write: (inout ByteWriter) -> Void) {
    var spilled: [UInt8] = []
    append(addingCapacity: 256) { room in
      room.withUnsafeMutableBufferPointer { bytes, filled in
        guard let end = bytes.baseAddress.map({ $0 + filled }) else { return }
        var writer = ByteWriter(end, capacity: bytes.count - filled)
        write(&writer)
        if writer.isInLentMemory { filled += writer.count } else { spilled = writer.withBytes { [UInt8]($0) } }
      }
    }
    if !spilled.isEmpty { append(contentsOf: spilled) }
  }
}
