import Hypertext

/// Lines of one kind, one below the other.
struct PlainBlock {
  enum Kind: Equatable {
    /// Nothing.
    case blank
    /// Lines that can only be text of a paragraph.
    case text
    /// Lines that begin with a pipe.
    case table
    /// One line, with the number of its `#`.
    case heading(Int)
    /// Lines that may begin or end a block, or have blanks at an end.
    case unknown
  }

  let kind: Kind
  /// The lines without the end of the last; of a heading what follows its marks.
  let text: UnsafeBufferPointer<UInt8>
}

/// The blocks of a narrative, one after the other.
struct PlainBlocks: Sequence, IteratorProtocol {
  private let source: UnsafeBufferPointer<UInt8>
  private var place = 0
  /// The line behind the last block, which was looked at to see where that ends.
  private var ahead: (kind: PlainBlock.Kind, end: Int)?

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
  }

  mutating func next() -> PlainBlock? {
    guard place < source.count else { return nil }
    let (start, first) = (place, ahead ?? line(from: place))
    let kind = first.kind
    var end = first.end
    ahead = nil
    place = end + 1
    if case .heading(let level) = kind { return block(kind, start + level + 1..<end) }
    while place < source.count {
      let next = line(from: place)
      guard next.kind == kind else {
        ahead = next
        break
      }
      end = next.end
      place = end + 1
    }
    return block(kind, start..<end)
  }

  private func line(from start: Int) -> (kind: PlainBlock.Kind, end: Int) {
    let rest = UnsafeBufferPointer(rebasing: source[start...])
    let end = rest.place(of: UInt8(ascii: "\n")).map { start + $0 } ?? source.count
    return (kind(start..<end), end)
  }

  private func block(_ kind: PlainBlock.Kind, _ range: Range<Int>) -> PlainBlock {
    PlainBlock(kind: kind, text: UnsafeBufferPointer(rebasing: source[range]))
  }

  private func kind(_ line: Range<Int>) -> PlainBlock.Kind {
    guard let first = line.first.map({ source[$0] }) else { return .blank }
    guard source[line.upperBound - 1] != UInt8(ascii: " ") else { return .unknown }
    switch first {
    case UInt8(ascii: "|"): return .table
    case UInt8(ascii: "#"): return heading(line)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return isItem(line) ? .unknown : .text
    // What may begin an item, a quote, code, or a line below a heading or the head of a table.
    case UInt8(ascii: " "), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "="),
      UInt8(ascii: ">"), UInt8(ascii: "~"):
      return .unknown
    default: return .text
    }
  }

  /// One blank behind the marks, and no marks at the end.
  private func heading(_ line: Range<Int>) -> PlainBlock.Kind {
    let level = source[line].prefix { $0 == UInt8(ascii: "#") }.count
    let text = source[line].dropFirst(level)
    guard level <= 6, text.count > 1, text.first == UInt8(ascii: " "), text.dropFirst().first != UInt8(ascii: " "),
      text.last != UInt8(ascii: "#")
    else { return .unknown }
    return .heading(level)
  }

  /// Whether a line that begins with a digit may be an item of a list.
  private func isItem(_ line: Range<Int>) -> Bool {
    let rest = source[line].drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")")
  }
}

/// The lines of a block.
struct PlainLines: Sequence, IteratorProtocol {
  private var rest: UnsafeBufferPointer<UInt8>?

  init(_ block: UnsafeBufferPointer<UInt8>) {
    rest = block
  }

  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    guard let lines = rest else { return nil }
    guard let end = lines.place(of: UInt8(ascii: "\n")) else {
      rest = nil
      return lines
    }
    rest = UnsafeBufferPointer(rebasing: lines[(end + 1)...])
    return UnsafeBufferPointer(rebasing: lines[..<end])
  }
}
