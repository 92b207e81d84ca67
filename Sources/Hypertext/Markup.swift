/// A piece of HTML or SVG that is safe to send: every part of it was escaped by type when it was added.
///
/// Nothing outside this module can put raw characters into one, so a page is safe by construction.
package struct Markup: Hashable, Sendable {
  /// UTF-8.
  package private(set) var bytes: [UInt8] = []

  /// Nothing at all, which is what a page shows where there is nothing to show.
  package init() {}

  /// Nothing yet, with room for so many bytes, where a long piece would otherwise grow step by step.
  package init(reserving capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// Text, escaped for element content and for quoted attribute values alike.
  package init(text: String) {
    Escape.html(text, into: &bytes)
  }

  package var isEmpty: Bool { bytes.isEmpty }
  package var count: Int { bytes.count }

  /// The same as a string, for tests and messages.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends text, escaped.
  package mutating func text(_ text: String) {
    Escape.html(text, into: &bytes)
  }

  /// Appends text that is in a buffer already, escaped.
  package mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    Escape.html(text, into: &bytes)
  }

  /// Appends a whole number in decimal.
  package mutating func text(_ number: Int) {
    bytes.append { $0.write(number) }
  }

  /// Appends a number as `Decimals.fixed` writes it.
  package mutating func text(_ number: Double, places: Int, grouping: String = "", minus: String = "-") {
    bytes.append { $0.write(number, places: places, grouping: grouping, minus: minus) }
  }

  /// Appends markup, as it is.
  package mutating func append(_ markup: Markup) {
    bytes.append(contentsOf: markup.bytes)
  }

  /// A part of what was written, which must not cut through a tag or a character.
  package func part(_ range: Range<Int>) -> Markup {
    var part = Markup()
    part.bytes += bytes[range]
    return part
  }

  /// Hands out a part of what was written, as bytes.
  package func withBytes<Result>(_ part: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[part])) }
  }
}

// MARK: Elements; their names are literals of this program

extension Markup {
  /// Appends an element with what `content` adds inside.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout Markup) throws -> Void
  ) rethrows {
    open(name) { tag in for attribute in attributes { attribute.write(into: &tag) } }
    try content(&self)
    close(name)
  }

  /// Appends an element of which `attributes` writes the opening tag, with what `content` adds inside.
  package mutating func element(
    _ name: StaticString, attributes: (inout OpenTag) -> Void, content: (inout Markup) throws -> Void
  ) rethrows {
    open(name, attributes)
    try content(&self)
    close(name)
  }

  /// Appends an element that has at the most a class, with what `content` adds inside.
  package mutating func element(
    _ name: StaticString, class names: String?, _ content: (inout Markup) throws -> Void
  ) rethrows {
    open(name) { $0.set("class", names) }
    try content(&self)
    close(name)
  }

  /// Appends an element that holds just one text.
  package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    element(name, attributes: { tag in for attribute in attributes { attribute.write(into: &tag) } }, text: text)
  }

  /// Appends an element that has at the most a class and holds just one text.
  package mutating func element(_ name: StaticString, class names: String?, text: String) {
    element(name, attributes: { $0.set("class", names) }, text: text)
  }

  /// Appends an element of which `attributes` writes the opening tag, and that holds just one text.
  package mutating func element(_ name: StaticString, attributes: (inout OpenTag) -> Void, text: String) {
    bytes.append { writer in
      writer.write(UInt8(ascii: "<"))
      writer.write(name)
      OpenTag.write(attributes, into: &writer)
      writer.write(UInt8(ascii: ">"))
      writer.write(text: text)
      writer.write("</")
      writer.write(name)
      writer.write(UInt8(ascii: ">"))
    }
  }

  /// Appends a void element of HTML (`<br>`, `<img …>`).
  package mutating func void(_ name: StaticString, _ attributes: [Attribute] = []) {
    open(name) { tag in for attribute in attributes { attribute.write(into: &tag) } }
  }

  /// Appends an empty element as SVG writes it (`<rect …/>`).
  package mutating func shape(_ name: StaticString, _ attributes: [Attribute]) {
    shape(name) { tag in for attribute in attributes { attribute.write(into: &tag) } }
  }

  /// The same with attributes that are written one by one.
  package mutating func shape(_ name: StaticString, attributes: (inout OpenTag) -> Void) {
    bytes.append { writer in
      writer.write(UInt8(ascii: "<"))
      writer.write(name)
      OpenTag.write(attributes, into: &writer)
      writer.write("/>")
    }
  }

  private mutating func open(_ name: StaticString, _ attributes: (inout OpenTag) -> Void) {
    bytes.append { writer in
      writer.write(UInt8(ascii: "<"))
      writer.write(name)
      OpenTag.write(attributes, into: &writer)
      writer.write(UInt8(ascii: ">"))
    }
  }

  private mutating func close(_ name: StaticString) {
    bytes.append { writer in
      writer.write("</")
      writer.write(name)
      writer.write(UInt8(ascii: ">"))
    }
  }
}
