/// What a chart is called, by eye and by ear.
package struct ChartName: Hashable, Sendable {
  /// Unique on the page; ids inside the drawing begin with it.
  package var id: String
  /// The finding in a sentence, not the kind of chart.
  package var title: String
  /// What the drawing shows, for those who do not see it.
  package var detail: String
  /// The head of the first column in the chart's table, such as the word for month.
  package var rows: String

  package init(id: String, title: String, detail: String, rows: String) {
    self.id = id
    self.title = title
    self.detail = detail
    self.rows = rows
  }
}
