package import Hypertext

/// What came in and what went out, above; what is left, below; on the same periods.
package struct FlowChart: Chart {
  package var name: ChartName
  /// Oldest first.
  package var periods: [AxisPeriod]
  package var incoming: ChartSeries
  package var outgoing: ChartSeries
  /// From the foot up; the foot's figures stand in a row below the periods.
  package var stock: [StackPart]
  /// Where the whole stock of each period is listed; none, or one for each.
  package var totalHrefs: [String?]
  package var words: FlowWords
  package var format: ValueFormat

  package init(
    name: ChartName, periods: [AxisPeriod], incoming: ChartSeries, outgoing: ChartSeries, stock: [StackPart],
    totalHrefs: [String?] = [], words: FlowWords, format: ValueFormat = .count
  ) {
    self.name = name
    self.periods = periods
    self.incoming = incoming
    self.outgoing = outgoing
    self.stock = stock
    self.totalHrefs = totalHrefs
    self.words = words
    self.format = format
  }

  private var bars: StackedBars {
    StackedBars(parts: stock, periods: periods, format: format, isRunning: words.running != nil)
  }

  package func svg(width: Double) -> Markup {
    let flows = [incoming, outgoing].map { $0.values(periods.count) }
    let narrow = Layout.isNarrow(width)
    let ends = zip([incoming, outgoing], flows).map { $0.name + " " + format.text($1.last { $0 != nil } ?? nil) }
    let groups = PeriodAxis.height(periods, running: words.running) - 20
    let lower = (narrow ? 112.0 : 136) + groups + (stock.isEmpty ? 0 : 22)
    let row = stock.first.map { TextWidth.of($0.series.name, bold: true) + 8 } ?? 0
    var plot = PeriodPlot(
      width: width, height: (narrow ? 148 : 184) + lower, periods: periods,
      extent: Extent(flows.flatMap(\.self), zero: true), format: format, ends: ends, running: words.running, top: 24,
      rows: lower - groups + 4, steps: 3, leading: min(row, width * 0.2))
    plot.canvas.text(words.flows, 0, 12, .quiet)
    plot.axis.draw(on: &plot.canvas, frame: plot.frame, scale: plot.scale)
    drawGap(flows[0], flows[1], on: &plot)
    drawFlows(flows, ends: ends, on: &plot)
    drawStock(on: &plot, bottom: plot.canvas.height - groups - (stock.isEmpty ? 20 : 42))
    return plot.canvas.svg(name)
  }

  private func drawFlows(_ flows: [[Double?]], ends: [String], on plot: inout PeriodPlot) {
    let lines = flows.enumerated().map { index, values in
      TrendLine.styled(index, values: values, on: plot)
    }
    for line in lines.reversed() { line.drawLine(on: &plot.canvas) }
    plot.drawMarks(lines, series: [incoming, outgoing], format: format, note: words.running)
    for (index, line) in lines.enumerated() {
      guard let point = line.points.last(where: { $0 != nil }) ?? nil else { continue }
      plot.ends.add(ends[index], at: point.y, index == 0 ? .bold : .accent)
    }
    plot.drawEnds()
  }

  /// Shades the room between the lines wherever more came in than went out, from crossing to crossing.
  private func drawGap(_ incoming: [Double?], _ outgoing: [Double?], on plot: inout PeriodPlot) {
    for index in periods.indices.dropLast() {
      guard let a = incoming[index], let b = outgoing[index], let c = incoming[index + 1], let d = outgoing[index + 1]
      else { continue }
      let (before, after) = (a - b, c - d)
      guard before > 0 || after > 0 else { continue }
      let x = (plot.bands.centre(index), plot.bands.centre(index + 1))
      // Where one end is not above, the lines cross at this share of the way.
      let share = before == after ? 0 : before / (before - after)
      let crossing = Point(x.0 + share * (x.1 - x.0), plot.scale(a + share * (c - a)))
      var corners: [Point] = []
      corners += before >= 0 ? [Point(x.0, plot.scale(b)), Point(x.0, plot.scale(a))] : [crossing]
      corners += after >= 0 ? [Point(x.1, plot.scale(c)), Point(x.1, plot.scale(d))] : [crossing]
      plot.canvas.shapes.polygon(corners, "f-wash2")
    }
  }

  private func drawStock(on plot: inout PeriodPlot, bottom: Double) {
    let top = plot.frame.bottom + 48
    plot.canvas.text(words.stock, 0, plot.frame.bottom + 28, .quiet)
    let extent = Extent(bars.totals, zero: true)
    let scale = LinearScale(0, max(extent.upper, format.resolution), from: bottom, to: top)
    bars.draw(on: &plot.canvas, bands: plot.bands, scale: scale, running: words.running)
    plot.canvas.shapes.line(Point(plot.frame.left, bottom), Point(plot.frame.right, bottom), "s-rule2 l1")
    let axis = PeriodAxis(periods: periods, bands: plot.bands, running: words.running)
    axis.draw(on: &plot.canvas, below: bottom, ticks: false)
    bars.labels(plot.bands, scale).draw(on: &plot.canvas)
    guard let foot = stock.first else { return }
    let y = plot.canvas.height - 6
    plot.canvas.shapes.line(Point(0, y - 15), Point(plot.canvas.width, y - 15), "s-rule l1")
    plot.canvas.text(foot.series.name, 0, y, TextStyle(tone: foot.tone.text), within: plot.frame.left - 2)
    let last = periods.count - 1
    let texts = foot.series.values(periods.count).map { $0.map(format.bare) ?? format.missing }
    for index in axis.labelled(texts).reversed() {
      let text = texts[index]
      let tone = index == last ? foot.tone.text : .plain
      plot.canvas.text(
        text, plot.bands.centre(index), y, TextStyle(anchor: .middle, tone: tone),
        href: foot.series.point(index).href)
    }
  }

  package var table: DataTable {
    let totals = ChartSeries(
      name: words.total,
      points: bars.totals.enumerated().map { index, total in
        DataPoint(total, href: totalHrefs.indices.contains(index) ? totalHrefs[index] : nil)
      })
    return .periods(
      name: name, periods: periods, series: [incoming, outgoing, totals] + stock.map(\.series), format: format,
      running: words.running)
  }
}

/// The words of a flow chart.
package struct FlowWords: Hashable, Sendable {
  /// Above the upper panel, with the unit.
  package var flows: String
  /// Above the lower panel, with the unit.
  package var stock: String
  /// The head of the table's column for whole bars.
  package var total: String
  /// The word for the last period while it is not over.
  package var running: String?

  package init(flows: String, stock: String, total: String, running: String? = nil) {
    self.flows = flows
    self.stock = stock
    self.total = total
    self.running = running
  }
}
