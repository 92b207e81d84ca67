package import Hypertext

/// Values in order of time against a target and a centre line, without limits.
package struct RunChart: Chart {
  package var name: ChartName
  /// Oldest first.
  package var periods: [AxisPeriod]
  package var series: ChartSeries
  package var format: ValueFormat
  /// The median or mean; `nil` with too few values.
  package var centre: ReferenceLine?
  package var target: ReferenceLine?
  /// By period; marked and named at the point.
  package var signals: [Int: PointSignal]
  /// The word for the last period while it is not over.
  package var running: String?
  package var fromZero: Bool
  /// Where something changed, in order; drawn with its reason.
  package var breaks: [ControlBreak] = []

  package init(
    name: ChartName, periods: [AxisPeriod], series: ChartSeries, format: ValueFormat = .count,
    centre: ReferenceLine? = nil, target: ReferenceLine? = nil, signals: [Int: PointSignal] = [:],
    running: String? = nil, fromZero: Bool = true
  ) {
    self.name = name
    self.periods = periods
    self.series = series
    self.format = format
    self.centre = centre
    self.target = target
    self.signals = signals
    self.running = running
    self.fromZero = fromZero
  }

  package func svg(width: Double) -> Markup {
    let values = series.values(periods.count)
    let references = [centre, target].compactMap { $0 }
    let extent = Extent(values + references.map(\.value), zero: fromZero)
    let last = values.lastIndex { $0 != nil }
    let end = last.map { format.text(values[$0]) }
    var plot = PeriodPlot(
      width: width, height: Layout.isNarrow(width) ? 220 : 264, periods: periods, extent: extent, format: format,
      ends: references.map { $0.text(format) } + (end.map { [$0] } ?? []), running: running,
      top: breaks.isEmpty ? 18 : 38)
    plot.drawAxes()
    plot.drawBreaks(breaks, periods: periods)
    if let centre { plot.drawReference(centre, format: format, style: .centre) }
    if let target { plot.drawReference(target, format: format, style: .target) }
    let line = TrendLine.plain(values, on: plot)
    line.drawLine(on: &plot.canvas)
    plot.drawSignalled(line, values: series, format: format, signals: signals, note: running)
    if let last, let point = line.points[last], let end { plot.ends.add(end, at: point.y, .bold) }
    if let centre { plot.ends.add(centre.text(format), at: plot.scale(centre.value), .plain) }
    if let target { plot.ends.add(target.text(format), at: plot.scale(target.value), .accent) }
    plot.drawEnds()
    plot.drawSignalWords(line, signals: signals)
    return plot.canvas.svg(name)
  }

  package var table: DataTable {
    .periods(name: name, periods: periods, series: [series], format: format, running: running) { index in
      signals[index]?.words
    }
  }
}
