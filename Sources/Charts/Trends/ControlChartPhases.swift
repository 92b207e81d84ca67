extension ControlChart {
  /// Periods in a row for which a line has a value, cut at every break.
  private func stretches(_ hasValue: (ControlPoint) -> Bool) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    let starts = Set(breaks.map(\.index))
    for index in points.indices where hasValue(points[index]) {
      if let last = stretches.last, last.upperBound == index, !starts.contains(index) {
        stretches[stretches.count - 1] = last.lowerBound..<(index + 1)
      } else {
        stretches.append(index..<(index + 1))
      }
    }
    return stretches
  }

  /// A stair: level over each period, because each point has its own limit.
  private func stair(_ range: Range<Int>, _ path: KeyPath<ControlPoint, Double?>, on plot: PeriodPlot) -> [Point] {
    range.flatMap { index -> [Point] in
      guard let value = points[index][keyPath: path] else { return [] }
      let y = plot.scale(value)
      return [Point(plot.bands.left(index), y), Point(plot.bands.right(index), y)]
    }
  }

  func drawBands(on plot: inout PeriodPlot) {
    for range in stretches({ $0.upper != nil && $0.lower != nil }) {
      let upper = stair(range, \.upper, on: plot)
      let lower = stair(range, \.lower, on: plot)
      plot.canvas.shapes.polygon(upper + lower.reversed(), "f-wash")
    }
    for path in [\ControlPoint.upper, \ControlPoint.lower] {
      for range in stretches({ $0[keyPath: path] != nil }) {
        let stair = stair(range, path, on: plot)
        plot.canvas.shapes.polyline(stair, "s-rule2 l1 dash")
        avoid(stair, on: &plot)
      }
    }
    for range in stretches({ $0.centre != nil }) {
      let stair = stair(range, \.centre, on: plot)
      plot.canvas.shapes.polyline(stair, "s-ink3 l1")
      avoid(stair, on: &plot)
    }
  }

  /// Asks labels to keep clear of the levels of a stair.
  private func avoid(_ stair: [Point], on plot: inout PeriodPlot) {
    for (from, to) in zip(stair, stair.dropFirst()) where from.y == to.y {
      plot.canvas.avoid(Box(left: from.x, top: from.y - 1, right: to.x, bottom: to.y + 1))
    }
  }

  func drawTarget(on plot: inout PeriodPlot) {
    var range: Range<Int>?
    for index in points.indices.map({ $0 }) + [points.count] {
      let hasTarget = index < points.count && points[index].target != nil
      if hasTarget {
        range = (range?.lowerBound ?? index)..<(index + 1)
      } else if let known = range {
        let stair = stair(known, \.target, on: plot)
        plot.canvas.shapes.polyline(stair, "s-accent l15 dash2")
        avoid(stair, on: &plot)
        range = nil
      }
    }
  }

  /// Limits and centre of phases that have ended, at the left of each, where there is room.
  func nameEarlierPhases(on plot: inout PeriodPlot) {
    let ended = breaks.map(\.index)
    for (start, end) in zip([0] + ended, ended) {
      guard let first = (start..<end).first(where: { points[$0].upper != nil }) else { continue }
      let x = plot.bands.left(first) + 3
      let room = plot.bands.right(end - 1) - x
      for (word, path) in [(words.upper, \ControlPoint.upper), (words.centre, \ControlPoint.centre)] {
        guard let value = points[first][keyPath: path] else { continue }
        let text = word + " " + limitFormat.text(value)
        let width = TextWidth.of(text)
        guard width <= room else { continue }
        // The limit steps: the label stands above the highest and below the lowest step that it covers.
        let below = (first..<end).filter { plot.bands.left($0) < x + width }
        let levels = below.compactMap { points[$0][keyPath: path].map { plot.scale($0) } }
        guard let highest = levels.min(), let lowest = levels.max() else { continue }
        plot.canvas.text(
          text, atFirstFreeOf: [.init(x, highest - 5, .start), .init(x, lowest + 14, .start)],
          TextStyle(tone: .quiet, halo: true), overMarks: false)
      }
    }
  }
}

extension PeriodPlot {
  /// A rule before the first period of each phase; its reason beside it, on the second line if the first is taken.
  mutating func drawBreaks(_ breaks: [ControlBreak], periods: [AxisPeriod]) {
    for change in breaks {
      let x = bands.left(change.index)
      canvas.shapes.mark([periods[change.index].name, change.reason].joined(separator: " "), href: nil) {
        $0.line(Point(x, 6), Point(x, frame.bottom), "s-rule2 l1")
      }
      canvas.avoid(Box(left: x - 2, top: 0, right: x + 2, bottom: frame.bottom))
    }
    for change in breaks {
      let x = bands.left(change.index)
      canvas.text(
        change.reason,
        atFirstFreeOf: [
          .init(x + 6, 14, .start), .init(x + 6, 29, .start), .init(x - 6, 14, .end), .init(x - 6, 29, .end),
        ],
        .plain, within: max(canvas.width * 0.45, 96))
    }
  }
}
