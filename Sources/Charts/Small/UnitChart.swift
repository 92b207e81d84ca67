package import Hypertext

/// One case of a unit chart.
package struct UnitSquare: Hashable, Sendable {
  package var mark: StatusMark
  /// For the pointer: the case and its state.
  package var title: String
  /// The case itself.
  package var href: String?

  package init(_ mark: StatusMark, title: String, href: String? = nil) {
    self.mark = mark
    self.title = title
    self.href = href
  }
}

/// One row of a unit chart.
package struct UnitRow: Hashable, Sendable {
  package var label: String
  /// In the caller's order; late ones first, so that they align.
  package var squares: [UnitSquare]
  /// A link of the row's total.
  package var href: String?
  /// A link of its late ones.
  package var lateHref: String?
  /// Printed after the squares, such as that the limit is past.
  package var remark: String?

  package init(
    label: String, squares: [UnitSquare], href: String? = nil, lateHref: String? = nil, remark: String? = nil
  ) {
    self.label = label
    self.squares = squares
    self.href = href
    self.lateHref = lateHref
    self.remark = remark
  }

  var late: Int { squares.count { $0.mark == .late } }
}

/// The words of a unit chart.
package struct UnitWords: Hashable, Sendable {
  package var count: String
  package var late: String
  package var total: String

  package init(count: String, late: String, total: String) {
    self.count = count
    self.late = late
    self.total = total
  }
}

/// One square a case, in rows by age; totals at the right.
package struct UnitChart: Chart {
  package var name: ChartName
  package var rows: [UnitRow]
  package var words: UnitWords
  /// The row before which the limit lies; `nil` for no limit.
  package var limit: Int?
  /// Links of the totals.
  package var href: String?
  package var lateHref: String?

  package init(name: ChartName, rows: [UnitRow], words: UnitWords, limit: Int? = nil) {
    self.name = name
    self.rows = rows
    self.words = words
    self.limit = limit
  }

  package func svg(width: Double) -> Markup {
    UnitDrawing(chart: self, width: width).svg()
  }

  package var table: DataTable {
    var table = DataTable(
      caption: name.title,
      columns: [.init(name.rows), .init(words.late, isNumber: true), .init(words.count, isNumber: true)])
    table.rows = rows.map { row in
      [
        .init(row.label), .init(String(row.late), href: row.lateHref),
        .init(String(row.squares.count), href: row.href),
      ]
    }
    let late = rows.reduce(0) { $0 + $1.late }
    let all = rows.reduce(0) { $0 + $1.squares.count }
    table.rows.append([.init(words.total), .init(String(late), href: lateHref), .init(String(all), href: href)])
    return table
  }
}
