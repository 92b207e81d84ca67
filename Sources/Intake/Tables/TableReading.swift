import Complaints

/// The rows of a table under the names of its columns.
struct Table {
  /// Which columns a table may have.
  struct Columns {
    let required: [String]
    let optional: [String]
  }

  /// One row: a cell for each column that the header names.
  struct Row {
    let mark: Mark
    fileprivate let cells: [Cell]
    fileprivate let header: [String]

    /// The cell of a column; `nil` where the column is not there or the cell is empty.
    subscript(column: String) -> Cell? {
      header.firstIndex(of: column).map { cells[$0] }.flatMap { $0.text.isEmpty ? nil : $0 }
    }
  }

  let rows: [Row]

  /// Checks the header and the width of every row; a row of another width is reported and left out.
  init(_ bytes: [UInt8], _ columns: Columns, problems: inout ProblemList) {
    do throws(Fault) {
      let result = bytes.withUnsafeBufferPointer { buffer in
        Result { () throws(Fault) -> [[Cell]] in
          let check = try checkText(buffer)
          return try readCSV(buffer, from: check.start)
        }
      }
      let lines = try result.get()
      guard let header = lines.first else { throw Fault(.table(.noHeader), at: Mark(line: 1, column: 1)) }
      let isUsable = Self.check(header, columns, &problems)
      let names = header.map(\.text)
      var rows: [Row] = []
      for cells in lines.dropFirst() {
        if cells.count == header.count {
          rows.append(Row(mark: cells[0].mark, cells: cells, header: names))
        } else {
          problems.report(.table(.cells(expected: header.count, found: cells.count)), at: cells[0].mark)
        }
      }
      self.rows = isUsable ? rows : []
    } catch {
      problems.report(error)
      rows = []
    }
  }

  /// Whether the rows can be understood under this header.
  private static func check(_ header: [Cell], _ columns: Columns, _ problems: inout ProblemList) -> Bool {
    let known = columns.required + columns.optional
    var seen: Set<String> = []
    var isUsable = true
    for cell in header {
      if !known.contains(cell.text) {
        let near = nearest(to: cell.text, among: known)
        problems.report(.table(.unknownHeader(Quoted(cell.text), nearest: near)), at: cell.mark)
        isUsable = false
      } else if !seen.insert(cell.text).inserted {
        problems.report(.table(.doubledHeader(Quoted(cell.text))), at: cell.mark)
        isUsable = false
      }
    }
    for name in columns.required where !seen.contains(name) {
      problems.report(.table(.missingHeader(name)), at: Mark(line: 1, column: 1))
      isUsable = false
    }
    return isUsable
  }
}

extension ProblemList {
  /// The cell of a column that must be filled.
  mutating func required(_ row: Table.Row, _ column: String) -> Cell? {
    if let cell = row[column] { return cell }
    report(.table(.emptyCell(column: column)), at: row.mark)
    return nil
  }

  /// The count in a cell; `nil` where it is empty or cannot be read, which is reported.
  mutating func count(_ row: Table.Row, _ column: String) -> Int? {
    guard let cell = row[column] else { return nil }
    do {
      return try readCount(cell.text)
    } catch {
      report(.value(.number(FieldName(path: column, label: ""), error, Quoted(cell.text))), at: cell.mark)
      return nil
    }
  }

  /// The code in a cell; `nil` where it is empty or unknown, which is reported.
  mutating func word(_ row: Table.Row, _ column: String, _ vocabulary: Vocabulary) -> String? {
    guard let cell = row[column] else { return nil }
    let field = FieldName(path: column, label: "")
    if let scalar = firstInvisible(cell.text) {
      report(.value(.invisible(scalar, field)), at: cell.mark)
    } else if let code = vocabulary.code(for: cell.text) {
      return code
    } else if vocabulary.isOpen {
      return cell.text
    } else {
      report(unknown(cell.text, vocabulary, field), at: cell.mark)
    }
    return nil
  }
}
