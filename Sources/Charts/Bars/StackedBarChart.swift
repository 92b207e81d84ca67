package import Hypertext

/// Totals of two or three parts over time, such as open cases with the overdue ones at the foot.
package struct StackedBarChart: Chart {
  package var name: ChartName
  /// Oldest first.
  package var periods: [AxisPeriod]
  /// From the foot up.
  package var parts: [StackPart]
  /// The word for the whole bar.
  package var total: String
  package var format: ValueFormat
  /// The word for the last period while it is not over; its bar is an outline.
  package var running: String?

  package init(
    name: ChartName, periods: [AxisPeriod], parts: [StackPart], total: String, format: ValueFormat = .count,
    running: String? = nil
  ) {
    self.name = name
    self.periods = periods
    self.parts = parts
    self.total = total
    self.format = format
    self.running = running
  }

  private var bars: StackedBars {
    StackedBars(parts: parts, periods: periods, format: format, isRunning: running != nil)
  }

  package func svg(width: Double) -> Markup {
    let totals = bars.totals
    let last = periods.count - 1
    let named = parts.compactMap { part -> (StackPart, Double)? in
      part.series.point(last).value.map { (part, max(0, $0)) }
    }
    let texts = named.map { $0.series.name + " " + format.text($1) }
    var plot = PeriodPlot(
      width: width, height: Layout.isNarrow(width) ? 200 : 232, periods: periods,
      extent: Extent(totals, zero: true), format: format, ends: texts, running: running, top: 20)
    plot.drawAxes(ticks: false)
    bars.draw(on: &plot.canvas, bands: plot.bands, scale: plot.scale, running: running)
    let zero = plot.scale(0)
    plot.canvas.shapes.line(Point(plot.frame.left, zero), Point(plot.frame.right, zero), "s-rule2 l1")
    var foot = 0.0
    for ((part, value), text) in zip(named, texts) {
      plot.ends.add(text, at: plot.scale(foot + value / 2), part.tone.text)
      foot += value
    }
    plot.drawEnds()
    bars.labels(plot.bands, plot.scale).draw(on: &plot.canvas)
    return plot.canvas.svg(name)
  }

  package var table: DataTable {
    let totals = ChartSeries(name: total, points: bars.totals.map { DataPoint($0) })
    return .periods(
      name: name, periods: periods, series: [totals] + parts.map(\.series), format: format, running: running)
  }
}
