extension PeriodPlot {
  /// The points of a control or run chart: a dot, or the shape of its signal.
  mutating func drawSignalled(
    _ line: TrendLine, values: ChartSeries, format: ValueFormat, signals: [Int: PointSignal], note: String?
  ) {
    for index in periods.indices {
      guard let value = values.point(index).value, let point = line.points[index] else { continue }
      let signal = signals[index]
      let rules = signal.map { $0.rules.map(String.init).joined(separator: ", ") } ?? ""
      let isLast = index == periods.count - 1
      let title = [
        periods[index].name, values.name, format.text(value), signal?.words, rules.isEmpty ? nil : "(\(rules))",
        isLast ? note : nil,
      ]
      let href = values.point(index).href
      let reach = Box(left: bands.left(index), top: point.y - 12, right: bands.right(index), bottom: point.y + 12)
      canvas.shapes.mark(title.joined, href: href) {
        if href != nil { $0.target(reach) }
        switch signal?.side {
        case .worse: $0.diamond(point, 6, "f-worse s-paper")
        case .better: $0.dot(point, 4.5, "f-better s-paper")
        case nil: line.drawMark(index, on: &$0)
        }
      }
      canvas.avoid(.around(point, signal == nil ? 3 : 6))
    }
  }

  /// The words of signals, the latest first; a run of equal words is named once, at its last point.
  mutating func drawSignalWords(_ line: TrendLine, signals: [Int: PointSignal]) {
    for index in periods.indices.reversed() {
      guard let signal = signals[index], let point = line.points[index] else { continue }
      let next = signals[index + 1]
      if let next, next.words == signal.words, next.side == signal.side { continue }
      canvas.text(
        signal.words, atFirstFreeOf: Canvas.Spot.around(point, reach: 10), TextStyle(tone: signal.tone, halo: true),
        within: canvas.width * 0.6)
    }
  }
}
