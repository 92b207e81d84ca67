internal import Hypertext

/// The layout of a timeline at one width: names left, days in the middle, results right.
struct TimelineDrawing {
  let chart: StepTimeline
  private let frame: Box
  private let ticks: Ticks
  private let scale: LinearScale
  private let narrow: Bool
  private let hatch: String
  private let width: Double

  private static let row = 24.0

  init(chart: StepTimeline, width: Double) {
    self.chart = chart
    self.width = width
    let narrow = Layout.isNarrow(width)
    self.narrow = narrow
    hatch = chart.name.id + (narrow ? "-n" : "-w") + "-hatch"
    var (names, results) = (0.0, 0.0)
    if !narrow { names = max(TextWidth.of(chart.words.dates, bold: true), TextWidth.of(chart.words.days, bold: true)) }
    var extent = (lower: min(0, chart.today ?? 0), upper: max(0, chart.today ?? 0))
    for step in chart.steps {
      names = max(names, TextWidth.of(step.label, bold: true))
      if Self.showsResult(step, narrow: narrow) { results = max(results, TextWidth.of(step.result, bold: true) + 34) }
      let days = (step.from ?? 0, step.to ?? 0, step.limit ?? 0, step.plannedFrom ?? 0)
      extent.lower = min(extent.lower, min(days.0, days.1), min(days.2, days.3))
      extent.upper = max(extent.upper, max(days.0, days.1), max(days.2, days.3))
    }
    // Names are cut last: a phone has no pointer to ask for the rest.
    let left = min(names + 12, width * (narrow ? 0.4 : 0.3)).rounded(.up)
    let right = results == 0 ? 16 : min(results, width * 0.36).rounded(.up)
    ticks = Ticks(covering: extent.lower, extent.upper, about: narrow ? 4 : 9, atLeast: 1)
    let top = 40.0
    let bottom = top + Double(chart.steps.count) * Self.row + 4
    frame = Box(left: left, top: top, right: width - right, bottom: bottom)
    // The scale ends with the last limit, not with the tick beyond it.
    let last = extent.upper > extent.lower ? extent.upper : ticks.upper
    scale = LinearScale(extent.lower, last, from: left + 2, to: width - right - 8)
  }

  /// A phone prints exceptions only.
  private static func showsResult(_ step: TimelineStep, narrow: Bool) -> Bool {
    !narrow || step.state == .late || step.state == .doneLate
  }

  func append(to page: inout Markup) {
    let hasLinks = chart.steps.contains { $0.href != nil }
    Canvas.append(
      chart.name, width: width, height: frame.bottom + 20, hasLinks: hasLinks,
      reserving: 1024 + chart.steps.count * 128,
      to: &page
    ) { canvas in
      if chart.steps.contains(where: { $0.isStriped(today: chart.today) }) { canvas.shapes.hatch(id: hatch) }
      drawScales(on: &canvas)
      for (index, step) in chart.steps.enumerated() {
        draw(step, middle: frame.top + (Double(index) + 0.5) * Self.row + 4, on: &canvas)
      }
      drawToday(on: &canvas)
    }
  }

  private func drawScales(on canvas: inout Canvas) {
    if !narrow {
      canvas.text(chart.words.dates, 0, 14, .quiet, within: frame.left - 12)
      canvas.text(chart.words.days, 0, 34, .quiet, within: frame.left - 12)
    }
    let shown = ticks.values.filter { $0 >= scale.lower && $0 <= scale.upper }
    canvas.shapes.uprights(shown.map { scale($0) }, from: frame.top, to: frame.bottom, "s-rule l1")
    for value in shown {
      canvas.text(
        ValueFormat.count.tick(value, step: ticks.step), scale(value), 34, TextStyle(anchor: .middle, tone: .quiet))
    }
    for date in chart.dates where (scale.lower...scale.upper).contains(date.day) {
      canvas.text(date.label, scale(date.day), 14, TextStyle(anchor: .middle, tone: .quiet))
    }
  }

  private func draw(_ step: TimelineStep, middle y: Double, on canvas: inout Canvas) {
    let isOpen = step.from != nil && step.to == nil && chart.today != nil
    let tone: TextStyle.Tone = isOpen ? .bold : (step.state == .planned ? .quiet : .plain)
    canvas.text(step.label, 0, y + 4, TextStyle(tone: tone), within: frame.left - 10, href: step.href)
    let bar = TimelineBar(step: step, today: chart.today, scale: scale, hatch: hatch)
    canvas.shapes.mark(step.label, step.result, href: nil) { bar.draw(on: &$0, middle: y) }
    guard Self.showsResult(step, narrow: narrow) else { return }
    let x = frame.right + 8
    if let mark = step.state.mark { mark.draw(on: &canvas.shapes, at: Point(x, y - 6), size: 12) }
    let result: TextStyle.Tone = step.state == .late ? .late : (step.state == .planned ? .quiet : .plain)
    canvas.text(step.result, x + 18, y + 4, TextStyle(tone: result), within: canvas.width - x - 18)
  }

  private func drawToday(on canvas: inout Canvas) {
    guard let today = chart.today else { return }
    let x = scale(today)
    canvas.shapes.line(Point(x, frame.top), Point(x, frame.bottom), "s-ink l15")
    canvas.text(chart.words.today, x, frame.bottom + 14, TextStyle(anchor: .middle, tone: .bold))
  }
}
