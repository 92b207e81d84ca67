import Hypertext

/// The values that names mean at one point of a run: those of the innermost section first.
///
/// Never copied: a look-up reads a few numbers side by side, and counts no references but that of what it finds.
struct Scope: ~Copyable {
  /// What a section opened; plain numbers, so that a row is opened and closed for nothing.
  private struct Level {
    /// The names of an object or a row, as a range of `fingerprints`.
    let names: Range<Int>
    /// The place of the rows that this is a row or a cell of; -1 for all else.
    let table: Int
    /// The place of a row's head or of the cell; of all else the place in `values`.
    let place: Int
  }

  /// Rows that a section has opened: what they print and hold, for as long as the section lasts.
  struct Table {
    let content: UnsafeBufferPointer<UInt8>
    let cells: UnsafeBufferPointer<TemplateRows.Cell>
    /// For messages.
    let keys: [TemplateKey]
    /// Where their names begin in `fingerprints`.
    let names: Int
  }

  /// What a name means.
  enum Found {
    case value(TemplateValue)
    /// A cell of a row, with the place of the rows.
    case cell(Int, table: Int)
  }

  /// The innermost level last; what is the same on every page first.
  private var levels: [Level] = []
  /// Of the levels that are no rows and no cells.
  private var values: [TemplateValue] = []
  /// The innermost last.
  private var tables: [Table] = []
  /// Of all names of all levels.
  private var fingerprints: [UInt64] = []

  init(_ constants: TemplateObject, _ context: TemplateObject) {
    levels.reserveCapacity(16)
    fingerprints.reserveCapacity(128)
    open(.object(constants))
    open(.object(context))
  }

  // MARK: Sections

  mutating func open(_ value: TemplateValue) {
    let begin = fingerprints.count
    if case .object(let object) = value { fingerprints += object.fingerprints }
    levels.append(Level(names: begin..<fingerprints.count, table: -1, place: values.count))
    values.append(value)
  }

  /// Opens a cell; of a row's head, the whole row.
  mutating func open(cell: Int, table: Int) {
    var names = 0..<0
    if case .head(_, let start, let count) = tables[table].cells[cell] {
      let begin = tables[table].names + Int(start)
      names = begin..<begin + Int(count)
    }
    levels.append(Level(names: names, table: table, place: cell))
  }

  mutating func close() {
    let level = levels.removeLast()
    guard level.table < 0 else { return }
    fingerprints.removeSubrange(level.names.lowerBound...)
    values.removeLast()
  }

  /// Makes rows known, whose parts the caller lends, and returns their place; the first of them begins at cell 0.
  mutating func open(
    _ rows: TemplateRows, _ content: UnsafeBufferPointer<UInt8>, _ cells: UnsafeBufferPointer<TemplateRows.Cell>
  ) -> Int {
    tables.append(Table(content: content, cells: cells, keys: rows.names, names: fingerprints.count))
    fingerprints += rows.fingerprints
    return tables.count - 1
  }

  mutating func closeTable() {
    guard let table = tables.popLast() else { preconditionFailure("what was opened is closed") }
    fingerprints.removeSubrange(table.names...)
  }

  /// What a cell holds.
  func cell(_ cell: Int, table: Int) -> TemplateRows.Cell { tables[table].cells[cell] }

  /// The head of a row; `nil` behind the last.
  func row(_ head: Int32, table: Int) -> TemplateRows.Cell? {
    head == TemplateRows.none ? nil : cell(Int(head), table: table)
  }

  // MARK: Look-ups

  /// The value that a name means; an error where there is none.
  func find(_ path: Int32, of program: borrowing Program, at step: Int) throws(TemplateError) -> Found {
    let path = program.paths[Int(path)]
    guard !path.keys.isEmpty else { return innermost }
    var found = try findFirst(path.keys.lowerBound, path, of: program, at: step)
    if path.keys.count == 1 { return found }
    for key in path.keys.dropFirst() {
      guard case .value(.object(let object)) = found, let place = object.place(of: program.fingerprints[key]) else {
        throw missing(key, in: found, path, of: program, at: step)
      }
      found = .value(object.values[place])
    }
    return found
  }

  private var innermost: Found {
    let level = levels[levels.count - 1]
    return level.table < 0 ? .value(values[level.place]) : .cell(level.place, table: level.table)
  }

  private func findFirst(
    _ key: Int, _ path: Program.Path, of program: borrowing Program, at step: Int
  ) throws(TemplateError) -> Found {
    let fingerprint = program.fingerprints[key]
    var level = levels.count - 1
    let outermost = path.isInnermost ? level : 0
    while level >= outermost {
      let names = levels[level].names
      var place = names.lowerBound
      while place < names.upperBound {
        if fingerprints[place] == fingerprint { return value(place - names.lowerBound, at: level) }
        place += 1
      }
      level -= 1
    }
    throw missing(key, from: outermost, of: program, at: step)
  }

  private func value(_ place: Int, at level: Int) -> Found {
    if levels[level].table >= 0 { return .cell(levels[level].place + 1 + place, table: levels[level].table) }
    guard case .object(let object) = values[levels[level].place] else { preconditionFailure("only objects have names") }
    return .value(object.values[place])
  }

  // MARK: Errors

  private func missing(
    _ key: Int, from outermost: Int, of program: borrowing Program, at step: Int
  ) -> TemplateError {
    let name = program.keys[key].text
    var names: [String] = []
    for level in levels[outermost...] {
      if level.table < 0 {
        if case .object(let object) = values[level.place] { names += object.names }
      } else {
        let table = tables[level.table]
        names += level.names.map { table.keys[$0 - table.names].text }
      }
    }
    return program.error(at: step, .missingName(name, nearest: nearest(to: name, among: names)))
  }

  private func missing(
    _ key: Int, in value: Found, _ path: Program.Path, of program: borrowing Program, at step: Int
  ) -> TemplateError {
    let whole = Program.Path(keys: path.keys.lowerBound..<key, isInnermost: path.isInnermost)
    let part = program.keys[key].text
    var names: [String] = []
    if case .value(.object(let object)) = value { names = object.names }
    let near = nearest(to: part, among: names)
    return program.error(at: step, .missingPart(part, of: program.name(of: whole), nearest: near))
  }

  // MARK: Uses

  /// Appends a value; `false` where it is nothing to print.
  func print(_ found: Found, into writer: inout ByteWriter) -> Bool {
    switch found {
    case .value(.none): break
    case .value(.text(let text)): writer.write(text: text)
    case .value(.markup(let markup)): markup.bytes.withUnsafeBufferPointer { writer.write($0) }
    case .value(.integer(let number)): writer.write(number)
    case .value: return false
    case .cell(let cell, let table):
      guard case .printed(let from, let to) = self.cell(cell, table: table) else { return false }
      writer.write(UnsafeBufferPointer(rebasing: tables[table].content[Int(from)..<Int(to)]))
    }
    return true
  }

  /// Whether a section of a value shows nothing and its inverse shows.
  func isEmpty(_ found: Found) -> Bool {
    switch found {
    case .value(let value): value.isEmpty
    case .cell(let cell, let table): self.cell(cell, table: table).isEmpty
    }
  }

  func kind(of found: Found) -> TemplateError.Kind {
    switch found {
    case .value(let value): value.kind
    case .cell(let cell, let table): self.cell(cell, table: table).kind
    }
  }
}

extension TemplateRows.Cell {
  var isEmpty: Bool {
    switch self {
    case .printed(let from, let to): from == to
    case .flag(let flag): !flag
    case .list(let first): first == TemplateRows.none
    case .head, .pending: false
    }
  }

  var kind: TemplateError.Kind {
    switch self {
    case .printed(let from, let to): from == to ? .nothing : .markup
    case .flag: .flag
    case .list: .list
    case .head, .pending: .object
    }
  }
}
