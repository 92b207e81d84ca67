/// One layer of stacked bars.
package struct StackPart: Hashable, Sendable {
  package var series: ChartSeries
  package var tone: MarkTone

  package init(_ series: ChartSeries, tone: MarkTone) {
    self.series = series
    self.tone = tone
  }
}

/// Bars of several parts on a common zero line; parts below zero have no length.
struct StackedBars {
  /// From the foot up.
  let parts: [StackPart]
  let periods: [AxisPeriod]
  let format: ValueFormat
  let isRunning: Bool

  /// The whole height of each bar; `nil` where no part has a value.
  var totals: [Double?] {
    periods.indices.map { index in
      let known = parts.compactMap { $0.series.point(index).value }
      return known.isEmpty ? nil : known.reduce(0) { $0 + max(0, $1) }
    }
  }

  func draw(on canvas: inout Canvas, bands: BandScale, scale: LinearScale, running: String?) {
    let half = bands.bar(atMost: 32) / 2
    for index in periods.indices {
      var foot = 0.0
      let x = bands.centre(index)
      let isOpen = isRunning && index == periods.count - 1
      for part in parts {
        guard let value = part.series.point(index).value, value > 0 else { continue }
        let box = Box(left: x - half, top: scale(foot + value), right: x + half, bottom: scale(foot))
        foot += value
        let title = [periods[index].name, part.series.name, format.text(value), isOpen ? running : nil]
        canvas.shapes.mark(title.joined, href: part.series.point(index).href) {
          $0.rect(box, tone(part, index: index).fill)
          if isOpen { $0.rect(box, "f-paper s-ink2 l1 dash") }
        }
      }
    }
  }

  /// The last period's ordinary part is darker, for it is the one the page is about.
  private func tone(_ part: StackPart, index: Int) -> MarkTone {
    part.tone == .ordinary && index == periods.count - 1 ? .emphasised : part.tone
  }

  func labels(_ bands: BandScale, _ scale: LinearScale) -> ValueLabels {
    let labels = totals.enumerated().map { index, total -> ValueLabels.Label? in
      guard let total else { return nil }
      let isLast = index == periods.count - 1
      return .init(
        text: format.bare(total), at: Point(bands.centre(index), scale(total) - 5), tone: isLast ? .bold : .quiet)
    }
    return ValueLabels(labels: labels, step: bands.step)
  }
}
