package import Hypertext

/// Rows of one kind: the tables, lists and grids of which a page has hundreds of lines.
///
/// All that they print is written once, in order, into one piece of markup, and their names are listed once for all of
/// them, so that a row makes no objects. A template sees a list of objects.
package struct TemplateRows: Hashable, Sendable {
  /// What stands in a row's memory: its head, then one cell a name.
  enum Cell: Hashable, Sendable {
    /// The head of the next row of the same list, `none` behind the last; the row's names as a range of `names`.
    case head(next: Int32, names: UInt16, count: UInt16)
    /// A part of `content`; an empty one is nothing to show.
    case printed(from: Int32, to: Int32)
    case flag(Bool)
    /// Rows inside the row: the head of the first, or `none`.
    case list(first: Int32)
    /// Not written yet.
    case pending
  }

  /// A list that is being written.
  private struct Opened: Hashable, Sendable {
    /// The names of its rows, as a range of `names`.
    let names: Range<Int>
    /// The head of its first row, and of its last.
    var first = TemplateRows.none
    var last = TemplateRows.none
  }

  /// In place of a head: there is no such row.
  static let none: Int32 = -1

  private(set) var content: Markup
  private(set) var cells: [Cell] = []
  /// Those of the rows themselves, then those of the lists inside them.
  private(set) var names: [TemplateKey]
  /// Those of `names`, side by side.
  private(set) var fingerprints: [UInt64]
  private var opened: Opened
  /// The head of the row that is being written, and the cell that is next.
  private var (head, cursor) = (-1, -1)

  /// No rows yet, with room for what they will print.
  package init(_ shape: TemplateShape, reserving bytes: Int = 512) {
    content = Markup(reserving: bytes)
    cells.reserveCapacity(bytes / 16)
    names = shape.names
    fingerprints = shape.fingerprints
    opened = Opened(names: 0..<shape.names.count)
  }

  package var isEmpty: Bool { cells.isEmpty }
}

// MARK: Writing

extension TemplateRows {
  /// Appends a row: `fill` writes a value for every name of the shape, in the order of the shape.
  package mutating func row(_ fill: (inout TemplateRows) -> Void) {
    let outer = (head, cursor)
    let count = opened.names.count
    head = cells.count
    cursor = head + 1
    if opened.last == Self.none { opened.first = Int32(head) } else { link(opened.last, to: Int32(head)) }
    opened.last = Int32(head)
    cells.append(.head(next: Self.none, names: UInt16(opened.names.lowerBound), count: UInt16(count)))
    for _ in 0..<count { cells.append(.pending) }
    fill(&self)
    precondition(cursor == head + 1 + count, "a row has a value for each of its names")
    (head, cursor) = outer
  }

  private mutating func link(_ former: Int32, to head: Int32) {
    guard case .head(_, let names, let count) = cells[Int(former)] else {
      preconditionFailure("a row begins with its head")
    }
    cells[Int(former)] = .head(next: head, names: names, count: count)
  }

  /// A text, escaped; `nil` is nothing to show.
  package mutating func text(_ name: StaticString, _ text: String?) {
    markup(name) { if let text { $0.text(text) } }
  }

  /// Whatever `write` appends; nothing is nothing to show.
  package mutating func markup(_ name: StaticString, _ write: (inout Markup) -> Void) {
    let start = content.count
    write(&content)
    put(.printed(from: Int32(start), to: Int32(content.count)), name)
  }

  /// Chooses between a section and its inverse; cannot be printed.
  package mutating func flag(_ name: StaticString, _ flag: Bool) {
    put(.flag(flag), name)
  }

  /// Rows inside the row, as many as `fill` appends; one alone is like an object, none like `TemplateValue.none`.
  package mutating func list(_ name: StaticString, of shape: TemplateShape, _ fill: (inout TemplateRows) -> Void) {
    let outer = opened
    opened = Opened(names: range(of: shape))
    let place = (head, cursor)
    fill(&self)
    (head, cursor) = place
    put(.list(first: opened.first), name, of: outer)
    opened = outer
  }

  /// Where the names of a shape stand, which are added the first time.
  private mutating func range(of shape: TemplateShape) -> Range<Int> {
    let count = shape.fingerprints.count
    var start = 0
    while start + count <= fingerprints.count {
      if fingerprints[start..<start + count].elementsEqual(shape.fingerprints) { return start..<start + count }
      start += 1
    }
    names += shape.names
    fingerprints += shape.fingerprints
    return names.count - count..<names.count
  }

  /// The bytes of the value that was written last.
  package func withLastPrinted<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard case .printed(let from, let to) = cells[cursor - 1] else { preconditionFailure("nothing was printed") }
    return content.withBytes(Int(from)..<Int(to), body)
  }

  private mutating func put(_ cell: Cell, _ name: StaticString) {
    put(cell, name, of: opened)
  }

  private mutating func put(_ cell: Cell, _ name: StaticString, of list: Opened) {
    assert(
      names[list.names.lowerBound + cursor - head - 1].text == name.description,
      "'\(name)' is not the next name of the row")
    cells[cursor] = cell
    cursor += 1
  }
}
