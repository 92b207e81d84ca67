package import Hypertext

/// Bars from zero, each with its figure.
package struct BarChart: Chart {
  package var name: ChartName
  /// Periods, oldest first, or categories in the caller's order.
  package var periods: [AxisPeriod]
  package var series: ChartSeries
  package var format: ValueFormat
  package var target: ReferenceLine?
  /// Darker bars with bold figures.
  package var emphasised: Set<Int>
  /// The word for the last period while it is not over; its bar is an outline.
  package var running: String?
  /// Categories: every one is named, in up to three lines; periods may be named every second or third.
  package var hasCategories: Bool

  package init(
    name: ChartName, periods: [AxisPeriod], series: ChartSeries, format: ValueFormat = .count,
    target: ReferenceLine? = nil, emphasised: Set<Int> = [], running: String? = nil, hasCategories: Bool = false
  ) {
    self.name = name
    self.periods = periods
    self.series = series
    self.format = format
    self.target = target
    self.emphasised = emphasised
    self.running = running
    self.hasCategories = hasCategories
  }

  package func svg(width: Double) -> Markup {
    let values = series.values(periods.count)
    let narrow = Layout.isNarrow(width)
    let ends = (target.map { [$0.text(format)] } ?? [])
    let drawn = hasCategories ? periods.map { AxisPeriod(label: $0.label, name: $0.name) } : periods
    let wrapped = hasCategories ? rows(width: width, ends: ends) : 0
    var plot = PeriodPlot(
      width: width, height: (narrow ? 200 : 232) + wrapped, periods: drawn,
      extent: Extent(values + [target?.value], zero: true), format: format, ends: ends,
      running: hasCategories ? nil : running, top: 20,
      rows: wrapped)
    plot.axis.draw(on: &plot.canvas, frame: plot.frame, scale: plot.scale)
    drawBars(values, on: &plot)
    drawLabels(values, on: &plot)
    if let target {
      plot.drawReference(target, format: format, style: .target)
      plot.ends.add(target.text(format), at: plot.scale(target.value), .accent)
    }
    plot.drawEnds()
    return plot.canvas.svg(name)
  }

  /// What names in several lines need beyond the single line of a period.
  private func rows(width: Double, ends: [String]) -> Double {
    let room = width - EndLabels.margin(ends, width: width) - 40
    let bands = BandScale(periods.count, from: 0, to: room)
    return max(0, categories(bands).height - 20)
  }

  private func categories(_ bands: BandScale) -> CategoryAxis {
    CategoryAxis(periods.map(\.label), bands: bands, most: 3) { emphasised.contains($0) }
  }

  private func drawBars(_ values: [Double?], on plot: inout PeriodPlot) {
    let zero = plot.scale(0)
    let half = plot.bands.bar(atMost: 32) / 2
    for index in periods.indices {
      guard let value = values[index] else { continue }
      let y = plot.scale(value)
      let x = plot.bands.centre(index)
      let bar = Box(left: x - half, top: min(y, zero), right: x + half, bottom: max(y, zero))
      let isOpen = running != nil && index == periods.count - 1
      let title = [periods[index].name, series.name, format.text(value), isOpen ? running : nil].joined
      let href = series.point(index).href
      let column = plot.column(index)
      plot.canvas.shapes.mark(title, href: href) {
        if href != nil { $0.target(column) }
        let fill = emphasised.contains(index) ? MarkTone.emphasised : .ordinary
        $0.rect(bar, isOpen ? "f-none s-ink2 l1 dash" : fill.fill)
      }
    }
    plot.canvas.shapes.line(Point(plot.frame.left, zero), Point(plot.frame.right, zero), "s-rule2 l1")
  }

  private func drawLabels(_ values: [Double?], on plot: inout PeriodPlot) {
    let frame = plot.frame
    if hasCategories {
      categories(plot.bands).draw(on: &plot.canvas, below: frame.bottom)
    } else {
      PeriodAxis(periods: periods, bands: plot.bands, running: running).draw(
        on: &plot.canvas, below: frame.bottom, ticks: false)
    }
    let labels = values.enumerated().map { index, value -> ValueLabels.Label? in
      guard let value else { return nil }
      let y = plot.scale(value) + (value < 0 ? 15 : -5)
      let tone: TextStyle.Tone = emphasised.contains(index) ? .bold : .quiet
      return .init(text: format.bare(value), at: Point(plot.bands.centre(index), y), tone: tone)
    }
    ValueLabels(labels: labels, step: plot.bands.step).draw(on: &plot.canvas)
  }

  package var table: DataTable {
    .periods(name: name, periods: periods, series: [series], format: format, running: running)
  }
}
