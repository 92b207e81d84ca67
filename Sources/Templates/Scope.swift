import Hypertext

/// The values that names mean at one point of a run: those of the innermost section first.
///
/// Never copied: a look-up reads a few numbers side by side, and counts no references but that of what it finds.
struct Scope: ~Copyable {
  /// What a section opened.
  struct Level {
    /// An object, a text or whatever else it opened; `none` for rows and their cells.
    let value: TemplateValue
    /// The names of an object or a row, as a range of `fingerprints`.
    let names: Range<Int>
    /// The place of the rows that this is a row or a cell of; -1 for all else.
    let table: Int
    /// The place of a row's head, or of the cell.
    let cell: Int
  }

  /// What a name means.
  enum Found {
    case value(TemplateValue)
    /// A cell of a row, with the place of the rows.
    case cell(Int, table: Int)
  }

  /// The innermost level last; what is the same on every page first.
  private(set) var levels: [Level] = []
  /// The rows that sections have opened, the innermost last, each with the place of its names.
  private var tables: [(rows: TemplateRows, names: Int)] = []
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
    if case .object(let object) = value {
      fingerprints += object.fingerprints
    }
    levels.append(Level(value: value, names: begin..<fingerprints.count, table: -1, cell: -1))
  }

  /// Opens a cell; of a row's head, the whole row.
  mutating func open(cell: Int, table: Int) {
    var names = 0..<0
    if case .head(_, let start, let count) = tables[table].rows.cells[cell] {
      let begin = tables[table].names + Int(start)
      names = begin..<begin + Int(count)
    }
    levels.append(Level(value: .none, names: names, table: table, cell: cell))
  }

  mutating func close() {
    let level = levels.removeLast()
    if level.table < 0 { fingerprints.removeSubrange(level.names.lowerBound...) }
  }

  /// Makes rows known, and returns their place; the first of them begins at cell 0.
  mutating func open(_ rows: TemplateRows) -> Int {
    tables.append((rows, fingerprints.count))
    fingerprints += rows.fingerprints
    return tables.count - 1
  }

  mutating func closeTable() {
    guard let table = tables.popLast() else { preconditionFailure("what was opened is closed") }
    fingerprints.removeSubrange(table.names...)
  }

  /// What a cell holds.
  func cell(_ cell: Int, table: Int) -> TemplateRows.Cell { tables[table].rows.cells[cell] }

  /// The head of a row; `nil` behind the last.
  func row(_ head: Int32, table: Int) -> TemplateRows.Cell? {
    head == TemplateRows.none ? nil : cell(Int(head), table: table)
  }

  // MARK: Look-ups

  /// The value that a name means; an error where there is none.
  func find(_ path: Int32, of program: borrowing Program, at step: Int) throws(TemplateError) -> Found {
    let path = program.paths[Int(path)]
    guard let first = path.keys.first else { return innermost }
    var found = try findFirst(first, path, of: program, at: step)
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
    return level.table < 0 ? .value(level.value) : .cell(level.cell, table: level.table)
  }

  private func findFirst(
    _ key: Int, _ path: Program.Path, of program: borrowing Program, at step: Int
  ) throws(TemplateError) -> Found {
    let fingerprint = program.fingerprints[key]
    var level = levels.count - 1
    let outermost = path.isInnermost ? level : 0
    while level >= outermost {
      let names = levels[level].names
      for place in names where fingerprints[place] == fingerprint {
        return value(place - names.lowerBound, at: level)
      }
      level -= 1
    }
    throw missing(key, from: outermost, of: program, at: step)
  }

  private func value(_ place: Int, at level: Int) -> Found {
    if levels[level].table >= 0 { return .cell(levels[level].cell + 1 + place, table: levels[level].table) }
    guard case .object(let object) = levels[level].value else { preconditionFailure("only objects have names") }
    return .value(object.values[place])
  }

  // MARK: Errors

  private func missing(
    _ key: Int, from outermost: Int, of program: borrowing Program, at step: Int
  ) -> TemplateError {
    let name = program.keys[key].text
    var names: [String] = []
    for level in levels[outermost...] {
      if case .object(let object) = level.value { names += object.names }
      guard level.table >= 0 else { continue }
      let table = tables[level.table]
      names += level.names.map { table.rows.names[$0 - table.names].text }
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
  func print(_ found: Found, into bytes: inout [UInt8]) -> Bool {
    switch found {
    case .value(.none): break
    case .value(.text(let text)): Escape.html(text, into: &bytes)
    case .value(.markup(let markup)): bytes.append(contentsOf: markup.bytes)
    case .value(.integer(let number)): bytes.append(contentsOf: String(number).utf8)
    case .value: return false
    case .cell(let cell, let table):
      guard case .printed(let from, let to) = self.cell(cell, table: table) else { return false }
      tables[table].rows.content.withBytes(Int(from)..<Int(to)) { bytes.append(contentsOf: $0) }
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
