/// Two dimensions crossed: how many cases stand under both keys.
package struct CrossTable: Hashable, Sendable {
  /// A row or a column.
  package struct Head: Hashable, Sendable {
    package let key, label: String
  }

  package let rows, columns: [Head]
  /// By row, then column; departments count by their shares.
  package let counts: [[Double]]
  /// The cases behind each count.
  package let cases: [[CaseSet]]
}

extension Findings {
  /// Cases crossed by two dimensions, at the top of each, in the order of the dimensions; empty rows and columns left
  /// out. A case that is shared out on both axes counts by the product of its shares.
  ///
  /// - Complexity: O(*cases* × seats a case + *rows* × *columns*).
  package func cross(_ set: CaseSet, _ rows: Dimension, by columns: Dimension) -> CrossTable {
    let (rowAxis, columnAxis) = (axis(rows), axis(columns))
    var cells: [Cell: (count: Double, numbers: [Int])] = [:]
    for number in set {
      for row in rowAxis.seats(of: number) where rowAxis.entries[Int(row.entry)].parent == nil {
        for column in columnAxis.seats(of: number) where columnAxis.entries[Int(column.entry)].parent == nil {
          let cell = Cell(row: row.entry, column: column.entry)
          cells[cell, default: (0, [])].count += row.part.fraction * column.part.fraction
          if cells[cell]?.numbers.last != number { cells[cell]?.numbers.append(number) }
        }
      }
    }
    let rowPlaces = Set(cells.keys.map(\.row)).sorted()
    let columnPlaces = Set(cells.keys.map(\.column)).sorted()
    return CrossTable(
      rows: rowPlaces.map { rowAxis.head(Int($0)) }, columns: columnPlaces.map { columnAxis.head(Int($0)) },
      counts: rowPlaces.map { row in columnPlaces.map { cells[Cell(row: row, column: $0)]?.count ?? 0 } },
      cases: rowPlaces.map { row in
        columnPlaces.map { CaseSet(cells[Cell(row: row, column: $0)]?.numbers ?? []) }
      })
  }

  private struct Cell: Hashable {
    let row, column: Int32
  }
}

extension Part {
  /// How much of a case it is.
  var fraction: Double { equals == 0 ? Double(written) / 10_000 : 1 / Double(equals) }
}

extension Axis {
  fileprivate func head(_ place: Int) -> CrossTable.Head {
    CrossTable.Head(key: entries[place].key, label: entries[place].label)
  }
}
