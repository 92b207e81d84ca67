/// Labels below a row of periods.
struct PeriodAxis {
  let periods: [AxisPeriod]
  let bands: BandScale
  /// The word for the last period while it is not over, printed below its label.
  let running: String?

  /// Which periods are labelled: every one, or every second, third, fourth, sixth…, counted back from the last.
  var labelled: [Int] { labelled(periods.map(\.label)) }

  /// The same for other texts in a row of their own.
  func labelled(_ texts: [String]) -> [Int] {
    let widest = texts.map { TextWidth.of($0, bold: true) }.max() ?? 0
    let strides = [1, 2, 3, 4, 6, 12, 24, 48, 96]
    let stride = strides.first { Double($0) * bands.step >= widest + 6 } ?? max(1, periods.count)
    return periods.indices.filter { (periods.count - 1 - $0).isMultiple(of: stride) }
  }

  /// Two lines at most: the labels, and below them the groups with a divider before each.
  func draw(on canvas: inout Canvas, below y: Double, ticks: Bool) {
    let last = periods.lastIndex { !$0.isAhead } ?? periods.count - 1
    for index in labelled.reversed() {
      let x = bands.centre(index)
      if ticks { canvas.shapes.line(Point(x, y), Point(x, y + 3), "s-rule2 l1") }
      canvas.text(
        periods[index].label, x, y + 16, TextStyle(anchor: .middle, tone: index == last ? .bold : .quiet),
        within: max(bands.step * 2, 48))
    }
    if let running, last >= 0 {
      canvas.text(running, bands.centre(last), y + 32, TextStyle(anchor: .middle, tone: .bold), within: 96)
    }
    drawGroups(on: &canvas, below: y)
  }

  /// The longest group is named first, so that a group of one period never hides the year of all the others.
  private func drawGroups(on canvas: inout Canvas, below y: Double) {
    let starts = periods.indices.filter { $0 == 0 || periods[$0 - 1].group != periods[$0].group }
    let spans = zip(starts, starts.dropFirst() + [periods.count]).map { (start: $0, length: $1 - $0) }
    for span in spans.sorted(by: { ($1.length, $0.start) < ($0.length, $1.start) }) {
      guard let group = periods[span.start].group else { continue }
      let isFirst = span.start == 0
      let left = bands.left(span.start)
      let x = isFirst ? left : left + 4
      let room = bands.end - x + (span.start + span.length == periods.count ? 24 : 0)
      guard canvas.text(group, x, y + 32, .quiet, within: room), !isFirst else { continue }
      canvas.shapes.line(Point(left, y), Point(left, y + 35), "s-rule l1")
    }
  }

  /// The room that `draw` needs below the axis.
  static func height(_ periods: [AxisPeriod], running: String?) -> Double {
    running != nil || periods.contains { $0.group != nil } ? 37 : 20
  }
}
