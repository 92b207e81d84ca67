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
      "table_style": .text(style),
      "columns": .list(
        columns.map { column in
          [
            "column_label": .text(column.label), "column_href": .text(ifAny: column.href),
            "column_style": .text(column.isNumber ? "r" : column.style),
            "column_hidden": .flag(column.isHidden),
          ]
        }),
      "rows": .list(rows.map(object)), "span": .integer(columns.count),
      "foot": .list(foot.map { [object($0)] } ?? []),
    ]
  }

  private func object(_ row: Row) -> TemplateValue {
    [
      "row_style": .text(row.style), "group": .text(ifAny: row.group),
      "cells": .list(
        zip(columns, row.cells).enumerated().map { index, pair in
          let (column, cell) = pair
          let style = [column.isNumber ? "r" : "", cell.style].filter { !$0.isEmpty }.joined(separator: " ")
          return [
            "value": .markup(cell.value), "cell_style": .text(style), "is_head": .flag(index == headColumn),
            "cell_label": .text(column.isHidden ? "" : column.label),
          ]
        }),
    ]
  }
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
