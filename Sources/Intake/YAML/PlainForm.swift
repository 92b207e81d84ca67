import Complaints
import Glibc

/// Reads the plain form of YAML in which nearly all cases are written, several times faster than libyaml does: keys and
/// values in lines, lists of dashes, quotes without escapes, braces and brackets on one line, `|` blocks.
///
/// It understands less than YAML, and nothing differently: of whatever it is not sure, be it right or wrong, libyaml is
/// asked about the whole document. `PlainFormTests` hold the two against each other.
struct PlainForm: ~Copyable {
  static let deepest = 30
  /// Longer ones are no longer simple keys for libyaml.
  static let longestKey = 128

  let bytes: UnsafeBufferPointer<UInt8>
  let trimsValues: Bool
  private(set) var tape: Tape
  /// The line that is being read; `nil` at the end.
  private var line: Line?
  /// Where the next line begins, and its number.
  private var next = (start: 0, number: 0)

  /// A line that says something.
  private struct Line {
    let number: Int
    /// Blanks before what it says; for what stands behind a dash, its column from 0.
    var indent: Int
    /// Where what it says begins.
    var start: Int
    /// Where its line feed stands.
    let end: Int
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int, trimsValues: Bool) {
    self.bytes = bytes
    self.trimsValues = trimsValues
    tape = Tape(of: bytes)
    next.number = firstLine
  }

  /// The tape of a document; `nil` where libyaml has to be asked.
  static func tape(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int, trimsValues: Bool) -> Tape? {
    var form = PlainForm(bytes, firstLine: firstLine, trimsValues: trimsValues)
    guard bytes.last == 0x0A, form.advance(), form.line?.indent == 0, form.mapping(0, depth: 0), form.line == nil
    else { return nil }
    return form.tape
  }

  /// Goes on to the next line that says something; `false` where a line is not plain.
  private mutating func advance() -> Bool {
    while next.start < bytes.count {
      let start = next.start
      var place = start
      while bytes[place] == 0x20 { place += 1 }
      let first = bytes[place]
      let end = lineEnd(place)
      next = (end + 1, next.number + 1)
      if first == 0x0A || first == UInt8(ascii: "#") { continue }
      line = Line(number: next.number - 1, indent: place - start, start: place, end: end)
      return first >= 0x20
    }
    line = nil
    return true
  }

  /// Where the line feed stands that ends a line; every document ends in one.
  private func lineEnd(_ place: Int) -> Int {
    guard let base = bytes.baseAddress, let found = memchr(base + place, 0x0A, bytes.count - place) else {
      return bytes.count - 1
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func isDash(_ line: Line) -> Bool {
    bytes[line.start] == UInt8(ascii: "-") && bytes[line.start + 1] == 0x20
  }

  func mark(_ number: Int, _ column: Int) -> Mark { Mark(line: number, column: column + 1) }

  /// Lays a scalar on the tape.
  mutating func append(_ kind: Tape.Node.Kind, _ range: Range<Int>, at mark: Mark) {
    tape.append(kind, range, at: mark)
    if trimsValues { tape.trimLast() }
  }

  mutating func begin(_ kind: Tape.Node.Kind, at mark: Mark) -> Int { tape.begin(kind, at: mark) }
  mutating func end(_ place: Int) { tape.end(place) }
}

/// Collections of lines; each function returns `false` where something is not plain.
extension PlainForm {
  /// The lines of a mapping, whose keys stand behind so many blanks; the first is being read.
  private mutating func mapping(_ indent: Int, depth: Int) -> Bool {
    guard depth < Self.deepest, let first = line else { return false }
    let place = begin(.mapping, at: mark(first.number, indent))
    while let line, line.indent == indent, !isDash(line) {
      guard let (colon, column) = key(line.start, line.end, from: indent) else { return false }
      append(key: line.start..<colon, at: mark(line.number, indent))
      var start = colon + 1
      while bytes[start] == 0x20 { start += 1 }
      if start == line.end {
        guard nested(indent, mark(line.number, column + 1), depth: depth) else { return false }
      } else if bytes[start] == UInt8(ascii: "|") {
        guard start + 1 == line.end, block(indent, at: mark(line.number, column + start - colon)) else { return false }
      } else {
        guard value(start, line.end, at: column + start - colon, line.number, depth: depth), advance() else {
          return false
        }
      }
    }
    end(place)
    // What stands further in would go on with a value; a dash here would be out of place.
    return line.map { $0.indent < indent } ?? true
  }

  /// The value of a key that has none on its line.
  private mutating func nested(_ indent: Int, _ mark: Mark, depth: Int) -> Bool {
    guard advance() else { return false }
    if let line, line.indent > indent {
      return isDash(line) ? sequence(line.indent, depth: depth + 1) : mapping(line.indent, depth: depth + 1)
    }
    if let line, line.indent == indent, isDash(line) { return sequence(indent, depth: depth + 1) }
    append(.plain, 0..<0, at: mark)
    return true
  }

  /// The lines of a sequence, whose dashes stand behind so many blanks; the first is being read.
  private mutating func sequence(_ indent: Int, depth: Int) -> Bool {
    guard depth < Self.deepest, let first = line else { return false }
    let place = begin(.sequence, at: mark(first.number, indent))
    while let line, line.indent == indent, isDash(line) {
      var start = line.start + 1
      while bytes[start] == 0x20 { start += 1 }
      guard start < line.end else { return false }
      let column = indent + start - line.start
      if PlainText.begins(with: bytes[start]), key(start, line.end, from: column) != nil {
        self.line?.indent = column
        self.line?.start = start
        guard mapping(column, depth: depth + 1) else { return false }
      } else {
        guard value(start, line.end, at: column, line.number, depth: depth), advance() else { return false }
      }
      if let line = self.line, line.indent > indent { return false }
    }
    end(place)
    return true
  }

  /// Where the colon behind a key stands, and in which column.
  private func key(_ start: Int, _ end: Int, from column: Int) -> (colon: Int, column: Int)? {
    guard PlainText.begins(with: bytes[start]) else { return nil }
    var (place, column) = (start, column)
    while place < end {
      let byte = bytes[place]
      if PlainText.mayEnd(at: byte) {
        guard byte == UInt8(ascii: ":") else { return nil }
        if bytes[place + 1] == 0x20 || bytes[place + 1] == 0x0A {
          return bytes[place - 1] == 0x20 || place - start > Self.longestKey ? nil : (place, column)
        }
      }
      if byte & 0xC0 != 0x80 { column += 1 }
      place += 1
    }
    return nil
  }

  /// Keys are always trimmed; one of nothing but blanks is libyaml's to judge, since nothing else is plain there.
  private mutating func append(key: Range<Int>, at mark: Mark) {
    tape.append(.plain, key, at: mark)
    tape.trimLast()
  }

  mutating func trimKey() { tape.trimLast() }

  /// The lines of a `|` block below a key that stands behind so many blanks.
  private mutating func block(_ indent: Int, at mark: Mark) -> Bool {
    var text: [UInt8] = []
    var (margin, blanks) = (0, 0)
    while next.start < bytes.count {
      var place = next.start
      while bytes[place] == 0x20 { place += 1 }
      let depth = place - next.start
      var end = place
      while bytes[end] >= 0x20 { end += 1 }
      guard bytes[end] == 0x0A else { return false }
      if end == place {
        // A blank line before the first, or with more blanks than the margin, counts in its own way.
        guard margin > 0, depth <= margin else { return false }
        blanks += 1
      } else {
        if margin == 0 { margin = depth }
        if margin <= indent || depth < margin { break }
        for _ in 0..<blanks { text.append(0x0A) }
        blanks = 0
        text.append(contentsOf: bytes[next.start + margin...end])
      }
      next = (end + 1, next.number + 1)
    }
    guard !text.isEmpty, advance() else { return false }
    if let line, line.indent > indent { return false }
    text.withUnsafeBufferPointer { tape.append(.quoted, keeping: $0, at: mark) }
    if trimsValues { tape.trimLast() }
    return true
  }
}
