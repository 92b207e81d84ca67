public import Hypertext

/// Rows of one kind: the tables, lists and grids of which a page has hundreds of lines; or one row, a whole page.
///
/// All that they print is written once, in order, into one piece of markup, and their names are listed once for all of
/// them, so that a row makes no objects. A template sees a list of objects.
public struct TemplateRows: Sendable {
  /// What stands in a row's memory: its head, then one cell a name.
  enum Cell: Hashable, Sendable {
    /// The head of the next row of the same list, `none` behind the last; the row's names as a range of `names`.
    case head(next: Int32, names: UInt16, count: UInt16)
    /// A part of `content`; an empty one is nothing to show.
    case printed(from: Int32, to: Int32)
    case flag(Bool)
    /// Rows inside the row: the head of the first, or `none`.
    case list(first: Int32)
    /// One row inside the row: its head.
    case object(head: Int32)
    /// One of `values`.
    case value(Int32)
    /// Not written yet.
    case pending
  }

  /// A list that is being written.
  private struct Opened: Sendable {
    /// The names of its rows, as a range of `names`.
    let names: Range<Int>
    /// The head of its first row, and of its last.
    var first = TemplateRows.none
    var last = TemplateRows.none
  }

  /// In place of a head: there is no such row.
  static let none: Int32 = -1

  @usableFromInline var content: Markup
  private(set) var cells: [Cell] = []
  /// What was not written as a part of the rows.
  private(set) var values: [TemplateValue] = []
  /// Of the names of the rows themselves, then of those of the lists inside them.
  private(set) var fingerprints: [UInt64] = []
  /// The kinds of rows, and where the names of each begin.
  private var shapes: [(shape: TemplateShape, names: Int)] = []
  private var opened: Opened
  /// The head of the row that is being written, and the cell that is next.
  private var (head, cursor) = (-1, -1)
  /// The head of the row that a section begins with.
  private(set) var first: Int32 = 0

  /// No rows yet, with room for what they will print.
  package init(_ shape: TemplateShape, reserving bytes: Int = 512) {
    content = Markup(reserving: bytes)
    cells.reserveCapacity(bytes / 64)
    fingerprints.reserveCapacity(64)
    fingerprints += shape.fingerprints
    shapes.reserveCapacity(8)
    shapes.append((shape, 0))
    values.reserveCapacity(4)
    opened = Opened(names: 0..<shape.names.count)
  }

  package var isEmpty: Bool { cells.isEmpty }
}

// MARK: Writing

extension TemplateRows {
  /// Appends a row: `fill` writes a value for every name of the shape, in the order of the shape.
  @inlinable
  public mutating func row(_ fill: (inout TemplateRows) -> Void) {
    let outer = beginRow()
    fill(&self)
    endRow(within: outer)
  }

  /// Returns what was being written before.
  @usableFromInline
  mutating func beginRow() -> (head: Int, cursor: Int) {
    let outer = (head, cursor)
    let names = opened.names
    head = cells.count
    cursor = head + 1
    if opened.last == Self.none { opened.first = Int32(head) } else { link(opened.last, to: Int32(head)) }
    opened.last = Int32(head)
    cells.append(.head(next: Self.none, names: UInt16(names.lowerBound), count: UInt16(names.count)))
    for _ in names { cells.append(.pending) }
    return outer
  }

  @usableFromInline
  mutating func endRow(within outer: (head: Int, cursor: Int)) {
    precondition(cursor == head + 1 + opened.names.count, "a row has a value for each of its names")
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
    let start = content.count
    if let text { content.text(text) }
    put(name, printedFrom: start)
  }

  /// Whatever `write` appends; nothing is nothing to show.
  @inlinable
  public mutating func markup(_ name: StaticString, _ write: (inout Markup) -> Void) {
    let start = content.count
    write(&content)
    put(name, printedFrom: start)
  }

  /// What was written before.
  package mutating func markup(_ name: StaticString, _ markup: Markup) {
    let start = content.count
    content.append(markup)
    put(name, printedFrom: start)
  }

  @usableFromInline
  mutating func put(_ name: StaticString, printedFrom start: Int) {
    put(.printed(from: Int32(start), to: Int32(content.count)), name)
  }

  /// Chooses between a section and its inverse; cannot be printed.
  package mutating func flag(_ name: StaticString, _ flag: Bool) {
    put(.flag(flag), name)
  }

  /// A value that was made elsewhere.
  package mutating func value(_ name: StaticString, _ value: TemplateValue) {
    values.append(value)
    put(.value(Int32(values.count - 1)), name)
  }

  /// Rows inside the row, as many as `fill` appends; none are like `TemplateValue.none`. Returns whether there are any.
  @discardableResult
  package mutating func list(
    _ name: StaticString, of shape: TemplateShape, _ fill: (inout TemplateRows) -> Void
  ) -> Bool {
    let outer = opened
    let first = nested(shape, fill)
    put(.list(first: first), name, of: outer)
    return first != Self.none
  }

  /// An object inside the row: the one row that `fill` appends, or nothing to show if it appends none.
  package mutating func object(_ name: StaticString, of shape: TemplateShape, _ fill: (inout TemplateRows) -> Void) {
    let outer = opened
    let first = nested(shape, fill)
    put(first == Self.none ? .list(first: first) : .object(head: first), name, of: outer)
  }

  /// Writes a list inside the row, and returns the head of its first row.
  private mutating func nested(_ shape: TemplateShape, _ fill: (inout TemplateRows) -> Void) -> Int32 {
    let outer = (opened, head, cursor)
    opened = Opened(names: range(of: shape))
    fill(&self)
    let first = opened.first
    (opened, head, cursor) = outer
    return first
  }

  /// Where the names of a shape stand, which are added the first time.
  private mutating func range(of shape: TemplateShape) -> Range<Int> {
    if let place = shapes.firstIndex(where: { $0.shape === shape }) {
      let start = shapes[place].names
      return start..<start + shape.names.count
    }
    let start = fingerprints.count
    shapes.append((shape, start))
    fingerprints += shape.fingerprints
    return start..<fingerprints.count
  }

  /// How many bytes the value has that was written last.
  package var lastCount: Int {
    guard case .printed(let from, let to) = cells[cursor - 1] else { preconditionFailure("nothing was printed") }
    return Int(to - from)
  }

  private mutating func put(_ cell: Cell, _ name: StaticString) {
    put(cell, name, of: opened)
  }

  private mutating func put(_ cell: Cell, _ name: StaticString, of list: Opened) {
    assert(
      self.name(list.names.lowerBound + cursor - head - 1) == name.description,
      "'\(name)' is not the next name of the row")
    cells[cursor] = cell
    cursor += 1
  }
}

// MARK: Reading a row as an object

extension TemplateRows {
  /// The names of a row.
  func names(at head: Int32) -> [String] {
    guard case .head(_, let names, let count) = cells[Int(head)] else { return [] }
    return self.names(Int(names)..<Int(names) + Int(count))
  }

  /// Names by their place in `fingerprints`.
  func names(_ places: Range<Int>) -> [String] { places.map(name) }

  private func name(_ place: Int) -> String {
    guard let known = shapes.last(where: { $0.names <= place }) else { preconditionFailure("a name is of a shape") }
    return known.shape.names[place - known.names].text
  }

  /// The value of a name in the first row; `nil` where it lacks the name.
  func value(of fingerprint: UInt64) -> TemplateValue? {
    guard case .head(_, let names, let count) = cells[Int(first)],
      let place = (0..<Int(count)).first(where: { fingerprints[Int(names) + $0] == fingerprint })
    else { return nil }
    switch cells[Int(first) + 1 + place] {
    case .printed(let from, let to): return from == to ? TemplateValue.none : .markup(content.part(Int(from)..<Int(to)))
    case .flag(let flag): return .flag(flag)
    case .value(let index): return values[Int(index)]
    case .list(let head): return head == Self.none ? TemplateValue.none : .rows(beginning(at: head))
    case .object(let head): return .row(beginning(at: head))
    case .head, .pending: return nil
    }
  }

  /// The same, read from another row on.
  private func beginning(at head: Int32) -> TemplateRows {
    var rows = self
    rows.first = head
    return rows
  }
}

extension TemplateRows: Hashable {
  /// Whether both print the same under the same names.
  public static func == (one: TemplateRows, other: TemplateRows) -> Bool {
    one.content == other.content && one.cells == other.cells && one.values == other.values
      && one.fingerprints == other.fingerprints && one.first == other.first
  }

  /// Of what is printed and the names.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(content)
    hasher.combine(cells)
    hasher.combine(values)
    hasher.combine(fingerprints)
    hasher.combine(first)
  }
}
