import Templates

/// What each kind of row on a record card gives its template.
extension TemplateShape {
  /// A whole card.
  static let card: TemplateShape = [
    "shares", "has_shares", "costs", "has_costs", "total", "has_side", "timeline", "clocks", "registered",
    "opening", "settling", "has_eight_d", "disciplines", "eight_d_facts", "has_unknown", "unknown", "improvements",
    "narrative", "masked", "edit", "form",
  ]
  /// A clock of the band.
  static let clock: TemplateShape = ["name", "figure", "unit", "state", "note", "gauge"]
  /// A department with its share of the responsibility.
  static let share: TemplateShape = ["name", "share", "bar", "note"]
  static let cost: TemplateShape = ["name", "amount", "bar"]
  /// One of the eight disciplines.
  static let discipline: TemplateShape = ["number", "name", "content", "status", "todo"]
}
