import Hypertext

/// The values that names mean at one point of a run: those of the innermost section first.
///
/// Never copied: a look-up reads a few numbers side by side, and counts no references but that of what it finds outside
/// of rows.
struct Scope: ~Copyable {
  /// What a section opened; plain numbers, so that a row is opened and closed for nothing.
  struct Level {
    /// The names of an object or a row, as a part of `fingerprints`.
    let names: Int32
    let count: Int32
    /// The place of the rows that this is a row or a cell of; -1 for all else.
    let table: Int32
    /// The place of a row's head or of the cell; of all else the place in `values`.
    let place: Int32
  }

  /// Rows that a section has opened: what they print and hold, for as long as the section lasts.
  struct Table {
    let content: UnsafePointer<UInt8>
    let cells: UnsafePointer<TemplateRows.Cell>
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
  private var levels = Stack<Level>(capacity: 32)
  /// Of the levels that are no rows and no cells.
  private var values: [TemplateValue] = []
  /// The innermost last.
  private var tables = Stack<Table>(capacity: 8)
  /// The rows of `tables`.
  private var rows: [TemplateRows] = []
  /// Of all names of all levels.
  private var fingerprints = Stack<UInt64>(capacity: 256)

  init(_ constants: TemplateObject) {
    values.reserveCapacity(8)
    open(.object(constants))
  }

  // MARK: Sections

  mutating func open(_ value: TemplateValue) {
    let begin = fingerprints.count
    if case .object(let object) = value { fingerprints.push(object.fingerprints) }
    levels.push(
      Level(names: Int32(begin), count: Int32(fingerprints.count - begin), table: -1, place: Int32(values.count)))
    values.append(value)
  }

  /// Opens a cell; of a row's head, the whole row.
  mutating func open(cell: Int, table: Int) {
    let opened = tables[table]
    if case .head(_, let start, let count) = opened.cells[cell] {
      let names = Int32(opened.names) + Int32(start)
      levels.push(Level(names: names, count: Int32(count), table: Int32(table), place: Int32(cell)))
    } else {
      levels.push(Level(names: 0, count: 0, table: Int32(table), place: Int32(cell)))
    }
  }

  mutating func close() {
    let level = levels.pop()
    guard level.table < 0 else { return }
    fingerprints.cut(to: Int(level.names))
    values.removeLast()
  }

  /// Makes rows known, whose parts the caller lends, and returns their place.
  mutating func open(
    _ rows: TemplateRows, _ content: UnsafeBufferPointer<UInt8>, _ cells: UnsafeBufferPointer<TemplateRows.Cell>
  ) -> Int {
    // Rows without content print nothing, and rows without cells have none to ask for.
    guard let first = cells.baseAddress else { preconditionFailure("rows that are opened have cells") }
    let printed = content.baseAddress ?? UnsafeRawPointer(first).assumingMemoryBound(to: UInt8.self)
    tables.push(Table(content: printed, cells: first, names: fingerprints.count))
    fingerprints.push(rows.fingerprints)
    self.rows.append(rows)
    return tables.count - 1
  }

  mutating func closeTable() {
    fingerprints.cut(to: tables.pop().names)
    rows.removeLast()
  }

  /// What a cell holds.
  func cell(_ cell: Int, table: Int) -> TemplateRows.Cell { tables[table].cells[cell] }

  /// A value that stands in a cell.
  func value(_ index: Int32, table: Int) -> TemplateValue { rows[table].values[Int(index)] }

  /// The head of a row; `nil` behind the last.
  func row(_ head: Int32, table: Int) -> TemplateRows.Cell? {
    head == TemplateRows.none ? nil : cell(Int(head), table: table)
  }

  // MARK: Look-ups in rows, which are nearly all

  /// The cell that a name of one part means, by its fingerprint; `nil` where it means something else, or nothing.
  @inline(__always)
  func cell(_ fingerprint: UInt64) -> (cell: Int, table: Int)? {
    var index = levels.count
    while index > 0 {
      index -= 1
      let level = levels[index]
      let place = fingerprints.place(of: fingerprint, from: Int(level.names), count: Int(level.count))
      if place >= 0 { return level.table < 0 ? nil : (Int(level.place) + 1 + place, Int(level.table)) }
    }
    return nil
  }

  /// What the cell of a name prints; `nil` where that is not told by a row.
  @inline(__always)
  func printed(_ fingerprint: UInt64) -> UnsafeBufferPointer<UInt8>? {
    guard let (place, table) = cell(fingerprint), case .printed(let from, let to) = cell(place, table: table) else {
      return nil
    }
    return UnsafeBufferPointer(start: tables[table].content + Int(from), count: Int(to - from))
  }

  /// Whether the cell of a name has nothing to show; `nil` where that is not told by a row.
  func isEmpty(_ fingerprint: UInt64) -> Bool? {
    cell(fingerprint).map { isEmpty(.cell($0.cell, table: $0.table)) }
  }

  // MARK: Look-ups of all kinds

  /// The value that a name means; an error where there is none.
  func find(_ path: Int32, of compiled: CompiledProgram, at step: Int) throws(TemplateError) -> Found {
    let path = compiled.program.paths[Int(path)]
    guard !path.keys.isEmpty else { return innermost }
    var found = try findFirst(path.keys.lowerBound, path, of: compiled, at: step)
    for key in path.keys.dropFirst() {
      guard let part = part(compiled.program.fingerprints[key], of: found) else {
        throw missing(key, in: found, path, of: compiled, at: step)
      }
      found = part
    }
    return found
  }

  private var innermost: Found {
    let level = levels[levels.count - 1]
    return level.table < 0
      ? .value(values[Int(level.place)]) : valueOrCell(Int(level.place), table: Int(level.table))
  }

  private func findFirst(
    _ key: Int, _ path: Program.Path, of compiled: CompiledProgram, at step: Int
  ) throws(TemplateError) -> Found {
    let fingerprint = compiled.program.fingerprints[key]
    var index = levels.count - 1
    let outermost = path.isInnermost ? index : 0
    while index >= outermost {
      let level = levels[index]
      for place in 0..<Int(level.count) where fingerprints[Int(level.names) + place] == fingerprint {
        return value(place, at: level)
      }
      index -= 1
    }
    throw missing(key, from: outermost, of: compiled, at: step)
  }

  private func value(_ place: Int, at level: Level) -> Found {
    if level.table >= 0 { return valueOrCell(Int(level.place) + 1 + place, table: Int(level.table)) }
    guard case .object(let object) = values[Int(level.place)] else { preconditionFailure("only objects have names") }
    return .value(object.values[place])
  }

  private func valueOrCell(_ cell: Int, table: Int) -> Found {
    if case .value(let index) = self.cell(cell, table: table) { return .value(value(index, table: table)) }
    return .cell(cell, table: table)
  }

  /// The value of a name in an object; `nil` where that lacks the name, or is none.
  private func part(_ fingerprint: UInt64, of found: Found) -> Found? {
    switch found {
    case .value(.object(let object)):
      return object.place(of: fingerprint).map { .value(object.values[$0]) }
    case .value(.row(let rows)):
      return rows.value(of: fingerprint).map { .value($0) }
    case .cell(let cell, let table):
      guard case .object(let head) = self.cell(cell, table: table),
        case .head(_, let names, let count) = self.cell(Int(head), table: table),
        let place = (0..<Int(count)).first(where: { rows[table].fingerprints[Int(names) + $0] == fingerprint })
      else { return nil }
      return valueOrCell(Int(head) + 1 + place, table: table)
    case .value: return nil
    }
  }

  // MARK: Errors

  private func missing(
    _ key: Int, from outermost: Int, of compiled: CompiledProgram, at step: Int
  ) -> TemplateError {
    let name = compiled.program.keys[key].text
    var names: [String] = []
    for index in outermost..<levels.count {
      let level = levels[index]
      if level.table >= 0 {
        let start = Int(level.names) - tables[Int(level.table)].names
        names += rows[Int(level.table)].names(start..<start + Int(level.count))
      } else if case .object(let object) = values[Int(level.place)] {
        names += object.names
      }
    }
    return compiled.program.error(at: step, .missingName(name, nearest: nearest(to: name, among: names)))
  }

  private func missing(
    _ key: Int, in value: Found, _ path: Program.Path, of compiled: CompiledProgram, at step: Int
  ) -> TemplateError {
    let whole = Program.Path(keys: path.keys.lowerBound..<key, isInnermost: path.isInnermost)
    let part = compiled.program.keys[key].text
    let near = nearest(to: part, among: names(of: value))
    return compiled.program.error(at: step, .missingPart(part, of: compiled.program.name(of: whole), nearest: near))
  }

  private func names(of value: Found) -> [String] {
    switch value {
    case .value(.object(let object)): object.names
    case .value(.row(let rows)): rows.names(at: rows.first)
    case .cell(let cell, let table):
      if case .object(let head) = self.cell(cell, table: table) { rows[table].names(at: head) } else { [] }
    case .value: []
    }
  }

  // MARK: Uses

  /// Appends a value; `false` where it is nothing to print.
  func print(_ found: Found, into writer: inout ByteWriter) -> Bool {
    switch found {
    case .value(.none): break
    case .value(.text(let text)): writer.write(text: text)
    case .value(.markup(let markup)): writer.write(markup)
    case .value(.integer(let number)): writer.write(number)
    case .value: return false
    case .cell(let cell, let table):
      guard case .printed(let from, let to) = self.cell(cell, table: table) else { return false }
      writer.write(UnsafeBufferPointer(start: tables[table].content + Int(from), count: Int(to - from)))
    }
    return true
  }

  /// Whether a section of a value shows nothing and its inverse shows.
  func isEmpty(_ found: Found) -> Bool {
    switch found {
    case .value(let value): value.isEmpty
    case .cell(let cell, let table):
      switch self.cell(cell, table: table) {
      case .value(let index): value(index, table: table).isEmpty
      case let cell: cell.isEmpty
      }
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
  /// Of a cell that is no value of another kind.
  fileprivate var isEmpty: Bool {
    switch self {
    case .printed(let from, let to): from == to
    case .flag(let flag): !flag
    case .list(let first): first == TemplateRows.none
    case .head, .object, .pending, .value: false
    }
  }

  fileprivate var kind: TemplateError.Kind {
    switch self {
    case .printed(let from, let to): from == to ? .nothing : .markup
    case .flag: .flag
    case .list: .list
    case .head, .object, .pending, .value: .object
    }
  }
}
