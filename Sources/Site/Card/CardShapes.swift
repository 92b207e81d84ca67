import Templates

/// What each kind of row on a record card gives its template.
extension TemplateShape {
  /// A whole card.
  static let card: TemplateShape = [
    "shares", "has_shares", "costs", "has_costs", "total", "has_side", "timeline", "clocks", "registered", "told",
    "opening", "settling", "has_eight_d", "disciplines", "eight_d_facts", "has_unknown", "unknown", "improvements",
    "narrative", "masked", "edit", "form",
  ]
  /// A clock of the band.
  static let clock: TemplateShape = ["name", "figure", "unit", "state", "note", "gauge"]
  /// A department with its share of the responsibility.
  static let share: TemplateShape = ["name", "share", "bar", "note"]
  static let cost: TemplateShape = ["name", "amount", "bar"]
  /// A label and its value in a grid; `span` is the class of one that takes more than a column.
  static let fact: TemplateShape = ["label", "value", "span"]
  static let sections: TemplateShape = ["sections"]
  /// A section for one field: facts or a table.
  static let section: TemplateShape = ["key", "label", "facts", "table", "half"]
  static let table: TemplateShape = ["columns", "wide", "log", "rows"]
  static let column: TemplateShape = ["label", "right"]
  static let tableRow: TemplateShape = ["cells"]
  /// `style` are the classes of a cell.
  static let cell: TemplateShape = ["label", "value", "style"]
  /// One of the eight disciplines.
  static let discipline: TemplateShape = ["number", "name", "content", "status", "todo"]
}
