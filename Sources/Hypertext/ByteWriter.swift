/// Bytes on their way into a document: appended by plain copies, without the questions that an array asks each time.
///
/// What is written goes into a piece of memory that is lent first, and into memory of its own once that is full.
///
/// Public, as is what pages are written with: the compiler puts into another module what is public, not what is `package`.
public struct ByteWriter: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
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

  /// The bytes written so far.
  @inlinable public var count: Int { next - start }

  /// All that was written, until more is.
  @inlinable var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

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

  /// One byte as it is.
  @inlinable
  @inline(__always)
  public mutating func write(_ byte: UInt8) {
    makeRoom(for: 1)
    next.pointee = byte
    next += 1
  }

  /// Bytes as they are.
  @inlinable
  @inline(__always)
  public mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let first = bytes.baseAddress { write(first, bytes.count) }
  }

  @inlinable
  @inline(__always)
  mutating func write(_ first: UnsafePointer<UInt8>, _ count: Int) {
    makeRoom(for: count)
    put(first, count)
  }

  /// Writes where there is room. Most pieces are a few bytes, for which a call of the system's copy would take longer
  /// than the copy itself; what is copied twice overlaps.
  @inlinable
  @inline(__always)
  mutating func put(_ first: UnsafePointer<UInt8>, _ count: Int) {
    let (source, target) = (UnsafeRawPointer(first), UnsafeMutableRawPointer(next))
    if count > 32 {
      target.copyMemory(from: source, byteCount: count)
    } else if count >= 8 {
      let head = source.loadUnaligned(as: UInt64.self)
      let tail = source.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      if count > 16 {
        let second = source.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        let third = source.loadUnaligned(fromByteOffset: count - 16, as: UInt64.self)
        target.storeBytes(of: second, toByteOffset: 8, as: UInt64.self)
        target.storeBytes(of: third, toByteOffset: count - 16, as: UInt64.self)
      }
      target.storeBytes(of: head, as: UInt64.self)
      target.storeBytes(of: tail, toByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      let end = source.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      target.storeBytes(of: source.loadUnaligned(as: UInt32.self), as: UInt32.self)
      target.storeBytes(of: end, toByteOffset: count - 4, as: UInt32.self)
    } else {
      for place in 0..<count { next[place] = first[place] }
    }
    next += count
  }

  /// Puts bytes in the place of others that were written.
  mutating func replace(_ range: Range<Int>, by bytes: UnsafeBufferPointer<UInt8>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "what is replaced was written")
    guard let first = bytes.baseAddress else { return }
    makeRoom(for: bytes.count)
    let (target, rest) = (start + range.lowerBound, start + range.upperBound)
    (target + bytes.count).update(from: rest, count: next - rest)
    target.update(from: first, count: bytes.count)
    next += bytes.count - range.count
  }

  /// A literal of the program.
  @inlinable
  @inline(__always)
  mutating func write(_ literal: StaticString) { write(literal.utf8Start, literal.utf8CodeUnitCount) }

  // Names are literals: where these are put into the caller, each is a store or two.

  /// The name of an attribute, with the space before it and the quote that opens its value, and room for more behind it.
  @inlinable
  @inline(__always)
  mutating func write(attribute name: StaticString, andRoomFor more: Int = 0) {
    let count = name.utf8CodeUnitCount
    makeRoom(for: count + 3 + more)
    put(UInt8(ascii: " "))
    put(name.utf8Start, count)
    put(UInt8(ascii: "="))
    put(UInt8(ascii: "\""))
  }

  /// How an element begins: `<` and its name.
  @inlinable
  @inline(__always)
  mutating func write(opening name: StaticString) {
    let count = name.utf8CodeUnitCount
    makeRoom(for: count + 1)
    put(UInt8(ascii: "<"))
    put(name.utf8Start, count)
  }

  /// How an element ends: `</`, its name and `>`.
  @inlinable
  @inline(__always)
  mutating func write(closing name: StaticString) {
    let count = name.utf8CodeUnitCount
    makeRoom(for: count + 3)
    put(UInt8(ascii: "<"))
    put(UInt8(ascii: "/"))
    put(name.utf8Start, count)
    put(UInt8(ascii: ">"))
  }

  /// One byte where there is room.
  @inlinable
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    next.pointee = byte
    next += 1
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

  /// The same for a string.
  public mutating func write(text: String) {
    text.withBytes { write(text: $0) }
  }
}

extension [UInt8] {
  /// Appends what `write` writes; as many bytes as there is room asked for go straight into the array, and on an error
  /// none does.
  @inline(__always)
  package mutating func append<Failure>(
    room: Int = 256, _ write: (inout ByteWriter) throws(Failure) -> Void
  ) throws(Failure) {
    var spilled: [UInt8] = []
    try append(addingCapacity: room) { room throws(Failure) in
      try room.withUnsafeMutableBufferPointer { bytes, filled throws(Failure) in
        guard let end = bytes.baseAddress.map({ $0 + filled }) else { return }
        var writer = ByteWriter(end, capacity: bytes.count - filled)
        try write(&writer)
        if writer.isInLentMemory { filled += writer.count } else { spilled = writer.withBytes { [UInt8]($0) } }
      }
    }
    if !spilled.isEmpty { append(contentsOf: spilled) }
  }
}
