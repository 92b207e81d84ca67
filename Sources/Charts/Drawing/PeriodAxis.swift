/// Labels below a row of periods.
struct PeriodAxis {
  let periods: [AxisPeriod]
  let bands: BandScale

  /// Which periods are labelled: every one, or every second, third, fourth, sixth…, counted back from the last.
  var labelled: [Int] {
    let widest = periods.map { TextWidth.of($0.label, bold: true) }.max() ?? 0
    let strides = [1, 2, 3, 4, 6, 12, 24, 48, 96]
    let stride = strides.first { Double($0) * bands.step >= widest + 6 } ?? max(1, periods.count)
    return periods.indices.filter { (periods.count - 1 - $0).isMultiple(of: stride) }
  }

  /// Two lines at most: the labels, and below them the groups with a divider before each.
  func draw(on canvas: inout Canvas, below y: Double, ticks: Bool) {
    let last = periods.count - 1
    for index in labelled.reversed() {
      let x = bands.centre(index)
      if ticks { canvas.shapes.line(Point(x, y), Point(x, y + 3), "s-rule2 l1") }
      canvas.text(
        periods[index].label, x, y + 16, TextStyle(anchor: .middle, tone: index == last ? .bold : .quiet),
        within: max(bands.step * 2, 48))
    }
    for index in periods.indices {
      guard let group = periods[index].group, index == 0 || periods[index - 1].group != group else { continue }
      let x = index == 0 ? bands.start : bands.left(index) + 4
      let room = canvas.text(group, x, y + 32, .quiet)
      if room, index > 0 {
        canvas.shapes.line(Point(bands.left(index), y), Point(bands.left(index), y + 35), "s-rule l1")
      }
    }
  }

  /// The room that `draw` needs below the axis.
  static func height(_ periods: [AxisPeriod]) -> Double {
    periods.contains { $0.group != nil } ? 37 : 20
  }
}
