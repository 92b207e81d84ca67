/// An opening tag that is being written: each attribute goes straight behind the one before it.
///
/// Names are literals of this program, values are escaped; what an attribute lacks is not written at all.
public struct OpenTag {
  /// Where the element is written, for as long as its tag is open.
  @usableFromInline let writer: UnsafeMutablePointer<ByteWriter>

  /// Begins an element.
  @inlinable
  @inline(__always)
  init(_ name: StaticString, in writer: UnsafeMutablePointer<ByteWriter>) {
    self.writer = writer
    writer.pointee.write(opening: name)
  }

  /// Ends the tag of an element with content.
  @inlinable
  @inline(__always)
  func end() { writer.pointee.write(UInt8(ascii: ">")) }

  /// Ends the tag of an element without content, as SVG writes it.
  @inlinable
  @inline(__always)
  func endEmpty() { writer.pointee.write("/>") }

  /// A literal of the program without special characters.
  @inlinable
  @inline(__always)
  public mutating func set(_ name: StaticString, literal: StaticString) {
    begin(name)
    writer.pointee.write(literal)
    endValue()
  }

  /// Two of them with a space between them; an empty one is left out.
  public mutating func set(_ name: StaticString, literal one: StaticString, _ two: StaticString) {
    let hasBoth = one.utf8CodeUnitCount > 0 && two.utf8CodeUnitCount > 0
    begin(name)
    writer.pointee.write(one)
    if hasBoth { writer.pointee.write(UInt8(ascii: " ")) }
    writer.pointee.write(two)
    endValue()
  }

  /// A text; no attribute where it is `nil`.
  @inlinable
  @inline(__always)
  public mutating func set(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    begin(name)
    writer.pointee.write(text: text)
    endValue()
  }

  /// A text of parts, one directly behind the other.
  @inlinable
  public mutating func set(_ name: StaticString, parts one: String, _ two: String, _ three: String = "") {
    begin(name)
    writer.pointee.write(text: one)
    writer.pointee.write(text: two)
    writer.pointee.write(text: three)
    endValue()
  }

  /// Words with a space between them, as a class has them; empty ones are left out, and so is the attribute if all are.
  public mutating func set(
    _ name: StaticString, words one: String, _ two: String, _ three: String = "", _ four: String = ""
  ) {
    var isFollowing = false
    func add(_ word: String, to tag: inout OpenTag) {
      if word.isEmpty { return }
      if isFollowing { tag.writer.pointee.write(UInt8(ascii: " ")) } else { tag.begin(name) }
      isFollowing = true
      tag.writer.pointee.write(text: word)
    }
    add(one, to: &self)
    add(two, to: &self)
    add(three, to: &self)
    add(four, to: &self)
    if isFollowing { endValue() }
  }

  /// A coordinate or a length, with two decimals at the most.
  @inlinable
  @inline(__always)
  public mutating func set(_ name: StaticString, _ number: Double) {
    writer.pointee.write(attribute: name, andRoomFor: ByteWriter.longestCoordinate + 1)
    writer.pointee.put(coordinate: number)
    writer.pointee.put(UInt8(ascii: "\""))
  }

  /// A whole number.
  @inlinable
  @inline(__always)
  public mutating func set(_ name: StaticString, _ integer: Int) {
    begin(name)
    writer.pointee.write(integer)
    endValue()
  }

  /// An attribute without a value, such as `hidden`, there or not.
  @inlinable
  public mutating func set(_ name: StaticString, if isPresent: Bool) {
    guard isPresent else { return }
    writer.pointee.write(UInt8(ascii: " "))
    writer.pointee.write(name)
  }

  /// Coordinates, as `points`, `d` and `viewBox` of SVG list them.
  @inlinable
  @inline(__always)
  public mutating func set(_ name: StaticString, _ list: (inout Coordinates) -> Void) {
    begin(name)
    var coordinates = Coordinates(writer: writer)
    list(&coordinates)
    endValue()
  }

  @inlinable
  @inline(__always)
  mutating func begin(_ name: StaticString) { writer.pointee.write(attribute: name) }

  @inlinable
  @inline(__always)
  mutating func endValue() { writer.pointee.write(UInt8(ascii: "\"")) }
}

/// The coordinates of one attribute, each with two decimals at the most.
public struct Coordinates {
  /// That of the tag, for as long as the attribute is written.
  private let writer: UnsafeMutablePointer<ByteWriter>
  private var isFollowing = false

  @usableFromInline
  init(writer: UnsafeMutablePointer<ByteWriter>) {
    self.writer = writer
  }

  /// A point of `points`: `x,y`, with a space before it unless it is the first.
  public mutating func point(_ x: Double, _ y: Double) {
    number(x)
    writer.pointee.write(UInt8(ascii: ","))
    writer.pointee.write(coordinate: y)
  }

  /// A number of a list, with a space before it unless it is the first.
  public mutating func number(_ number: Double) {
    if isFollowing { writer.pointee.write(UInt8(ascii: " ")) }
    isFollowing = true
    writer.pointee.write(coordinate: number)
  }

  /// An upright line of a path: `Mx yVy`.
  public mutating func upright(_ x: Double, from top: Double, to bottom: Double) {
    writer.pointee.write(UInt8(ascii: "M"))
    writer.pointee.write(coordinate: x)
    writer.pointee.write(UInt8(ascii: " "))
    writer.pointee.write(coordinate: top)
    writer.pointee.write(UInt8(ascii: "V"))
    writer.pointee.write(coordinate: bottom)
  }
}
