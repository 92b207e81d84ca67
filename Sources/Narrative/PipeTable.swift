/// A pipe table as GitHub Flavored Markdown 0.29, section 4.10, describes it.
struct PipeTable {
  enum Alignment { case none, left, center, right }

  /// The lines of the paragraph that the table takes up.
  let range: Range<Int>
  let alignments: [Alignment]
  /// Each as long as the header; what a row has too much is gone, what it has too little is empty.
  let header: [[UInt8]]
  let rows: [[[UInt8]]]

  /// Cells that rows may leave out, so that a wide header and many short rows do not fill the memory.
  private static let mostMissing = 100_000

  /// Finds the first table among the lines of a paragraph.
  ///
  /// - Parameter last: The lines before it may hold header and delimiter row.
  init?(in lines: [ContentLine], before last: Int) {
    for index in lines.indices.dropLast() where index + 1 < last {
      let (first, second) = (lines[index], lines[index + 1])
      guard !first.isLazy, !second.isLazy, !second.isIndented,
        let alignments = delimiters(second.text), let header = cells(first.text), header.count == alignments.count
      else { continue }
      var rows: [[[UInt8]]] = []
      var missing = 0
      for line in lines[(index + 2)...] {
        guard !line.isLazy, !line.isIndented, !beginsBlock(line.text), let row = cells(line.text) else { break }
        missing += max(header.count - row.count, 0)
        guard missing <= PipeTable.mostMissing else { break }
        let empty = [[UInt8]](repeating: [], count: max(header.count - row.count, 0))
        rows.append(Array(row.prefix(header.count)) + empty)
      }
      range = index..<(index + 2 + rows.count)
      self.alignments = alignments
      self.header = header
      self.rows = rows
      return
    }
    return nil
  }
}

/// Whether a source has a line that could be a delimiter row; most narratives have none, and are done with that.
func mayHoldTables(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
  var isPossible = true
  var hasDash = false
  var hasOther = false
  for byte in source {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      if isPossible && hasDash && hasOther { return true }
      (isPossible, hasDash, hasOther) = (true, false, false)
    case UInt8(ascii: "-"): hasDash = true
    case UInt8(ascii: "|"), UInt8(ascii: ":"): hasOther = true
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"): break
    default: isPossible = false
    }
  }
  return isPossible && hasDash && hasOther
}

/// The alignments that a delimiter row gives; `nil` for a line that is none.
private func delimiters(_ line: [UInt8]) -> [PipeTable.Alignment]? {
  guard let cells = cells(line) else { return nil }
  var alignments: [PipeTable.Alignment] = []
  for cell in cells {
    var dashes = cell[...]
    let left = dashes.first == UInt8(ascii: ":")
    if left { dashes = dashes.dropFirst() }
    let right = dashes.last == UInt8(ascii: ":")
    if right { dashes = dashes.dropLast() }
    guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    alignments.append(left ? (right ? .center : .left) : right ? .right : .none)
  }
  return alignments
}

/// The cells of a row, trimmed, with `\|` made `|`; `nil` for a line without any, such as a lone pipe.
///
/// - Parameter line: Without blanks at either end.
private func cells(_ line: [UInt8]) -> [[UInt8]]? {
  let pipe = UInt8(ascii: "|")
  var rest = line[...]
  if rest.first == pipe { rest = rest.dropFirst() }
  guard !rest.isEmpty else { return nil }
  var cells: [[UInt8]] = []
  var cell: [UInt8] = []
  for byte in rest {
    if byte != pipe {
      cell.append(byte)
    } else if cell.last == UInt8(ascii: "\\") {
      cell[cell.count - 1] = pipe
    } else {
      cells.append(trimmed(cell))
      cell = []
    }
  }
  if rest.last != pipe || !cell.isEmpty { cells.append(trimmed(cell)) }
  return cells
}

private func trimmed(_ cell: [UInt8]) -> [UInt8] {
  var text = cell.drop(while: isBlank)
  while let last = text.last, isBlank(last) { text = text.dropLast() }
  return Array(text)
}

/// Whether a line would begin a block of its own if no paragraph were open, which ends a table.
private func beginsBlock(_ line: [UInt8]) -> Bool {
  guard let first = line.first, "-+*<#>`~_0123456789".utf8.contains(first) else { return false }
  return line.withUnsafeBufferPointer { withDocument($0) { $0.firstChild?.kind != .paragraph } }
}
