/// One attribute of an element: a name that this program wrote, and a value of any origin, escaped when written.
///
/// For elements whose attributes are at hand as a list; drawings and long tables write theirs into the `OpenTag`.
package struct Attribute: Sendable {
  private enum Value: Sendable {
    case text(String?)
    case number(Double)
    case integer(Int)
    case present(Bool)
  }

  private let name: StaticString
  private let value: Value

  /// An attribute with a text; none at all where the text is `nil`.
  package init(_ name: StaticString, _ text: String?) {
    self.name = name
    value = .text(text)
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

  /// An attribute without a value, there or not.
  package init(_ name: StaticString, if isPresent: Bool) {
    self.name = name
    value = .present(isPresent)
  }

  func write(into tag: inout OpenTag) {
    switch value {
    case .text(let text): tag.set(name, text)
    case .number(let number): tag.set(name, number)
    case .integer(let integer): tag.set(name, integer)
    case .present(let isPresent): tag.set(name, if: isPresent)
    }
  }
}
