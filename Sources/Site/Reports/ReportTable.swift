import Findings
import Hypertext
import Templates

/// A table of a report, as `site-templates/partials/report-table.mustache` prints it.
struct ReportTable {
  struct Column {
    let label: String
    /// The way to the definition of its figures.
    var href: String?
    var isNumber = false
    /// A class of the style sheet that gives the column its width.
    var style = ""
    /// Said to those who listen, not shown.
    var isHidden = false
  }

  struct Cell {
    var value: Markup
    /// `z` for reference values, `full` for a line of its own on a phone; see the style sheet.
    var style = ""

    init(_ value: Markup, style: String = "") {
      self.value = value
      self.style = style
    }

    init(_ text: String, style: String = "") {
      self.init(Markup(text: text), style: style)
    }

    /// A figure with a link to the cases behind it.
    init(_ text: String, href: String?, style: String = "") {
      self.init(.link(text, href: href), style: style)
    }
  }

  struct Row {
    var cells: [Cell]
    var style = ""
    /// A line that opens a group of rows, across all columns.
    var group: String?

    init(_ cells: [Cell], style: String = "") {
      self.cells = cells
      self.style = style
    }

    init(group: String) {
      cells = []
      self.group = group
    }
  }

  /// Unique on the page.
  var id: String
  var caption: String
  /// The anchor of the definition of its figures, where its columns do not lead to theirs.
  var definition: String?
  var columns: [Column]
  var rows: [Row] = []
  var foot: Row?
  /// Classes beside `d`: stack, tight, mk1.
  var style = ""
  /// The column whose cells name their rows.
  var headColumn = 0

  /// The table with its last columns left out, which would say nothing.
  func dropping(_ count: Int) -> ReportTable {
    var table = self
    table.columns.removeLast(count)
    return table
  }

  /// `none` without a row, so that the page can say why there is none.
  var objectIfAny: TemplateValue { rows.isEmpty ? .none : object }

  var object: TemplateValue {
    [
      "table_id": .text(id), "table_caption": .text(caption), "table_definition": .text(ifAny: definition),
      "table_style": .text(style), "columns": .rows(heads), "rows": .rows(written(rows)),
      "span": .integer(columns.count), "foot": .rows(written(foot.map { [$0] } ?? [])),
    ]
  }

  private var heads: TemplateRows {
    var heads = TemplateRows(.reportColumn)
    for column in columns {
      heads.row { head in
        head.text("column_label", column.label)
        head.text("column_href", column.href)
        head.text("column_style", column.isNumber ? "r" : column.style)
        head.flag("column_hidden", column.isHidden)
      }
    }
    return heads
  }

  private func written(_ rows: [Row]) -> TemplateRows {
    let labels = columns.map { $0.isHidden ? "" : $0.label }
    var written = TemplateRows(.reportRow, reserving: rows.count * columns.count * 64)
    for row in rows {
      written.row { line in
        line.text("row_style", row.style)
        line.text("group", row.group)
        line.list("cells", of: .reportCell) { cells in
          for (index, cell) in row.cells.prefix(columns.count).enumerated() {
            cells.row { write(cell, index, labels[index], to: &$0) }
          }
        }
      }
    }
    return written
  }

  private func write(_ cell: Cell, _ column: Int, _ label: String, to line: inout TemplateRows) {
    line.markup("value") { $0.append(cell.value) }
    line.markup("cell_style") { style in
      if columns[column].isNumber { style.text("r") }
      if columns[column].isNumber, !cell.style.isEmpty { style.text(" ") }
      style.text(cell.style)
    }
    line.flag("is_head", column == headColumn)
    line.text("cell_label", label)
  }
}

extension TemplateShape {
  fileprivate static let reportColumn: TemplateShape = ["column_label", "column_href", "column_style", "column_hidden"]
  fileprivate static let reportRow: TemplateShape = ["row_style", "group", "cells"]
  fileprivate static let reportCell: TemplateShape = ["value", "cell_style", "is_head", "cell_label"]
}

extension ReportTable.Column {
  /// A column of one figure, its head the way to the definition.
  static func metric(_ metric: Metric, withUnit: Bool, _ text: MetricText, at page: PagePath) -> Self {
    let unit = withUnit ? text.unit(metric) : ""
    let name = text.name(metric)
    return Self(
      label: unit.isEmpty
        ? name : text.edition.strings(ReportPhrase.nameUnit, ["name": name, "unit": unit]),
      href: page.href(to: .definitions, fragment: metric.rawValue), isNumber: true)
  }
}

extension Markup {
  /// A link, or the text alone where there is nothing to link to.
  static func link(_ text: String, href: String?) -> Markup {
    guard let href else { return Markup(text: text) }
    var markup = Markup()
    markup.element("a", [Attribute("href", href)], text: text)
    return markup
  }

  /// The name of a figure, as the way to its definition.
  static func definition(_ name: String, of key: String, at page: PagePath) -> Markup {
    var markup = Markup()
    markup.element(
      "a", [Attribute("class", "df"), Attribute("href", page.href(to: .definitions, fragment: key))], text: name)
    return markup
  }

  /// Pieces one after another.
  static func joined(_ pieces: [Markup]) -> Markup {
    var markup = Markup()
    for piece in pieces { markup.append(piece) }
    return markup
  }
}
