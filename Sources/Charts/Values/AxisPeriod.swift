/// One period on an axis.
package struct AxisPeriod: Hashable, Sendable {
  /// Below the axis, as short as it can be: «9».
  package var label: String
  /// Printed once below the first of its periods: «2026 年»; `nil` for none.
  package var group: String?
  /// In full, for titles and tables: «2026-09».
  package var name: String
  /// Not begun yet: an axis of a whole year marks the last period before these as the current one.
  package var isAhead = false

  package init(label: String, group: String? = nil, name: String) {
    self.label = label
    self.group = group
    self.name = name
  }
}
