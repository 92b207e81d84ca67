package import Hypertext

/// A chart as it stands on a page: number and finding, unit and method, two drawings, key, and the numbers.
package struct ChartFigure: Hashable, Sendable {
  /// «图 1».
  package var number: String
  /// Unit, period and method.
  package var method: String
  /// Marks that repeat, each with its word; at most four.
  package var key: [KeyItem]
  /// The word that opens the table: «图 1 数据».
  package var summary: String
  /// The finding with the links of its numbers; the chart's own title where there is none.
  package var heading: Markup?
  /// The way to the definition of what is drawn.
  package var definition: String?
  private let finding: String
  private let wide: Markup
  private let narrow: Markup
  private let table: DataTable

  /// The width of the drawing for phones, in px.
  package static let narrow = 358.0

  /// Draws the chart twice: `width` px wide, and `narrow` for phones.
  package init(
    _ chart: some Chart, number: String, method: String, summary: String, key: [KeyItem] = [], width: Double,
    narrow: Double = Self.narrow, heading: Markup? = nil, definition: String? = nil
  ) {
    self.number = number
    self.method = method
    self.summary = summary
    self.key = key
    self.heading = heading
    self.definition = definition
    finding = chart.name.title
    wide = chart.svg(width: width)
    self.narrow = chart.svg(width: narrow)
    table = chart.table
  }

  package func markup() -> Markup {
    var markup = Markup(reserving: wide.count + narrow.count + 4096)
    Self.append(
      to: &markup,
      heading: {
        if !number.isEmpty { $0.element("span", class: "no", text: number) }
        if let heading { $0.append(heading) } else { $0.text(finding) }
      }, method: method, definition: definition,
      drawings: {
        $0.append(wide)
        $0.append(narrow)
        if !key.isEmpty {
          $0.element("p", class: "key") { line in
            for item in key { line.append(item.markup()) }
          }
        }
      }, summary: summary, table: { table.append(to: &$0) })
    return markup
  }

  /// Appends a figure of parts.
  static func append(
    to page: inout Markup, heading: (inout Markup) -> Void, method: String, definition: String? = nil,
    drawings: (inout Markup) -> Void, summary: String, table: (inout Markup) -> Void
  ) {
    page.element("figure", class: nil) { figure in
      figure.element("figcaption", class: nil) { caption in
        caption.element("h2", class: "t", heading)
        if !method.isEmpty { caption.element("p", class: "sub") { append(method, definition, to: &$0) } }
      }
      drawings(&figure)
      figure.element("details", class: "data") {
        $0.element("summary", class: nil, text: summary)
        table(&$0)
      }
    }
  }

  private static func append(_ method: String, _ definition: String?, to line: inout Markup) {
    guard let definition else { return line.text(method) }
    line.element(
      "a",
      attributes: { tag in
        tag.set("class", "df")
        tag.set("href", definition)
      }, text: method)
  }
}
