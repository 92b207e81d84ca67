package import Hypertext

/// Values against the limits of their own process: p, u, c or individuals, the limits each point's own.
package struct ControlChart: Chart {
  package var name: ChartName
  /// Oldest first.
  package var periods: [AxisPeriod]
  package var points: [ControlPoint]
  package var words: ControlWords
  package var format: ValueFormat
  /// How limits and centre are printed: those of counts need a decimal that counts do not.
  package var limitFormat: ValueFormat
  package var breaks: [ControlBreak]
  package var fromZero: Bool

  package init(
    name: ChartName, periods: [AxisPeriod], points: [ControlPoint], words: ControlWords,
    format: ValueFormat = .count, limitFormat: ValueFormat? = nil, breaks: [ControlBreak] = [], fromZero: Bool = true
  ) {
    self.name = name
    self.periods = periods
    self.points = (0..<periods.count).map { points.indices.contains($0) ? points[$0] : ControlPoint(nil) }
    self.words = words
    self.format = format
    self.limitFormat = limitFormat ?? format
    self.breaks = breaks.filter { (1..<max(1, periods.count)).contains($0.index) }.sorted { $0.index < $1.index }
    self.fromZero = fromZero
  }

  package func svg(width: Double) -> Markup {
    let narrow = Layout.isNarrow(width)
    let all = points.flatMap { [$0.value, $0.lower, $0.upper, $0.target] }
    var plot = PeriodPlot(
      width: width, height: narrow ? 280 : 316, periods: periods, extent: Extent(all, zero: fromZero),
      format: format, ends: ends.map(\.text), running: words.running, top: breaks.isEmpty ? 24 : 38)
    drawBands(on: &plot)
    plot.drawAxes()
    drawTarget(on: &plot)
    plot.drawBreaks(breaks, periods: periods)
    let line = TrendLine.plain(points.map(\.value), on: plot)
    line.drawLine(on: &plot.canvas)
    plot.drawSignalled(line, values: series, format: format, signals: signals, note: words.running)
    for end in ends { plot.ends.add(end.text, at: plot.scale(end.value), end.tone) }
    plot.drawEnds()
    plot.drawSignalWords(line, signals: signals)
    nameEarlierPhases(on: &plot)
    return plot.canvas.svg(name)
  }

  private var series: ChartSeries {
    ChartSeries(name: words.value, points: points.map { DataPoint($0.value, href: $0.href) })
  }

  private var signals: [Int: PointSignal] {
    var signals: [Int: PointSignal] = [:]
    for (index, point) in points.enumerated() { signals[index] = point.signal }
    return signals
  }

  /// What is named at the right end: the last value that each line has.
  private var ends: [(text: String, value: Double, tone: TextStyle.Tone)] {
    let upper = (words.trial ?? "") + words.upper
    let lower = (words.trial ?? "") + words.lower
    let lines: [(String, KeyPath<ControlPoint, Double?>, TextStyle.Tone)] = [
      (upper, \.upper, .quiet), (words.target, \.target, .accent), (words.centre, \.centre, .plain),
      (lower, \.lower, .quiet),
    ]
    return lines.compactMap { word, path, tone in
      guard let value = points.last(where: { $0[keyPath: path] != nil })?[keyPath: path] else { return nil }
      return (word + " " + limitFormat.text(value), value, tone)
    }
  }

  package var table: DataTable {
    var table = DataTable(caption: name.title, columns: [.init(name.rows), .init(words.value, isNumber: true)])
    let lines: [(String, KeyPath<ControlPoint, Double?>)] = [
      (words.centre, \.centre), ((words.trial ?? "") + words.lower, \.lower),
      ((words.trial ?? "") + words.upper, \.upper), (words.target, \.target),
    ]
    let shown = lines.filter { _, path in points.contains { $0[keyPath: path] != nil } }
    table.columns += shown.map { DataTable.Column($0.0, isNumber: true) } + [.init(words.signal)]
    table.rows = points.enumerated().map { index, point in
      let note = index == points.count - 1 ? words.running : nil
      let signal = [point.signal?.words, note].joined
      let limits = shown.map { DataTable.Cell(limitFormat.text(point[keyPath: $0.1])) }
      return [.init(periods[index].name), .init(format.text(point.value), href: point.href)] + limits + [.init(signal)]
    }
    return table
  }
}
