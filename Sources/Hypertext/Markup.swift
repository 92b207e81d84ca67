/// A piece of HTML or SVG that is safe to send: every part of it was escaped by type when it was added.
///
/// Nothing outside this module can put raw characters into one, so a page is safe by construction.
public struct Markup: Sendable {
  /// UTF-8; `nil` where nothing was written. Copies share it until one of them is written to.
  @usableFromInline var room: Room?

  @usableFromInline
  final class Room: Sendable {
    @usableFromInline nonisolated(unsafe) let writer: UnsafeMutablePointer<ByteWriter>

    init(capacity: Int) {
      writer = .allocate(capacity: 1)
      writer.initialize(to: ByteWriter(capacity: capacity))
    }

    deinit {
      writer.deinitialize(count: 1)
      writer.deallocate()
    }
  }

  /// Nothing at all, which is what a page shows where there is nothing to show.
  package init() {}

  /// Nothing yet, with room for so many bytes, where a long piece would otherwise grow step by step.
  package init(reserving capacity: Int) {
    if capacity > 0 { room = Room(capacity: capacity) }
  }

  /// Text, escaped for element content and for quoted attribute values alike.
  package init(text: String) {
    self.text(text)
  }

  /// Whether nothing was written.
  @inlinable public var isEmpty: Bool { count == 0 }
  /// The bytes written so far.
  @inlinable public var count: Int { room.map { $0.writer.pointee.count } ?? 0 }

  /// UTF-8, copied.
  package var bytes: [UInt8] { withBytes { Array($0) } }

  /// The last byte; `nil` where nothing was written.
  package var last: UInt8? { withBytes { $0.last } }

  /// The same as a string, for tests and messages.
  package var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  /// All that was written, as long as this piece is held and until more is.
  @inlinable var written: UnsafeBufferPointer<UInt8> {
    room.map { $0.writer.pointee.written } ?? UnsafeBufferPointer(start: nil, count: 0)
  }

  /// Hands out all that was written, as bytes.
  @inlinable
  public func withBytes<Result, Failure>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(written)
  }

  /// A part of what was written, which must not cut through a tag or a character.
  package func part(_ range: Range<Int>) -> Markup {
    var part = Markup(reserving: range.count)
    withBytes { part.pen().pointee.write(UnsafeBufferPointer(rebasing: $0[range])) }
    return part
  }

  /// Where this piece alone is written.
  @inlinable
  @inline(__always)
  mutating func pen() -> UnsafeMutablePointer<ByteWriter> {
    if isKnownUniquelyReferenced(&room), let room { return room.writer }
    return freshPen()
  }

  @usableFromInline
  @inline(never)
  mutating func freshPen() -> UnsafeMutablePointer<ByteWriter> {
    let fresh = Room(capacity: max(128, count * 2))
    withBytes { fresh.writer.pointee.write($0) }
    room = fresh
    return fresh.writer
  }

  /// Appends text, escaped.
  package mutating func text(_ text: String) {
    if !text.isEmpty { pen().pointee.write(text: text) }
  }

  /// Appends text that is in a buffer already, escaped.
  package mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    if !text.isEmpty { pen().pointee.write(text: text) }
  }

  /// Appends a whole number in decimal.
  package mutating func text(_ number: Int) { pen().pointee.write(number) }

  /// Appends a number as `Decimals.fixed` writes it.
  package mutating func text(_ number: Double, places: Int, grouping: String = "", minus: String = "-") {
    pen().pointee.write(number, places: places, grouping: grouping, minus: minus)
  }

  /// Appends markup, as it is.
  package mutating func append(_ markup: Markup) {
    defer { withExtendedLifetime(markup) {} }
    let bytes = markup.written
    if !bytes.isEmpty { pen().pointee.write(bytes) }
  }
}

extension Markup: Hashable {
  /// Whether both are the same bytes.
  public static func == (one: Markup, other: Markup) -> Bool {
    one.withBytes { one in other.withBytes { one.elementsEqual($0) } }
  }

  /// Of the bytes.
  public func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(count)
  }
}

extension ByteWriter {
  /// Markup, as it is.
  package mutating func write(_ markup: Markup) { write(markup.written) }
}

// MARK: Elements; their names are literals of this program

extension Markup {
  /// Appends an element with what `content` adds inside.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout Markup) throws -> Void
  ) rethrows {
    open(name, attributes)
    try content(&self)
    close(name)
  }

  /// Appends an element of which `attributes` writes the opening tag, with what `content` adds inside.
  @inlinable
  public mutating func element(
    _ name: StaticString, attributes: (inout OpenTag) -> Void, content: (inout Markup) throws -> Void
  ) rethrows {
    var tag = OpenTag(name, in: pen())
    attributes(&tag)
    tag.end()
    try content(&self)
    close(name)
  }

  /// Appends an element that has at the most a class, with what `content` adds inside.
  @inlinable
  public mutating func element(
    _ name: StaticString, class names: String?, _ content: (inout Markup) throws -> Void
  ) rethrows {
    open(name, class: names)
    try content(&self)
    close(name)
  }

  /// Appends an element that holds just one text.
  package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    element(name, attributes: { tag in for attribute in attributes { attribute.write(into: &tag) } }, text: text)
  }

  /// Appends an element that has at the most a class and holds just one text.
  @inlinable
  public mutating func element(_ name: StaticString, class names: String?, text: String) {
    open(name, class: names)
    close(name, after: text)
  }

  /// Appends an element of which `attributes` writes the opening tag, and that holds just one text.
  @inlinable
  public mutating func element(_ name: StaticString, attributes: (inout OpenTag) -> Void, text: String) {
    var tag = OpenTag(name, in: pen())
    attributes(&tag)
    tag.end()
    close(name, after: text)
  }

  /// Appends a void element of HTML (`<br>`, `<img …>`).
  package mutating func void(_ name: StaticString, _ attributes: [Attribute] = []) {
    open(name, attributes)
  }

  /// Appends an empty element as SVG writes it (`<rect …/>`).
  package mutating func shape(_ name: StaticString, _ attributes: [Attribute]) {
    shape(name) { tag in for attribute in attributes { attribute.write(into: &tag) } }
  }

  /// The same with attributes that are written one by one.
  @inlinable
  public mutating func shape(_ name: StaticString, attributes: (inout OpenTag) -> Void) {
    var tag = OpenTag(name, in: pen())
    attributes(&tag)
    tag.endEmpty()
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    var tag = OpenTag(name, in: pen())
    for attribute in attributes { attribute.write(into: &tag) }
    tag.end()
  }

  @inlinable
  @inline(__always)
  mutating func open(_ name: StaticString, class names: String?) {
    var tag = OpenTag(name, in: pen())
    tag.set("class", names)
    tag.end()
  }

  @inlinable
  @inline(__always)
  mutating func close(_ name: StaticString) { pen().pointee.write(closing: name) }

  @inlinable
  @inline(__always)
  mutating func close(_ name: StaticString, after text: String) {
    let pen = pen()
    pen.pointee.write(text: text)
    pen.pointee.write(closing: name)
  }
}
