package import Hypertext

/// A bar of 10 px in a cell or band, with a tick for a limit and stripes beyond it.
package struct InlineBar: Hashable, Sendable {
  /// Unique on the page; the stripes' id begins with it.
  package var id: String
  /// What it shows, in words with figures.
  package var title: String
  /// `nil` leaves the track empty.
  package let value: Double?
  /// The whole track; the greatest value is drawn to its end.
  package let maximum: Double
  package let limit: Double?
  package var tone: MarkTone

  package init(
    id: String, title: String, value: Double?, maximum: Double, limit: Double? = nil, tone: MarkTone = .ordinary
  ) {
    self.id = id
    self.title = title
    self.value = DataPoint(value).value
    self.maximum = maximum.isDrawable ? maximum : 0
    self.limit = DataPoint(limit).value
    self.tone = tone
  }

  /// 10 px high, 18 with a limit, whose tick stands out at both sides; class `ib`, with a limit `spark`.
  package func svg(width: Double = 100) -> Markup {
    var markup = Markup()
    append(to: &markup, width: width)
    return markup
  }

  /// Appends the same to a page that is being written.
  package func append(to markup: inout Markup, width: Double = 100) {
    let height = limit == nil ? 10.0 : 18
    markup.drawing(
      ChartName(id: id, title: title, detail: title, rows: ""), class: limit == nil ? "ib" : "spark", width: width,
      height: height
    ) { Shapes.drawing(on: &$0) { draw(on: &$0, width: width, height: height) } }
  }

  private func draw(on shapes: inout Shapes, width: Double, height: Double) {
    let top = (height - 10) / 2
    let scale = LinearScale(0, maximum, from: 0, to: width)
    func bar(_ from: Double, _ to: Double) -> Box { Box(left: from, top: top, right: to, bottom: top + 10) }
    shapes.rect(bar(0, width), "f-wash2")
    if let value, value > 0 {
      let end = scale(value)
      let edge = limit.map { min(scale($0), end) } ?? end
      shapes.rect(bar(0, edge), tone.fill)
      if edge < end {
        let hatch = id + "-hatch"
        shapes.hatch(id: hatch)
        shapes.striped(bar(edge, end), hatch: hatch)
      }
    }
    if let limit {
      let x = min(max(scale(limit), 1), width - 1)
      shapes.line(Point(x, 0), Point(x, height), "s-accent l2")
    }
  }
}
