/// A piece of HTML or SVG that is safe to send: every part of it was escaped by type when it was added.
///
/// Nothing outside this module can put raw characters into one, so a page is safe by construction.
package struct Markup: Hashable, Sendable {
  /// UTF-8.
  package private(set) var bytes: [UInt8]

  /// Nothing at all, which is what a page shows where there is nothing to show.
  package init() {
    bytes = []
  }

  /// Nothing yet, with room for so many bytes, where a long piece would otherwise grow step by step.
  package init(reserving capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Text, escaped for element content and for quoted attribute values alike.
  package init(text: String) {
    bytes = []
    Escape.html(text, into: &bytes)
  }

  package var isEmpty: Bool { bytes.isEmpty }

  /// The same as a string, for tests and messages.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends text, escaped.
  package mutating func text(_ text: String) {
    Escape.html(text, into: &bytes)
  }

  /// Appends markup, as it is.
  package mutating func append(_ markup: Markup) {
    bytes.append(contentsOf: markup.bytes)
  }

  /// Appends an element with what `content` adds inside; names are literals of this program, values are escaped.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout Markup) throws -> Void
  ) rethrows {
    open(name, attributes)
    literal(">")
    try content(&self)
    literal("</")
    literal(name)
    literal(">")
  }

  /// Appends an element that holds just one text.
  package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Appends a void element of HTML (`<br>`, `<img …>`).
  package mutating func void(_ name: StaticString, _ attributes: [Attribute] = []) {
    open(name, attributes)
    literal(">")
  }

  /// Appends an empty element as SVG writes it (`<rect …/>`).
  package mutating func shape(_ name: StaticString, _ attributes: [Attribute] = []) {
    open(name, attributes)
    literal("/>")
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    literal("<")
    literal(name)
    for attribute in attributes { attribute.write(into: &bytes) }
  }

  private mutating func literal(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
