/// Walks through a source from tag to tag, and knows the delimiters in force.
struct TagScanner {
  let source: TemplateSource
  private(set) var errors: [TemplateError] = []
  /// A tag without an end makes the rest of the source unreadable.
  private(set) var isBroken = false
  private var position: Int
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)

  init(_ source: TemplateSource) {
    self.source = source
    position = source.start
  }

  /// The next good tag; what is wrong on the way is noted in `errors`.
  mutating func next() -> Tag? {
    while let begin = find(open, from: position) {
      if let tag = tag(at: begin) { return tag }
    }
    return nil
  }

  private mutating func tag(at begin: Int) -> Tag? {
    let inside = begin + open.count
    let sigil = inside < source.bytes.count ? Character(Unicode.Scalar(source.bytes[inside])) : " "
    var closing = close
    if sigil == "=" { closing.insert(UInt8(ascii: "="), at: 0) }
    if sigil == "{" { closing.insert(UInt8(ascii: "}"), at: 0) }
    let content = "#^/!><$&{=".contains(sigil) ? inside + 1 : inside
    guard let end = find(closing, from: content) else {
      return unclosed(begin, closing, resumeAt: source.bytes.count)
    }
    if sigil != "!", sigil != "=", let other = find(open, from: content), other < end {
      return unclosed(begin, closing, resumeAt: other)
    }
    position = end + closing.count
    let range = begin..<position
    switch sigil {
    case "!": return silent(range)
    case "=": return delimiters(content..<end, in: range)
    default: return named(sigil, content..<end, in: range)
    }
  }

  private mutating func unclosed(_ begin: Int, _ closing: [UInt8], resumeAt next: Int) -> Tag? {
    errors.append(source.error(at: begin, .unclosedTag(closing: String(decoding: closing, as: UTF8.self))))
    isBroken = isBroken || next == source.bytes.count
    position = next
    return nil
  }

  private mutating func delimiters(_ content: Range<Int>, in range: Range<Int>) -> Tag {
    let parts = source.bytes[content].split(whereSeparator: \.isWhitespace)
    if parts.count == 2, !source.bytes[content].contains(UInt8(ascii: "=")) {
      open = Array(parts[0])
      close = Array(parts[1])
    } else {
      errors.append(source.error(at: range.lowerBound, .badDelimiters(source.text(trimmed(content)))))
    }
    return silent(range)
  }

  private mutating func named(_ sigil: Character, _ content: Range<Int>, in range: Range<Int>) -> Tag? {
    let kind: Tag.Kind =
      switch sigil {
      case "#": .section
      case "^": .inverted
      case "/": .closing
      case ">": .partial
      case "<": .parent
      case "$": .block
      default: .value
      }
    var content = trimmed(content)
    let mayBeDynamic = kind == .partial || kind == .parent || kind == .closing
    let isDynamic = mayBeDynamic && source.bytes[content].first == UInt8(ascii: "*")
    if isDynamic { content = trimmed(content.lowerBound + 1..<content.upperBound) }
    let name = source.text(content)
    let isPath = isDynamic || kind == .value || kind == .section || kind == .inverted
    let isGood = isPath ? isPathName(name) && !(isDynamic && name.contains("*")) : !name.isEmpty
    if kind != .closing, !isGood || name.utf8.contains(where: \.isWhitespace) {
      let written = isDynamic ? "*" + name : name
      errors.append(source.error(at: range.lowerBound, written.isEmpty ? .emptyName : .badName(written)))
      // Goes on under its bad name all the same: its closing tag would look stray without it.
    }
    return Tag(
      kind: kind, range: range, name: name, isDynamic: isDynamic, lineBegin: lineBegin(range),
      lineEnding: source.lineEnding(after: range.upperBound))
  }

  /// `.`, `a`, `a.b`, `.a`: no part is empty, but that a dot may stand in front of it all.
  private func isPathName(_ name: String) -> Bool {
    if name == "." { return true }
    let rest = name.hasPrefix(".") ? name.dropFirst() : name[...]
    return !rest.split(separator: ".", omittingEmptySubsequences: false).contains("")
  }

  private func silent(_ range: Range<Int>) -> Tag {
    Tag(
      kind: .silent, range: range, name: "", isDynamic: false, lineBegin: lineBegin(range),
      lineEnding: source.lineEnding(after: range.upperBound))
  }

  private func lineBegin(_ range: Range<Int>) -> Int? {
    let begin = source.blanksBegin(before: range.lowerBound)
    return source.beginsLine(begin) ? begin : nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, source.bytes[lower].isWhitespace { lower += 1 }
    while lower < upper, source.bytes[upper - 1].isWhitespace { upper -= 1 }
    return lower..<upper
  }

  private func find(_ pattern: [UInt8], from begin: Int) -> Int? {
    let bytes = source.bytes
    var index = begin
    while index + pattern.count <= bytes.count {
      if bytes[index] == pattern[0], bytes[index...].starts(with: pattern) { return index }
      index += 1
    }
    return nil
  }
}
