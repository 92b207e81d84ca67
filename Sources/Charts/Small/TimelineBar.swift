internal import Hypertext

/// The bar of one step: what was used, what was used beyond the limit, what is planned, and the limit itself.
struct TimelineBar {
  let step: TimelineStep
  /// Days since receipt; `nil` for a closed case.
  let today: Double?
  let scale: LinearScale
  /// The id of the stripes.
  let hatch: String

  func append(to svg: inout Markup, middle y: Double) {
    let (stencils, pieces) = (BarStencils.shared, BarStencils.shared.lent)
    if let from = step.from, let to = step.to ?? today, to >= from {
      let edge = step.limit.map { min(max($0, from), to) } ?? to
      if edge > from || edge == to {
        let bar = bar(from, edge, y)
        svg.append(stencils.bar(step.to == nil ? .emphasised : .ordinary), of: pieces, bar.left, bar.top, bar.width)
      }
      if edge < to { Shapes.drawing(on: &svg) { $0.striped(bar(edge, to, y), hatch: hatch) } }
    } else if step.from == nil, let planned = step.plannedFrom, let limit = step.limit, limit >= planned {
      Shapes.drawing(on: &svg) { $0.rect(bar(planned, limit, y, half: 4), "f-none s-mark dash") }
    }
    if let limit = step.limit {
      let x = scale(limit)
      svg.append(stencils.limit, of: pieces, x, y - 9, x, y + 9)
    }
  }

  /// At least 2 px wide, for an hour is not nothing.
  private func bar(_ from: Double, _ to: Double, _ y: Double, half: Double = BarStencils.height / 2) -> Box {
    Box(left: scale(from), top: y - half, right: max(scale(to), scale(from) + 2), bottom: y + half)
  }
}

extension TimelineStep {
  /// Whether a part of the bar lies beyond the limit, which stripes show.
  func isStriped(today: Double?) -> Bool {
    guard let from, let to = to ?? today, to >= from, let limit else { return false }
    return max(limit, from) < to
  }
}
