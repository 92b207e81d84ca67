package import Hypertext

/// Values that can be drawn, and printed as a table of the same values.
package protocol Chart: Hashable, Sendable {
  var name: ChartName { get }

  /// The drawing, `width` px wide with 12-px text: below 380 px the phone's (class `n`), else the wide one (class `w`).
  func svg(width: Double) -> Markup

  /// What is drawn, in rows.
  var table: DataTable { get }
}
