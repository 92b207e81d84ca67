import Hypertext

extension Renderer {
  /// Before each cell while cmark reads it: white space to inline rules, text to block rules.
  private static let sentinel: Unicode.Scalar = "\u{A0}"
  /// Each remainder is parsed again, so a chain of broken tables has an end.
  private static let mostFragments = 8

  /// Appends a paragraph or setext heading that holds a table: what is before it, the table, and what is after it.
  ///
  /// - Returns: Whether it does; nothing is appended if not.
  func tables(in node: Node, isTight: Bool, depth: Int, into out: inout Markup) -> Bool {
    guard let lines, fragments < Renderer.mostFragments, node.startLine < node.endLine else { return false }
    let content = lines.content(of: node)
    let isHeading = node.kind == .heading
    if isHeading, content.first?.text.first == UInt8(ascii: "#") { return false }
    // The last line of a setext heading is its underline, which never delimits a table.
    guard let table = PipeTable(in: content, before: content.count - (isHeading ? 1 : 0)) else { return false }
    fragments += 1
    fragment(content[..<table.range.lowerBound], isTight: isTight, depth: depth, into: &out)
    append(table, depth: depth, into: &out)
    fragment(content[table.range.upperBound...], isTight: isTight, depth: depth, into: &out)
    fragments -= 1
    return true
  }

  /// Appends lines around a table as what they are without it.
  private func fragment(
    _ lines: ArraySlice<ContentLine>, isTight: Bool, depth: Int, into out: inout Markup
  ) {
    guard let first = lines.first else { return }
    var source: [UInt8] = []
    for line in lines {
      source += [UInt8](repeating: UInt8(ascii: " "), count: line.indent) + line.text + [UInt8(ascii: "\n")]
    }
    source += linkDefinitions(for: source)
    let number = firstLine + first.number - 1
    source.withUnsafeBufferPointer {
      render($0, firstLine: number, isTight: isTight, depth: depth, into: &out)
    }
    if isTight, out.last != UInt8(ascii: "\n") { out.text("\n") }
  }

  private func append(_ table: PipeTable, depth: Int, into out: inout Markup) {
    var source: [UInt8] = []
    for cell in ([table.header] + table.rows).joined() {
      source += String(Renderer.sentinel).utf8 + cell + "\n\n".utf8
    }
    source += linkDefinitions(for: source)
    let options = options
    source.withUnsafeBufferPointer { source in
      withDocument(source) { document in
        var cell = document.firstChild
        line(&out) { out in
          out.element("table", [Attribute("class", options.tableClass)]) { out in
            out.text("\n")
            line(&out) { out in
              out.element("thead") { rows(1, of: table, heading: true, from: &cell, depth: depth, into: &$0) }
            }
            guard !table.rows.isEmpty else { return }
            line(&out) { out in
              out.element("tbody") {
                rows(table.rows.count, of: table, heading: false, from: &cell, depth: depth, into: &$0)
              }
            }
          }
        }
      }
    }
  }

  /// Appends the next rows; each cell is a paragraph of the document that was made of them.
  private func rows(
    _ count: Int, of table: PipeTable, heading: Bool, from cell: inout Node?, depth: Int, into out: inout Markup
  ) {
    out.text("\n")
    for _ in 0..<count {
      out.element("tr") { out in
        out.text("\n")
        for alignment in table.alignments {
          out.element(heading ? "th" : "td", [Attribute("class", alignment.name)]) { out in
            if let cell { content(of: cell, skipping: Renderer.sentinel, depth: depth + 1, into: &out) }
          }
          out.text("\n")
          cell = cell?.next
        }
      }
      out.text("\n")
    }
  }

  /// The narrative's link definitions, where a part that is parsed alone may refer to them.
  private func linkDefinitions(for part: [UInt8]) -> [UInt8] {
    guard part.contains(UInt8(ascii: "]")) else { return [] }
    return definitions.take()
  }
}

extension PipeTable.Alignment {
  fileprivate var name: String? {
    switch self {
    case .none: nil
    case .left: "l"
    case .center: "c"
    case .right: "r"
    }
  }
}
