/// One attribute of an element: a name that this program wrote, and a value of any origin, escaped when written.
package struct Attribute: Sendable {
  enum Value: Sendable {
    case text(String)
    case number(Double)
    case integer(Int)
    case points([(x: Double, y: Double)])
    /// Present without a value, such as `hidden`.
    case present
    /// Not written at all.
    case absent
  }

  let name: StaticString
  let value: Value

  /// An attribute with a text; none at all where the text is `nil`.
  package init(_ name: StaticString, _ text: String?) {
    self.name = name
    value = text.map(Value.text) ?? .absent
  }

  /// A coordinate or a length, written with two decimals at the most.
  package init(_ name: StaticString, _ number: Double) {
    self.name = name
    value = .number(number)
  }

  /// A whole number.
  package init(_ name: StaticString, _ integer: Int) {
    self.name = name
    value = .integer(integer)
  }

  /// Points as SVG lists them: `x,y x,y`, each number with two decimals at the most.
  package init(_ name: StaticString, points: [(x: Double, y: Double)]) {
    self.name = name
    value = .points(points)
  }

  /// An attribute without a value, there or not.
  package init(_ name: StaticString, if isPresent: Bool) {
    self.name = name
    value = isPresent ? .present : .absent
  }

  func write(into bytes: inout [UInt8]) {
    if case .absent = value { return }
    bytes.append(UInt8(ascii: " "))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    if case .present = value { return }
    bytes.append(UInt8(ascii: "="))
    bytes.append(UInt8(ascii: "\""))
    switch value {
    case .text(let text): Escape.html(text, into: &bytes)
    case .number(let number): Decimals.writeCoordinate(number, into: &bytes)
    case .integer(let integer):
      if integer < 0 { bytes.append(UInt8(ascii: "-")) }
      Decimals.writeDigits(of: integer.magnitude, into: &bytes)
    case .points(let points):
      for (index, point) in points.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: " ")) }
        Decimals.writeCoordinate(point.x, into: &bytes)
        bytes.append(UInt8(ascii: ","))
        Decimals.writeCoordinate(point.y, into: &bytes)
      }
    case .present, .absent: break
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
