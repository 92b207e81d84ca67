internal import Hypertext

/// A timeline at one width: names left, days in the middle, results right.
///
/// It has stencils of its own instead of a `Canvas`, for there is one on every card; its texts stand in lines, each of
/// which keeps them apart.
struct TimelineDrawing {
  private let chart: StepTimeline
  private let measure: TimelineMeasure
  private let frame: Box
  private let ticks: Ticks
  private let scale: LinearScale
  private let narrow: Bool
  private let hatch: String
  private let width: Double
  private let stencils = TimelineStencils.shared
  /// Those of the stencils.
  private let pieces = TimelineStencils.shared.lent

  private static let row = 24.0

  init(chart: StepTimeline, measure: TimelineMeasure, width: Double) {
    (self.chart, self.measure, self.width) = (chart, measure, width)
    let narrow = Layout.isNarrow(width)
    self.narrow = narrow
    hatch = chart.name.id + (narrow ? "-n" : "-w") + "-hatch"
    var (names, results) = (narrow ? 0 : measure.words, 0.0)
    for (step, widths) in zip(chart.steps, measure.widths) {
      names = max(names, widths.label)
      if Self.showsResult(step.state, narrow: narrow) { results = max(results, widths.result + 34) }
    }
    // Names are cut last: a phone has no pointer to ask for the rest.
    let left = min(names + 12, width * (narrow ? 0.4 : 0.3)).rounded(.up)
    let right = results == 0 ? 16 : min(results, width * 0.36).rounded(.up)
    ticks = Ticks(covering: measure.first, measure.last, about: narrow ? 4 : 9, atLeast: 1)
    let top = 40.0
    let bottom = top + Double(chart.steps.count) * Self.row + 4
    frame = Box(left: left, top: top, right: width - right, bottom: bottom)
    // The scale ends with the last limit, not with the tick beyond it.
    let last = measure.last > measure.first ? measure.last : ticks.upper
    scale = LinearScale(measure.first, last, from: left + 2, to: width - right - 8)
  }

  /// A phone prints exceptions only.
  private static func showsResult(_ state: TimelineStep.State, narrow: Bool) -> Bool {
    !narrow || state == .late || state == .doneLate
  }

  func append(to page: inout Markup) {
    let hasLinks = chart.steps.contains { $0.href != nil }
    page.drawing(
      narrow ? .narrow : .wide, title: chart.name.title, detail: chart.name.detail, width: width,
      height: frame.bottom + 20, hasLinks: hasLinks
    ) { svg in
      let first = ticks.values.firstIndex { $0 >= scale.lower } ?? 0
      let days = ticks.values[first...].prefix { $0 <= scale.upper }
      appendShapes(days, to: &svg)
      appendScaleTexts(days, to: &svg)
      for (index, step) in chart.steps.enumerated() { appendTexts(of: step, at: index, to: &svg) }
      if let today = chart.today { appendToday(today, to: &svg) }
    }
  }

  /// Between the lines of the row of a step.
  private func middle(of index: Int) -> Double { frame.top + (Double(index) + 0.5) * Self.row + 4 }

  // MARK: Shapes

  private func appendShapes(_ days: ArraySlice<Double>, to svg: inout Markup) {
    if chart.steps.contains(where: { $0.isStriped(today: chart.today) }) {
      Shapes.drawing(on: &svg) { $0.hatch(id: hatch) }
    }
    if !days.isEmpty {
      svg.shape("path") { tag in
        tag.set("d") { path in for day in days { path.upright(scale(day), from: frame.top, to: frame.bottom) } }
        tag.set("class", literal: "s-rule l1")
      }
    }
    for (index, step) in chart.steps.enumerated() {
      let y = middle(of: index)
      let group = step.result.isEmpty ? stencils.loneGroup : stencils.group
      svg.append(group, of: pieces, text: step.label, step.result) {
        TimelineBar(step: step, today: chart.today, scale: scale, hatch: hatch).append(to: &$0, middle: y)
      }
      guard Self.showsResult(step.state, narrow: narrow), let mark = step.state.mark else { continue }
      Shapes.drawing(on: &svg) { mark.draw(on: &$0, at: Point(frame.right + 8, y - 6), size: 12) }
    }
    guard let today = chart.today else { return }
    let x = scale(today)
    Shapes.drawing(on: &svg) { $0.line(Point(x, frame.top), Point(x, frame.bottom), "s-ink l15") }
  }

  // MARK: Texts

  private func appendScaleTexts(_ days: ArraySlice<Double>, to svg: inout Markup) {
    var (above, below) = (TextLine(width: width), TextLine(width: width))
    if !narrow {
      append(chart.words.dates, .quiet, from: 0, 14, within: frame.left - 12, on: &above, to: &svg)
      append(chart.words.days, .quiet, from: 0, 34, within: frame.left - 12, on: &below, to: &svg)
    }
    for day in days {
      let label = ValueFormat.count.tick(day, step: ticks.step)
      append(label, stencils.middleQuiet, around: scale(day), 34, bold: false, on: &below, to: &svg)
    }
    for date in chart.dates where (scale.lower...scale.upper).contains(date.day) {
      append(date.label, stencils.middleQuiet, around: scale(date.day), 14, bold: false, on: &above, to: &svg)
    }
  }

  private func appendTexts(of step: TimelineStep, at index: Int, to svg: inout Markup) {
    var line = TextLine(width: width)
    let (y, widths) = (middle(of: index) + 4, measure.widths[index])
    append(
      step.label, step.labelTone(today: chart.today), size: widths.shownLabel, from: 0, y, within: frame.left - 10,
      on: &line, href: step.href, to: &svg)
    guard Self.showsResult(step.state, narrow: narrow) else { return }
    let x = frame.right + 26
    append(
      step.result, step.resultTone, size: widths.shownResult, from: x, y, within: width - x, on: &line, to: &svg)
  }

  private func appendToday(_ today: Double, to svg: inout Markup) {
    var line = TextLine(width: width)
    append(
      chart.words.today, stencils.middleBold, around: scale(today), frame.bottom + 14, bold: true, on: &line, to: &svg)
  }

  /// - Parameter size: How wide it is, where that is known.
  private func append(
    _ text: String, _ tone: TextStyle.Tone, size: Double? = nil, from x: Double, _ y: Double, within limit: Double,
    on line: inout TextLine, href: String? = nil, to svg: inout Markup
  ) {
    var (shown, size) = (text, size ?? TextWidth.of(text, bold: tone.isBold))
    if size > min(limit, width) {
      (shown, size) = TextWidth.fitted(text, to: min(limit, width), size: 12, bold: tone.isBold)
    }
    guard !shown.isEmpty, let x = line.place(size, from: x) else { return }
    guard let href else { return append(shown, of: text, stencils.text(tone), x, y, to: &svg) }
    svg.element("a", attributes: { $0.set("href", href) }) {
      append(shown, of: text, stencils.text(tone), x, y, to: &$0)
    }
  }

  private func append(
    _ text: String, _ stencil: Stencil, around x: Double, _ y: Double, bold: Bool, on line: inout TextLine,
    to svg: inout Markup
  ) {
    let (shown, size) = TextWidth.fitted(text, to: width, size: 12, bold: bold)
    guard !shown.isEmpty, let x = line.place(size, around: x) else { return }
    append(shown, of: text, stencil, x, y, to: &svg)
  }

  /// What is elided is told whole in the text's title.
  private func append(
    _ shown: String, of text: String, _ stencil: Stencil, _ x: Double, _ y: Double, to svg: inout Markup
  ) {
    if shown == text { return svg.append(stencil, of: pieces, x, y, text: shown) }
    svg.append(stencil, of: pieces, x, y) {
      $0.element("title", class: nil, text: text)
      $0.text(shown)
    }
  }
}
