package import Hypertext

/// One of several small bar charts on a common scale, 156 × 112.
package struct SmallMultiple: Chart {
  package var name: ChartName
  /// Oldest first.
  package var periods: [AxisPeriod]
  package var series: ChartSeries
  package var format: ValueFormat
  /// The top of the scale that all the charts of a row share.
  package let maximum: Double
  package var mean: ReferenceLine?
  package var limit: ReferenceLine?
  /// By period: a diamond above the bar, or a disc.
  package var signals: [Int: PointSignal]
  /// The word for the last period while it is not over; its bar is an outline.
  package var running: String?

  package init(
    name: ChartName, periods: [AxisPeriod], series: ChartSeries, format: ValueFormat = .count, maximum: Double,
    mean: ReferenceLine? = nil, limit: ReferenceLine? = nil, signals: [Int: PointSignal] = [:],
    running: String? = nil
  ) {
    self.name = name
    self.periods = periods
    self.series = series
    self.format = format
    self.maximum = maximum.isDrawable ? max(0, maximum) : 0
    self.mean = mean
    self.limit = limit
    self.signals = signals
    self.running = running
  }

  package func svg(width: Double = 156) -> Markup {
    var canvas = Canvas(width: width, height: 112)
    let bands = BandScale(periods.count, from: 0, to: width)
    let top = Extent(series.values(periods.count) + [maximum], zero: true).upper
    let scale = LinearScale(0, top > 0 ? top : 1, from: 92, to: 30)
    if let limit {
      let y = scale(limit.value)
      canvas.shapes.line(Point(0, y), Point(width, y), "s-rule2 l1 dash")
      canvas.avoid(Box(left: 0, top: y - 1, right: width, bottom: y + 1))
    }
    drawBars(on: &canvas, bands: bands, scale: scale)
    canvas.shapes.line(Point(0, 92), Point(width, 92), "s-rule2 l1")
    if let mean {
      let line = [Point(0, scale(mean.value)), Point(width, scale(mean.value))]
      canvas.shapes.stroke(line, width: 2, "s-paper")
      canvas.shapes.stroke(line, width: 1, "s-ink")
    }
    drawSignals(on: &canvas, bands: bands, scale: scale)
    if let last = periods.last {
      canvas.text(last.label, width - 1, 107, TextStyle(anchor: .end, tone: .quiet, small: true), within: width / 2 - 4)
    }
    if let first = periods.first, periods.count > 1 {
      canvas.text(first.label, 1, 107, TextStyle(tone: .quiet, small: true), within: width / 2 - 4)
    }
    if let limit, !signals.isEmpty {
      let style = TextStyle(tone: .quiet, halo: true, small: true)
      let y = scale(limit.value)
      canvas.text(limit.text(format), atFirstFreeOf: [.init(0, y - 4, .start), .init(0, y + 13, .start)], style)
    }
    return canvas.svg(name, .multiple)
  }

  private func drawBars(on canvas: inout Canvas, bands: BandScale, scale: LinearScale) {
    let half = bands.step * 0.34
    for index in periods.indices {
      guard let value = series.point(index).value else { continue }
      let x = bands.centre(index)
      let isLast = index == periods.count - 1
      let isOpen = isLast && running != nil
      let box = Box(left: x - half, top: scale(value), right: x + half, bottom: 92)
      let title = [periods[index].name, format.text(value), signals[index]?.words, isOpen ? running : nil].joined
      canvas.shapes.mark(title, href: series.point(index).href) {
        $0.rect(box, isOpen ? "f-none s-ink2 l1 dash" : (isLast ? "f-ink2" : "f-mark"))
      }
      canvas.avoid(box)
    }
  }

  private func drawSignals(on canvas: inout Canvas, bands: BandScale, scale: LinearScale) {
    var latest: (PointSignal, Point)?
    for index in periods.indices {
      guard let signal = signals[index], let value = series.point(index).value else { continue }
      let y = min(scale(value), scale(mean?.value ?? value)) - 8
      let point = Point(bands.centre(index), y)
      switch signal.side {
      case .worse: canvas.shapes.diamond(point, 5, "f-worse s-paper")
      case .better: canvas.shapes.dot(point, 2.6, "f-better")
      }
      canvas.avoid(.around(point, 5))
      latest = (signal, point)
    }
    guard let (signal, point) = latest else { return }
    let spots: [Canvas.Spot] = [
      .init(point.x + 4, point.y - 8, .end), .init(point.x - 8, point.y + 4, .end),
      .init(point.x + 4, point.y - 24, .end), .init(point.x, 12, .middle),
    ]
    canvas.text(
      signal.words, atFirstFreeOf: spots, TextStyle(tone: signal.tone, halo: true), within: canvas.width - 8)
  }

  package var table: DataTable {
    .periods(name: name, periods: periods, series: [series], format: format, running: running) { signals[$0]?.words }
  }
}
