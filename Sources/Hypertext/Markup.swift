/// A piece of HTML or SVG that is safe to send: every part of it was escaped by type when it was added.
///
/// Nothing outside this module can put raw characters into one, so a page is safe by construction.
package struct Markup: Hashable, Sendable {
  /// All that was written; the attributes of an element are written into it in place.
  private var tag = OpenTag()

  /// Nothing at all, which is what a page shows where there is nothing to show.
  package init() {}

  /// Nothing yet, with room for so many bytes, where a long piece would otherwise grow step by step.
  package init(reserving capacity: Int) {
    tag.bytes.reserveCapacity(capacity)
  }

  /// Text, escaped for element content and for quoted attribute values alike.
  package init(text: String) {
    Escape.html(text, into: &tag.bytes)
  }

  /// UTF-8.
  package var bytes: [UInt8] { tag.bytes }

  package var isEmpty: Bool { tag.bytes.isEmpty }
  package var count: Int { tag.bytes.count }

  /// The same as a string, for tests and messages.
  package var string: String { String(decoding: tag.bytes, as: UTF8.self) }

  /// Appends text, escaped.
  package mutating func text(_ text: String) {
    Escape.html(text, into: &tag.bytes)
  }

  /// Appends text that is in a buffer already, escaped.
  package mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    Escape.html(text, into: &tag.bytes)
  }

  /// Appends a whole number in decimal.
  package mutating func text(_ number: Int) {
    if number < 0 { tag.bytes.append(UInt8(ascii: "-")) }
    Decimals.writeDigits(of: number.magnitude, into: &tag.bytes)
  }

  /// Appends markup, as it is.
  package mutating func append(_ markup: Markup) {
    tag.bytes.append(contentsOf: markup.tag.bytes)
  }

  /// Hands out a part of what was written, as bytes.
  package func withBytes<Result>(_ part: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    tag.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[part])) }
  }
}

// MARK: Elements; their names are literals of this program

extension Markup {
  /// Appends an element with what `content` adds inside.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout Markup) throws -> Void
  ) rethrows {
    open(name, attributes)
    tag.bytes.append(UInt8(ascii: ">"))
    try content(&self)
    tag.bytes.write("</", name, ">")
  }

  /// Appends an element of which `attributes` writes the opening tag, with what `content` adds inside.
  package mutating func element(
    _ name: StaticString, attributes: (inout OpenTag) -> Void, content: (inout Markup) throws -> Void
  ) rethrows {
    tag.bytes.write("<", name, "")
    attributes(&tag)
    tag.bytes.append(UInt8(ascii: ">"))
    try content(&self)
    tag.bytes.write("</", name, ">")
  }

  /// Appends an element that has at the most a class, with what `content` adds inside.
  package mutating func element(
    _ name: StaticString, class names: String?, _ content: (inout Markup) throws -> Void
  ) rethrows {
    try element(name, attributes: { $0.set("class", names) }, content: content)
  }

  /// Appends an element that holds just one text.
  package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Appends an element that has at the most a class and holds just one text.
  package mutating func element(_ name: StaticString, class names: String?, text: String) {
    element(name, attributes: { $0.set("class", names) }, content: { $0.text(text) })
  }

  /// Appends a void element of HTML (`<br>`, `<img …>`).
  package mutating func void(_ name: StaticString, _ attributes: [Attribute] = []) {
    open(name, attributes)
    tag.bytes.append(UInt8(ascii: ">"))
  }

  /// Appends an empty element as SVG writes it (`<rect …/>`).
  package mutating func shape(_ name: StaticString, _ attributes: [Attribute]) {
    open(name, attributes)
    tag.bytes.write("/>")
  }

  /// The same with attributes that are written one by one.
  package mutating func shape(_ name: StaticString, attributes: (inout OpenTag) -> Void) {
    tag.bytes.write("<", name, "")
    attributes(&tag)
    tag.bytes.write("/>")
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    tag.bytes.write("<", name, "")
    for attribute in attributes { attribute.write(into: &tag) }
  }
}
