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
    let (rowTops, columnTops) = (rowAxis.tops, columnAxis.tops)
    let width = columnTops.count
    var counts = [Double](repeating: 0, count: rowTops.count * width)
    var numbers = [[Int32]](repeating: [], count: counts.count)
    for number in set {
      for seat in rowAxis.places(of: number) {
        let row = rowTops.places[Int(rowAxis.seats[seat])]
        guard row >= 0 else { continue }
        for other in columnAxis.places(of: number) {
          let column = columnTops.places[Int(columnAxis.seats[other])]
          guard column >= 0 else { continue }
          let cell = Int(row) * width + Int(column)
          counts[cell] += rowAxis.part(of: seat).fraction * columnAxis.part(of: other).fraction
          if numbers[cell].last != Int32(number) { numbers[cell].append(Int32(number)) }
        }
      }
    }
    let usedRows = (0..<rowTops.count).filter { row in (0..<width).contains { !numbers[row * width + $0].isEmpty } }
    let usedColumns = (0..<width).filter { column in usedRows.contains { !numbers[$0 * width + column].isEmpty } }
    return CrossTable(
      rows: usedRows.map { rowAxis.head(rowTops.entries[$0]) },
      columns: usedColumns.map { columnAxis.head(columnTops.entries[$0]) },
      counts: usedRows.map { row in usedColumns.map { counts[row * width + $0] } },
      cases: usedRows.map { row in usedColumns.map { CaseSet(numbers[row * width + $0][...]) } })
  }
}

extension Part {
  /// How much of a case it is.
  var fraction: Double { equals == 0 ? Double(written) / 10_000 : 1 / Double(equals) }
}

extension Axis {
  /// The entries without a parent, in order, and for each entry its place among them; -1 of the others.
  fileprivate var tops: (entries: [Int], places: [Int32], count: Int) {
    var (tops, places) = ([Int](), [Int32](repeating: -1, count: entries.count))
    for entry in entries.indices where entries[entry].parent == nil {
      places[entry] = Int32(tops.count)
      tops.append(entry)
    }
    return (tops, places, tops.count)
  }

  @inline(__always)
  fileprivate func part(of seat: Int) -> Part { parts.isEmpty ? .whole : parts[seat] }

  fileprivate func head(_ place: Int) -> CrossTable.Head {
    CrossTable.Head(key: entries[place].key, label: entries[place].label)
  }
}
