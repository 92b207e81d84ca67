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
    let height = limit == nil ? BarStencils.height : 18
    markup.drawing(limit == nil ? .bar : .spark, title: title, detail: title, width: width, height: height) {
      draw(on: &$0, width: width, height: height)
    }
  }

  private func draw(on svg: inout Markup, width: Double, height: Double) {
    let (stencils, pieces) = (BarStencils.shared, BarStencils.shared.lent)
    let top = (height - BarStencils.height) / 2
    let scale = LinearScale(0, maximum, from: 0, to: width)
    svg.append(stencils.bar(.pale), of: pieces, 0, top, width)
    if let value, value > 0 {
      let end = scale(value)
      let edge = limit.map { min(scale($0), end) } ?? end
      if edge > 0 { svg.append(stencils.bar(tone), of: pieces, 0, top, edge) }
      if edge < end {
        let hatch = id + "-hatch"
        let stripes = Box(left: edge, top: top, right: end, bottom: top + BarStencils.height)
        Shapes.drawing(on: &svg) { shapes in
          shapes.hatch(id: hatch)
          shapes.striped(stripes, hatch: hatch)
        }
      }
    }
    if let limit {
      let x = min(max(scale(limit), 1), width - 1)
      svg.append(stencils.limit, of: pieces, x, 0, x, height)
    }
  }
}
