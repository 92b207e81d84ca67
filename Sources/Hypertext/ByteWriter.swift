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
    guard let first = bytes.baseAddress else { return }
    makeRoom(for: bytes.count)
    next.update(from: first, count: bytes.count)
    next += bytes.count
  }

  /// A literal of the program.
  @inline(__always)
  mutating func write(_ literal: StaticString) {
    write(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

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

  /// A number in units of its last decimal place: 12.50 of 1250 with two places, 12.5 where it need not be full.
  mutating func write(_ number: Int, places: Int, isFull: Bool) {
    if number < 0 { write(UInt8(ascii: "-")) }
    var scale: UInt = 1
    for _ in 0..<places { scale *= 10 }
    var (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: scale)
    write(digitsOf: whole)
    guard places > 0, isFull || rest > 0 else { return }
    write(UInt8(ascii: "."))
    repeat {
      scale /= 10
      (whole, rest) = rest.quotientAndRemainder(dividingBy: scale)
      write(UInt8(ascii: "0") + UInt8(whole))
    } while scale > 1 && (isFull || rest > 0)
  }

  /// A number rounded half away from zero to two decimals at the most, without trailing zeros or a negative zero.
  ///
  /// What is not a number, or too large for a drawing, is a mistake of the caller.
  mutating func write(coordinate number: Double) {
    precondition(number.isFinite && abs(number) < 1e15, "a coordinate is a finite number")
    let hundredths = UInt((abs(number) * 100).rounded(.toNearestOrAwayFromZero))
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
    var start = 0
    while true {
      let end = Escape.endOfPlain(text, from: start)
      write(UnsafeBufferPointer(rebasing: text[start..<end]))
      guard end < text.count else { return }
      write(Escape.entity(text[end]))
      start = end + 1
    }
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
