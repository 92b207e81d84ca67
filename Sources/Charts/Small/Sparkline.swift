package import Hypertext

/// A line of 13 values without axes, for a cell of a table.
package struct Sparkline: Hashable, Sendable {
  /// What it shows, in words with figures.
  package var title: String
  /// Oldest first; `nil` breaks the line.
  package var values: [Double?]
  /// Where values usually lie.
  package var normal: ClosedRange<Double>?
  package var target: Double?
  /// The shape of the last value: a disc of ink, or that of its signal.
  package var signal: PointSignal.Side?
  /// The last value is of a period that is not over.
  package var isRunning: Bool

  package init(
    title: String, values: [Double?], normal: ClosedRange<Double>? = nil, target: Double? = nil,
    signal: PointSignal.Side? = nil, isRunning: Bool = false
  ) {
    self.title = title
    self.values = values.map { DataPoint($0).value }
    self.normal = normal.flatMap { $0.lowerBound.isDrawable && $0.upperBound.isDrawable ? $0 : nil }
    self.target = DataPoint(target).value
    self.signal = signal
    self.isRunning = isRunning
  }

  /// 32 px high; class `spark`.
  package func svg(width: Double = 152) -> Markup {
    var canvas = Canvas(width: width, height: 32)
    let extent = Extent(values + [normal?.lowerBound, normal?.upperBound, target], zero: false)
    let (left, right) = (4.0, width - 8)
    let scale = LinearScale(extent.lower, extent.upper, from: 27, to: 5)
    func y(_ value: Double) -> Double { extent.upper > extent.lower ? scale(value) : 16 }
    if let normal {
      let band = Box(
        left: left, top: y(normal.upperBound), right: right, bottom: max(y(normal.lowerBound), y(normal.upperBound) + 1)
      )
      canvas.shapes.rect(band, "f-wash2")
    }
    if let target { canvas.shapes.line(Point(left, y(target)), Point(right, y(target)), "s-accent l1 dash2") }
    let step = values.count > 1 ? (right - left) / Double(values.count - 1) : 0
    let points = values.enumerated().map { index, value in
      value.map { Point(values.count > 1 ? left + step * Double(index) : right, y($0)) }
    }
    let line = TrendLine(
      points: points, isRunning: isRunning, stroke: "s-ink2 l15", fill: "f-ink2", shape: .disc, radius: 2)
    line.drawLine(on: &canvas)
    for index in lonely(points) { line.drawMark(index, on: &canvas.shapes) }
    if let end = points.last ?? nil {
      switch signal {
      case .worse: canvas.shapes.diamond(end, 4.5, "f-worse")
      case .better: canvas.shapes.dot(end, 4, "f-better")
      case nil: canvas.shapes.dot(end, 3, isRunning ? "f-paper s-ink" : "f-ink")
      }
    }
    return canvas.svg(ChartName(id: "", title: title, detail: title, rows: ""), .spark)
  }

  /// Points without a neighbour, which a line would not show.
  private func lonely(_ points: [Point?]) -> [Int] {
    points.indices.dropLast().filter { index in
      let before = index > 0 ? points[index - 1] : nil
      return points[index] != nil && before == nil && points[index + 1] == nil
    }
  }
}
