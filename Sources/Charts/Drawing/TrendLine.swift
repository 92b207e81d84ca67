/// A line through periods: gaps break it, and a period still running is drawn apart.
struct TrendLine {
  enum Shape {
    case disc, square
  }

  let points: [Point?]
  /// The last period is incomplete.
  let isRunning: Bool
  let stroke: String
  let fill: String
  let shape: Shape
  let radius: Double

  /// Joins the points, dashed to the running one, and asks labels to keep clear of the line.
  func drawLine(on canvas: inout Canvas) {
    let settled = isRunning ? Array(points.dropLast()) : points
    for run in Path.runs(settled) {
      canvas.shapes.polyline(run, stroke)
      for (from, to) in zip(run, run.dropFirst()) { avoid(from, to, on: &canvas) }
    }
    if isRunning, let last = points.last ?? nil, let before = settled.last ?? nil {
      canvas.shapes.polyline([before, last], stroke + " dash")
      avoid(before, last, on: &canvas)
    }
  }

  /// One mark a point: open for the running period.
  func drawMark(_ index: Int, on shapes: inout Shapes) {
    guard let point = points[index] else { return }
    let isOpen = isRunning && index == points.count - 1
    // A crowd of small marks needs no edge of paper, which would eat the line.
    let classes = isOpen ? "f-paper \(stroke)" : (radius < 2 ? fill : "\(fill) s-paper")
    switch shape {
    case .disc: shapes.dot(point, isOpen ? max(2.5, radius + 0.5) : radius, classes)
    case .square:
      let half = isOpen ? max(2.5, radius) : max(1.25, radius - 0.5)
      shapes.rect(.around(point, half), classes: classes)
    }
  }

  private func avoid(_ from: Point, _ to: Point, on canvas: inout Canvas) {
    let pieces = max(1, Int(max(abs(to.x - from.x), abs(to.y - from.y)) / 8))
    for piece in 0...pieces {
      let share = Double(piece) / Double(pieces)
      let point = Point(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))
      canvas.avoid(.around(point, 3))
    }
  }
}
