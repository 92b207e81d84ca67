import Hypertext

/// Returns the beginning of a narrative as text without markup, white space as single blanks, for descriptions.
///
/// Live blocks are left out; images are too, where they are shown at all.
///
/// - Parameters:
///   - limit: The characters to return at most.
///   - text: As in `NarrativeOptions`.
package func plainText(
  of source: some Collection<UInt8>, limit: Int, text: ((String) -> String)? = nil
) -> String {
  var options = NarrativeOptions()
  options.text = text
  options.liveBlock = { _, _ in Markup() }
  let content = textContent(of: renderNarrative(source, options))
  return String(String(decoding: content, as: UTF8.self).prefix(limit))
}

/// The text between the tags of markup made here, where no value holds a bare `<` or `>`.
private func textContent(of markup: Markup) -> [UInt8] {
  let entities: [(name: StaticString, byte: UInt8)] = [
    ("amp;", UInt8(ascii: "&")), ("lt;", UInt8(ascii: "<")), ("gt;", UInt8(ascii: ">")),
    ("quot;", UInt8(ascii: "\"")), ("#39;", UInt8(ascii: "'")),
  ]
  var text: [UInt8] = []
  var rest = markup.bytes[...]
  while let byte = rest.popFirst() {
    switch byte {
    case UInt8(ascii: "<"):
      rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
    case UInt8(ascii: "&"):
      let entity = entities.first { entity in entity.name.withUTF8Buffer { rest.starts(with: $0) } }
      text.append(entity?.byte ?? byte)
      rest = rest.dropFirst(entity?.name.utf8CodeUnitCount ?? 0)
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      if let last = text.last, last != UInt8(ascii: " ") { text.append(UInt8(ascii: " ")) }
    default: text.append(byte)
    }
  }
  if text.last == UInt8(ascii: " ") { text.removeLast() }
  return text
}
