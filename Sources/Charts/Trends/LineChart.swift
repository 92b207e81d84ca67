package import Hypertext

/// One or two series over time, each named at its right end.
package struct LineChart: Chart {
  package var name: ChartName
  /// Oldest first.
  package var periods: [AxisPeriod]
  /// Those beyond the second are not drawn; a third line wants a chart of its own.
  package var series: [ChartSeries]
  package var format: ValueFormat
  package var target: ReferenceLine?
  /// The word for the last period while it is not over; `nil` when it is.
  package var running: String?
  /// Whether the axis reaches zero.
  package var fromZero: Bool

  package init(
    name: ChartName, periods: [AxisPeriod], series: [ChartSeries], format: ValueFormat = .count,
    target: ReferenceLine? = nil, running: String? = nil, fromZero: Bool = true
  ) {
    self.name = name
    self.periods = periods
    self.series = Array(series.prefix(2))
    self.format = format
    self.target = target
    self.running = running
    self.fromZero = fromZero
  }

  package func svg(width: Double) -> Markup {
    let values = series.map { $0.values(periods.count) }
    let extent = Extent(values.flatMap(\.self) + [target?.value], zero: fromZero)
    var plot = PeriodPlot(
      width: width, height: Layout.isNarrow(width) ? 220 : 264, periods: periods, extent: extent, format: format,
      ends: endTexts(values), running: running)
    plot.drawAxes()
    if let target { plot.drawReference(target, format: format, style: .target) }
    let lines = values.enumerated().map { index, values in
      TrendLine.styled(index, values: values, on: plot)
    }
    for line in lines.reversed() { line.drawLine(on: &plot.canvas) }
    plot.drawMarks(lines, series: series, format: format, note: running)
    for (index, line) in lines.enumerated() {
      guard let end = line.points.lastIndex(where: { $0 != nil }), let point = line.points[end] else { continue }
      let text = series[index].name + " " + format.text(values[index][end])
      plot.ends.add(text, at: point.y, index == 0 ? .bold : .accent)
    }
    if let target { plot.ends.add(target.text(format), at: plot.scale(target.value), .accent) }
    plot.drawEnds()
    return plot.canvas.svg(name)
  }

  private func endTexts(_ values: [[Double?]]) -> [String] {
    let names = zip(series, values).map { series, values in
      series.name + " " + format.text(values.last { $0 != nil } ?? nil)
    }
    return names + (target.map { [$0.text(format)] } ?? [])
  }

  package var table: DataTable {
    .periods(name: name, periods: periods, series: series, format: format, running: running)
  }
}

extension TrendLine {
  /// The first line is ink with discs, the second accent with squares.
  ///
  /// Marks are 3 px in radius, and small where periods stand closer than 12 px.
  static func styled(_ index: Int, values: [Double?], on plot: PeriodPlot) -> TrendLine {
    TrendLine(
      points: plot.points(values), isRunning: plot.running != nil, stroke: index == 0 ? "s-ink l2" : "s-accent l2",
      fill: index == 0 ? "f-ink" : "f-accent", shape: index == 0 ? .disc : .square,
      radius: plot.bands.step < 12 ? 1.5 : 3)
  }

  /// The single line of a run or control chart.
  static func plain(_ values: [Double?], on plot: PeriodPlot) -> TrendLine {
    let step = plot.bands.step
    return TrendLine(
      points: plot.points(values), isRunning: plot.running != nil, stroke: "s-ink2 l15", fill: "f-ink2", shape: .disc,
      radius: step < 8 ? 1.5 : (step < 16 ? 2 : 2.5))
  }
}
