import Hypertext

/// A pipe table with a pipe at both ends of each row, and as many cells in each.
struct PlainTable {
  private let lines: UnsafeBufferPointer<UInt8>
  private let alignments: [PipeTable.Alignment]

  /// - Parameter lines: Of which each begins with a pipe; `nil` where they are no such table.
  init?(_ lines: UnsafeBufferPointer<UInt8>) {
    var rows = PlainLines(lines)
    guard rows.next() != nil, let delimiters = rows.next() else { return nil }
    var alignments: [PipeTable.Alignment] = []
    for cell in PlainCells(delimiters) {
      guard let alignment = PipeTable.Alignment(delimiter: cell) else { return nil }
      alignments.append(alignment)
    }
    for row in PlainLines(lines) {
      guard row.count > 2, row.last == UInt8(ascii: "|"), PlainCells(row).count == alignments.count else { return nil }
    }
    (self.lines, self.alignments) = (lines, alignments)
  }

  func append(to out: inout Markup, _ options: NarrativeOptions) {
    var rows = PlainLines(lines)
    let header = rows.next()
    // The row of delimiters says what `alignments` has.
    guard let header, rows.next() != nil else { return }
    out.element("table", class: options.tableClass) { table in
      table.text("\n")
      table.element("thead", class: nil) { head in
        head.text("\n")
        append(header, of: "th", to: &head, options)
      }
      table.text("\n")
      guard let first = rows.next() else { return }
      table.element("tbody", class: nil) { body in
        body.text("\n")
        append(first, of: "td", to: &body, options)
        while let row = rows.next() { append(row, of: "td", to: &body, options) }
      }
      table.text("\n")
    }
    out.text("\n")
  }

  private func append(
    _ row: UnsafeBufferPointer<UInt8>, of name: StaticString, to out: inout Markup, _ options: NarrativeOptions
  ) {
    out.element("tr", class: nil) { out in
      out.text("\n")
      for (alignment, cell) in zip(alignments, PlainCells(row)) {
        out.element(name, class: alignment.name) { options.append(cell, to: &$0) }
        out.text("\n")
      }
    }
    out.text("\n")
  }
}

/// The cells of a row with a pipe at both ends, without the blanks around them.
struct PlainCells: Sequence, IteratorProtocol {
  private var rest: UnsafeBufferPointer<UInt8>

  init(_ row: UnsafeBufferPointer<UInt8>) {
    rest = UnsafeBufferPointer(rebasing: row.dropFirst())
  }

  var count: Int { reduce(0) { count, _ in count + 1 } }

  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    guard let end = rest.place(of: UInt8(ascii: "|")) else { return nil }
    var (first, last) = (0, end)
    while first < last, isBlank(rest[first]) { first += 1 }
    while last > first, isBlank(rest[last - 1]) { last -= 1 }
    defer { rest = UnsafeBufferPointer(rebasing: rest[(end + 1)...]) }
    return UnsafeBufferPointer(rebasing: rest[first..<last])
  }
}
