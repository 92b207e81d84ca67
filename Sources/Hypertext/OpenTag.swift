/// An opening tag that is being written: each attribute goes straight behind the one before it.
///
/// Names are literals of this program, values are escaped; what an attribute lacks is not written at all.
package struct OpenTag: Hashable, Sendable {
  /// All that was written so far, what stands before the tag included.
  var bytes: [UInt8] = []

  /// A text; no attribute where it is `nil`.
  package mutating func set(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    bytes.write(" ", name, "=\"")
    Escape.html(text, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A text of two parts, one directly behind the other.
  package mutating func set(_ name: StaticString, parts one: String, _ two: String) {
    bytes.write(" ", name, "=\"")
    Escape.html(one, into: &bytes)
    Escape.html(two, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Words with a space between them, as a class has them; empty ones are left out, and so is the attribute if all are.
  package mutating func set(
    _ name: StaticString, words one: String, _ two: String, _ three: String = "", _ four: String = ""
  ) {
    var isFollowing = false
    func add(_ word: String, to bytes: inout [UInt8]) {
      if word.isEmpty { return }
      if isFollowing { bytes.append(UInt8(ascii: " ")) } else { bytes.write(" ", name, "=\"") }
      isFollowing = true
      Escape.html(word, into: &bytes)
    }
    add(one, to: &bytes)
    add(two, to: &bytes)
    add(three, to: &bytes)
    add(four, to: &bytes)
    if isFollowing { bytes.append(UInt8(ascii: "\"")) }
  }

  /// A coordinate or a length, with two decimals at the most.
  package mutating func set(_ name: StaticString, _ number: Double) {
    bytes.write(" ", name, "=\"")
    Decimals.writeCoordinate(number, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A whole number.
  package mutating func set(_ name: StaticString, _ integer: Int) {
    bytes.write(" ", name, "=\"")
    if integer < 0 { bytes.append(UInt8(ascii: "-")) }
    Decimals.writeDigits(of: integer.magnitude, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// An attribute without a value, such as `hidden`, there or not.
  package mutating func set(_ name: StaticString, if isPresent: Bool) {
    if isPresent { bytes.write(" ", name, "") }
  }

  /// Coordinates, as `points`, `d` and `viewBox` of SVG list them.
  package mutating func set(_ name: StaticString, _ list: (inout Coordinates) -> Void) {
    bytes.write(" ", name, "=\"")
    var coordinates = Coordinates()
    swap(&coordinates.bytes, &bytes)
    list(&coordinates)
    swap(&coordinates.bytes, &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

/// The coordinates of one attribute, each with two decimals at the most.
package struct Coordinates {
  var bytes: [UInt8] = []
  private var isFollowing = false

  /// A point of `points`: `x,y`, with a space before it unless it is the first.
  package mutating func point(_ x: Double, _ y: Double) {
    number(x)
    bytes.append(UInt8(ascii: ","))
    Decimals.writeCoordinate(y, into: &bytes)
  }

  /// A number of a list, with a space before it unless it is the first.
  package mutating func number(_ number: Double) {
    if isFollowing { bytes.append(UInt8(ascii: " ")) }
    isFollowing = true
    Decimals.writeCoordinate(number, into: &bytes)
  }

  /// An upright line of a path: `Mx yVy`.
  package mutating func upright(_ x: Double, from top: Double, to bottom: Double) {
    bytes.append(UInt8(ascii: "M"))
    Decimals.writeCoordinate(x, into: &bytes)
    bytes.append(UInt8(ascii: " "))
    Decimals.writeCoordinate(top, into: &bytes)
    bytes.append(UInt8(ascii: "V"))
    Decimals.writeCoordinate(bottom, into: &bytes)
  }
}
