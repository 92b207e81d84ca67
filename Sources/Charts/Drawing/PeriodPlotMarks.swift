extension ReferenceLine {
  /// Name and value; `format` is the chart's, for references that have none.
  func text(_ format: ValueFormat) -> String { name + " " + (self.format ?? format).text(value) }
}

extension PeriodPlot {
  enum ReferenceStyle {
    case target, centre

    fileprivate var classes: StaticString {
      switch self {
      case .target: "s-accent l15 dash2"
      case .centre: "s-ink3 l1"
      }
    }
  }

  /// A level line across the plot; its name belongs to `ends`.
  mutating func drawReference(_ line: ReferenceLine, format: ValueFormat, style: ReferenceStyle) {
    let y = scale(line.value)
    canvas.shapes.line(Point(frame.left, y), Point(frame.right, y), style.classes)
    canvas.avoid(Box(left: frame.left, top: y - 2, right: frame.right, bottom: y + 2))
  }

  /// The points of all lines, one mark a period and line, each with its title and link.
  mutating func drawMarks(_ lines: [TrendLine], series: [ChartSeries], format: ValueFormat, note: String?) {
    for (line, series) in zip(lines, series) {
      for index in periods.indices {
        guard let value = series.point(index).value, let point = line.points[index] else { continue }
        let isLast = index == periods.count - 1
        let title = [periods[index].name, series.name, format.text(value), isLast ? note : nil]
        let href = series.point(index).href
        let reach = Box(
          left: bands.left(index), top: point.y - 12, right: bands.right(index), bottom: point.y + 12)
        canvas.shapes.mark(title.joined, href: href) {
          if href != nil { $0.target(reach) }
          line.drawMark(index, on: &$0)
        }
        canvas.avoid(.around(point, 4))
      }
    }
  }
}

extension Canvas.Spot {
  /// Places for a label at a point, the nearest first: above, at the upper sides, below, then farther out.
  static func around(_ point: Point, reach: Double) -> [Canvas.Spot] {
    var spots: [Canvas.Spot] = []
    for far in [0.0, 14, 28, 44, 60] {
      let above = point.y - reach - far
      let below = point.y + reach + 10 + far
      for y in [above, below] {
        spots.append(Canvas.Spot(point.x, y, .middle))
        spots.append(Canvas.Spot(point.x - 4, y, .end))
        spots.append(Canvas.Spot(point.x + 4, y, .start))
      }
      spots.append(Canvas.Spot(point.x - reach - far, point.y + 4, .end))
    }
    return spots
  }
}

extension [String?] {
  /// The parts that are there and not empty, one space between them.
  var joined: String { compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ") }
}
