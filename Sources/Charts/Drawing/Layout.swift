/// The measures that all drawings share, in px.
enum Layout {
  /// A drawing this narrow is the phone's.
  static func isNarrow(_ width: Double) -> Bool { width < 380 }
  /// Between axis text and plot.
  static let axisGap = 6.0
  /// From one line of text to the next.
  static let line = 15.0

  /// Places of labels that want to stand at `wanted` but need `gap` between them, kept inside `range`.
  ///
  /// Order is kept. Where there is no room for all, the last ones lie beyond the range; whoever prints leaves them out.
  static func spread(_ wanted: [Double], gap: Double, in range: ClosedRange<Double>) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var placed = wanted
    var floor = range.lowerBound
    for index in order {
      placed[index] = max(wanted[index], floor)
      floor = placed[index] + gap
    }
    var ceiling = range.upperBound
    for index in order.reversed() {
      placed[index] = min(placed[index], ceiling)
      ceiling = placed[index] - gap
    }
    return placed
  }
}
