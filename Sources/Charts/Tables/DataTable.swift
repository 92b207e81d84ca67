package import Hypertext

/// The numbers of a chart, or any small table: words left, numbers right, the first cell of a row its header.
package struct DataTable: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package var title: String
    package var isNumber: Bool

    package init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  package struct Cell: Hashable, Sendable {
    package var text: String
    /// A relative link to the cases behind the figure.
    package var href: String?

    package init(_ text: String, href: String? = nil) {
      self.text = text
      self.href = href
    }
  }

  package var caption: String
  package var columns: [Column]
  /// Each as long as `columns`; what is beyond is not printed.
  package var rows: [[Cell]]

  package init(caption: String, columns: [Column], rows: [[Cell]] = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// A `<table class="d tight">` in a region that scrolls by itself.
  package func markup() -> Markup {
    var markup = Markup(reserving: 512 + rows.count * 256)
    append(to: &markup)
    return markup
  }

  /// Appends the same to a page that is being written.
  func append(to markup: inout Markup) {
    append(to: &markup) { body in
      for row in rows { body.element("tr", class: nil) { cells(row, &$0) } }
    }
  }

  /// The same with the rows that `rows` appends.
  func append(to markup: inout Markup, rows: (inout Markup) -> Void) {
    func region(_ tag: inout OpenTag) {
      tag.set("class", literal: "tw")
      tag.set("role", literal: "region")
      tag.set("aria-label", caption)
      tag.set("tabindex", 0)
    }
    markup.element("div", attributes: region) {
      $0.element("table", class: "d tight") { table in
        table.element("caption", class: "vh", text: caption)
        table.element("thead", class: nil) { $0.element("tr", class: nil) { head(&$0) } }
        table.element("tbody", class: nil) { rows(&$0) }
      }
    }
  }

  private func head(_ markup: inout Markup) {
    for column in columns {
      func attributes(_ tag: inout OpenTag) {
        tag.set("scope", literal: "col")
        if column.isNumber { tag.set("class", literal: "r") }
      }
      markup.element("th", attributes: attributes, text: column.title)
    }
  }

  private func cells(_ row: [Cell], _ markup: inout Markup) {
    for index in 0..<min(columns.count, row.count) {
      let isHead = index == 0
      func attributes(_ tag: inout OpenTag) {
        tag.set("scope", isHead ? "row" : nil)
        tag.set("class", columns[index].isNumber ? "r" : nil)
      }
      markup.element(isHead ? "th" : "td", attributes: attributes) {
        $0.link(row[index].text, href: row[index].href)
      }
    }
  }
}

extension Markup {
  /// Appends a text, with a link where there is one.
  mutating func link(_ text: String, href: String?) {
    guard let href else { return self.text(text) }
    element("a", attributes: { $0.set("href", href) }, text: text)
  }
}

extension DataTable {
  /// One row a period, one column a series; the running period's word, and notes, in a last column if there are any.
  static func periods(
    name: ChartName, periods: [AxisPeriod], series: [ChartSeries], format: ValueFormat, running: String?,
    note: (Int) -> String? = { _ in nil }
  ) -> DataTable {
    let notes = periods.indices.map { index in
      [note(index), index == periods.count - 1 ? running : nil].joined
    }
    let hasNotes = notes.contains { !$0.isEmpty }
    var table = DataTable(
      caption: name.title,
      columns: [Column(name.rows)] + series.map { Column($0.name, isNumber: true) } + (hasNotes ? [Column("")] : []))
    table.rows = periods.enumerated().map { index, period in
      let figures = series.map { series in
        Cell(format.text(series.point(index).value), href: series.point(index).href)
      }
      return [Cell(period.name)] + figures + (hasNotes ? [Cell(notes[index])] : [])
    }
    return table
  }
}
