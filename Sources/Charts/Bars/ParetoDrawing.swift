internal import Hypertext

/// The layout of a Pareto chart at one width.
struct ParetoDrawing {
  let chart: ParetoChart
  let frame: Box
  let bands: BandScale
  let scale: LinearScale
  let axis: ValueAxis
  let categories: CategoryAxis
  var canvas: Canvas

  init(chart: ParetoChart, width: Double) {
    self.chart = chart
    let narrow = Layout.isNarrow(width)
    let total = chart.bars.reduce(0) { $0 + $1.value }
    let highest = max(total, chart.bars.compactMap(\.last).max() ?? 0)
    let ticks = Ticks(covering: 0, highest, about: narrow ? 3 : 5, atLeast: chart.format.resolution)
    axis = ValueAxis(ticks: ticks, format: chart.format)
    let heads = [chart.words.value, chart.words.change].map { TextWidth.of($0) + 8 }.max() ?? 0
    let left = max(min(axis.width, width * 0.4), min(heads, width * 0.2))
    bands = BandScale(chart.bars.count, from: left, to: width - 42)
    categories = CategoryAxis(chart.bars.map(\.label), bands: bands, most: 3) { $0 == 0 }
    let plot = narrow ? 176.0 : 232
    frame = Box(left: left, top: 18, right: width - 42, bottom: 18 + plot)
    // The total, not the tick above it, is the top, so that 100 % stands at the same height.
    let top = highest > 0 ? highest : ticks.upper
    scale = LinearScale(0, top, from: frame.bottom, to: frame.top)
    canvas = Canvas(width: width, height: frame.bottom + categories.height + 46)
  }

  func svg() -> Markup {
    var drawing = self
    drawing.drawAxes()
    drawing.drawBars()
    drawing.drawRows()
    drawing.drawShares()
    return drawing.canvas.svg(chart.name)
  }

  private mutating func drawAxes() {
    for value in axis.ticks.values where value <= scale.upper {
      let y = scale(value)
      canvas.shapes.line(Point(frame.left, y), Point(frame.right, y), "s-rule l1")
      let label = chart.format.tick(value, step: axis.ticks.step)
      canvas.text(label, frame.left - Layout.axisGap, y + 4, TextStyle(anchor: .end, tone: .quiet))
    }
    let total = chart.bars.reduce(0) { $0 + $1.value }
    guard total > 0 else { return }
    for (share, label) in [(1.0, "100%"), (0.8, "80%"), (0.5, "50%"), (0, "0")] {
      canvas.text(label, frame.right + Layout.axisGap, scale(total * share) + 4, .quiet)
    }
    let y = scale(total * 0.8)
    canvas.shapes.line(Point(frame.left, y), Point(frame.right, y), "s-rule2 l1 dash")
  }

  private mutating func drawBars() {
    let half = bands.bar(atMost: 32) / 2
    for (index, bar) in chart.bars.enumerated() {
      let x = bands.centre(index)
      let title = [bar.label, chart.format.text(bar.value)].joined(separator: " ")
      let box = Box(left: x - half, top: scale(bar.value), right: x + half, bottom: frame.bottom)
      let column = Box(left: bands.left(index), top: frame.top, right: bands.right(index), bottom: frame.bottom)
      canvas.avoid(box)
      canvas.shapes.mark(title, href: bar.href) {
        if bar.href != nil { $0.target(column) }
        $0.rect(box, index < chart.emphasised ? "f-ink2" : "f-mark")
        guard let last = bar.last else { return }
        let tick = [Point(x - half - 4, scale(last)), Point(x + half + 4, scale(last))]
        $0.stroke(tick, width: 4, "s-paper")
        $0.stroke(tick, width: 2, "s-accent")
      }
    }
    canvas.shapes.line(Point(frame.left, frame.bottom), Point(frame.right, frame.bottom), "s-rule2 l1")
  }

  /// Names, values and changes below the bars.
  private mutating func drawRows() {
    categories.draw(on: &canvas, below: frame.bottom)
    let top = frame.bottom + categories.height + 4
    canvas.shapes.line(Point(0, top), Point(frame.right, top), "s-rule l1")
    canvas.text(chart.words.value, 0, top + 16, .quiet, within: frame.left - 4)
    canvas.text(chart.words.change, 0, top + 36, .quiet, within: frame.left - 4)
    for (index, bar) in chart.bars.enumerated() {
      let x = bands.centre(index)
      let bold = TextStyle(anchor: .middle, tone: .bold)
      canvas.text(chart.format.bare(bar.value), x, top + 16, bold, href: bar.href)
      let change = chart.format.signed(bar.last.map { bar.value - $0 })
      canvas.text(change, x, top + 36, index == 0 ? bold : TextStyle(anchor: .middle))
    }
  }

  private mutating func drawShares() {
    let total = chart.bars.reduce(0) { $0 + $1.value }
    let points = chart.shares.enumerated().map { Point(bands.centre($0), scale($1 * total)) }
    canvas.shapes.polyline(points, "s-ink l15")
    for (point, next) in zip(points, points.dropFirst()) {
      for share in [0.25, 0.5, 0.75] {
        let between = Point(point.x + share * (next.x - point.x), point.y + share * (next.y - point.y))
        canvas.avoid(.around(between, 3))
      }
    }
    for point in points {
      canvas.shapes.dot(point, 2.5, "f-ink")
      canvas.avoid(.around(point, 3))
    }
    let percent = ValueFormat.percent(decimals: 0)
    for (index, (point, share)) in zip(points, chart.shares).enumerated() {
      // Beyond nineteen twentieths the axis says enough.
      guard share < 0.96, index < points.count - 1 else { continue }
      let spots: [Canvas.Spot] = [
        .init(point.x - 5, point.y - 7, .end), .init(point.x, point.y - 8, .middle),
        .init(point.x + 6, point.y + 14, .start),
      ]
      canvas.text(percent.text(share), atFirstFreeOf: spots, TextStyle(halo: true))
    }
  }
}
