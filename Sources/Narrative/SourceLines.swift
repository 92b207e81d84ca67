/// A source by its lines, so that what a paragraph was made of can be read again.
struct SourceLines {
  private let source: UnsafeBufferPointer<UInt8>
  /// Where each line begins.
  private let starts: [Int]

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    var starts = [0]
    for (index, byte) in source.enumerated() {
      let isPair = byte == UInt8(ascii: "\r") && index + 1 < source.count && source[index + 1] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !isPair) { starts.append(index + 1) }
    }
    self.starts = starts
  }

  /// A line, counted from 1, without its end; empty where there is none.
  subscript(_ number: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    guard starts.indices.contains(number - 1) else { return source[source.count..<source.count] }
    var line = source[starts[number - 1]..<(starts.indices.contains(number) ? starts[number] : source.count)]
    while line.last == UInt8(ascii: "\n") || line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    return line
  }
}

/// One line of a paragraph without the marks of the blocks around it.
struct ContentLine {
  /// In the source, from 1.
  let number: Int
  /// Columns of blanks before the text.
  let indent: Int
  /// From the first character that is not blank to the last.
  let text: [UInt8]
  /// Whether the line lacks the marks of a block around it and belongs to the paragraph all the same.
  let isLazy: Bool

  /// Four columns make code of what would have been the beginning of a block.
  var isIndented: Bool { indent >= 4 }
}

extension SourceLines {
  /// The lines that a paragraph or heading was read from.
  func content(of node: Node) -> [ContentLine] {
    let (quotes, margin) = surroundings(of: node)
    guard node.startLine > 0, node.startLine <= node.endLine else { return [] }
    let lines = (node.startLine...node.endLine).map { number in
      let line = self[number]
      if number == node.startLine {
        return ContentLine(
          number: number, indent: 0, text: trimmed(line.dropFirst(node.startColumn - 1)), isLazy: false)
      }
      let (marks, rest) = afterQuotes(quotes, in: line)
      let text = rest.drop(while: isBlank)
      let indent = columns(rest[..<text.startIndex])
      return ContentLine(
        number: number, indent: max(indent - margin, 0), text: trimmed(text), isLazy: marks < quotes || indent < margin)
    }
    return Array(lines.prefix { !$0.text.isEmpty })
  }

  /// The block quotes around a node, and the columns that the list items inside the last of them take up.
  private func surroundings(of node: Node) -> (quotes: Int, margin: Int) {
    var quotes = 0
    var item: Node?
    var parent = node.parent
    while let block = parent {
      if block.kind == .blockQuote { quotes += 1 }
      if block.kind == .item, item == nil, quotes == 0 { item = block }
      parent = block.parent
    }
    guard let item else { return (quotes, 0) }
    let line = self[item.startLine]
    let start = line.startIndex + item.startColumn - 1
    var prefix = line.startIndex
    for _ in 0..<quotes {
      guard let mark = line[prefix...].firstIndex(of: UInt8(ascii: ">")), mark < start else { break }
      prefix = mark + 1
    }
    if quotes > 0, prefix < start, isBlank(line[prefix]) { prefix += 1 }
    let digits = line[start...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    let first = item.firstChild.flatMap { $0.startLine == item.startLine ? $0.startColumn - 1 : nil }
    return (quotes, line.startIndex + (first ?? item.startColumn + digits + 1) - prefix)
  }

  /// How many of the block quotes' marks a line has, and what follows them.
  private func afterQuotes(
    _ quotes: Int, in line: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (marks: Int, rest: Slice<UnsafeBufferPointer<UInt8>>) {
    var rest = line
    for mark in 0..<quotes {
      let text = rest.drop(while: isBlank)
      guard text.first == UInt8(ascii: ">") else { return (mark, rest) }
      rest = text.dropFirst()
      if let next = rest.first, isBlank(next) { rest = rest.dropFirst() }
    }
    return (quotes, rest)
  }
}

/// The width of blanks, a tab reaching to the next multiple of 4.
private func columns(_ blanks: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
  blanks.reduce(0) { $1 == UInt8(ascii: "\t") ? $0 / 4 * 4 + 4 : $0 + 1 }
}

private func trimmed(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
  var text = line.drop(while: isBlank)
  while let last = text.last, isBlank(last) { text = text.dropLast() }
  return Array(text)
}

func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}
