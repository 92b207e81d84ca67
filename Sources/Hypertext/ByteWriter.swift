/// Bytes on their way into a document: appended by plain copies, without the questions that an array asks each time.
///
/// What is written goes into a piece of memory that is lent first, and into memory of its own once that is full.
package struct ByteWriter: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var next: UnsafeMutablePointer<UInt8>
  @usableFromInline var limit: UnsafeMutablePointer<UInt8>
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

  @usableFromInline
  @inline(never)
  mutating func grow(by more: Int) {
    let (count, capacity) = (count, (limit - start) * 2 + more)
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    room.update(from: start, count: count)
    if isOwn { start.deallocate() }
    (start, next, limit, isOwn) = (room, room + count, room + capacity, true)
  }

  @inlinable
  @inline(__always)
  mutating func makeRoom(for count: Int) {
    if limit - next < count { grow(by: count) }
  }

  // MARK: Writing

  package mutating func write(_ byte: UInt8) {
    makeRoom(for: 1)
    next.pointee = byte
    next += 1
  }

  @inlinable
  package mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let first = bytes.baseAddress { write(first, bytes.count) }
  }

  /// Most pieces are a few bytes, for which a call of the system's copy would take longer than the copy itself.
  @inlinable
  @inline(__always)
  mutating func write(_ first: UnsafePointer<UInt8>, _ count: Int) {
    makeRoom(for: count)
    let (source, target) = (UnsafeRawPointer(first), UnsafeMutableRawPointer(next))
    if count > 16 {
      target.copyMemory(from: source, byteCount: count)
    } else if count >= 8 {
      let end = source.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
      target.storeBytes(of: end, toByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      let end = source.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      target.storeBytes(of: source.loadUnaligned(as: UInt32.self), as: UInt32.self)
      target.storeBytes(of: end, toByteOffset: count - 4, as: UInt32.self)
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
    if number < 10 { return write(Self.digit(number)) }
    if number < 100 { return write(twoDigitsOf: number) }
    if number < 1_000 {
      write(Self.digit(number / 100))
      return write(twoDigitsOf: number % 100)
    }
    write(digitsOf: number / 100)
    write(twoDigitsOf: number % 100)
  }

  @inline(__always)
  private mutating func write(twoDigitsOf number: UInt) {
    makeRoom(for: 2)
    next[0] = Self.digit(number / 10)
    next[1] = Self.digit(number % 10)
    next += 2
  }

  @inline(__always)
  private static func digit(_ number: UInt) -> UInt8 { UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number) }

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
    guard let first = text.baseAddress, !text.isEmpty else { return }
    makeRoom(for: text.count)
    if !copy(plain: UnsafeRawPointer(first), text.count) { write(special: text) }
  }

  /// Copies a text that has nothing special, which nearly none has; else writes nothing and returns false.
  ///
  /// Goes by eight bytes, the last of which overlap those before them.
  @inline(__always)
  private mutating func copy(plain source: UnsafeRawPointer, _ count: Int) -> Bool {
    let target = UnsafeMutableRawPointer(next)
    if count >= 8 {
      var index = 0
      while true {
        let word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if Escape.mayHoldSpecial(word) { return false }
        target.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
        if index == count - 8 { break }
        index = min(index + 8, count - 8)
      }
    } else if count >= 4 {
      let head = source.loadUnaligned(as: UInt32.self)
      let tail = source.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      if Escape.mayHoldSpecial(UInt64(head) << 32 | UInt64(tail)) { return false }
      target.storeBytes(of: head, as: UInt32.self)
      target.storeBytes(of: tail, toByteOffset: count - 4, as: UInt32.self)
    } else {
      for index in 0..<count {
        let byte = source.load(fromByteOffset: index, as: UInt8.self)
        if Escape.isSpecial(byte) { return false }
        target.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
      }
    }
    next += count
    return true
  }

  @inline(never)
  private mutating func write(special text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (index, byte) in text.enumerated() where Escape.isSpecial(byte) {
      write(UnsafeBufferPointer(rebasing: text[start..<index]))
      write(Escape.entity(byte))
      start = index + 1
    }
    write(UnsafeBufferPointer(rebasing: text[start...]))
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
