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
      TrendLine.styled(index, points: plot.points(values), isRunning: running != nil)
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
  static func styled(_ index: Int, points: [Point?], isRunning: Bool) -> TrendLine {
    index == 0
      ? TrendLine(
        points: points, isRunning: isRunning, stroke: "s-ink l2", fill: "f-ink", shape: .disc, radius: 3)
      : TrendLine(
        points: points, isRunning: isRunning, stroke: "s-accent l2", fill: "f-accent", shape: .square, radius: 3)
  }
}
