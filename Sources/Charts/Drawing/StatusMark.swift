/// A mark with one meaning in every theme and in grey: shapes differ, not only colours.
package enum StatusMark: Hashable, Sendable {
  /// A filled square with a cross.
  case late
  /// A half-filled square.
  case near
  /// An empty square.
  case open
  /// A square with two bars.
  case paused
  /// A check.
  case done
  /// A check in a square.
  case doneLate
  /// A filled diamond.
  case worse
  /// A filled disc.
  case better

  /// Draws the mark into a square of `size` px.
  func draw(on shapes: inout Shapes, at origin: Point, size: Double) {
    let unit = size / 12
    func at(_ x: Double, _ y: Double) -> Point { Point(origin.x + x * unit, origin.y + y * unit) }
    func box(_ inset: Double) -> Box {
      Box(
        left: at(inset, 0).x, top: at(0, inset).y, right: at(12 - inset, 0).x, bottom: at(0, 12 - inset).y)
    }
    func square() -> [Point] { [at(0.8, 0.8), at(11.2, 0.8), at(11.2, 11.2), at(0.8, 11.2), at(0.8, 0.8), at(2, 0.8)] }
    switch self {
    case .late:
      shapes.rect(box(0), "f-late")
      shapes.stroke([at(3.2, 3.2), at(8.8, 8.8)], width: 1.8, "s-paper")
      shapes.stroke([at(8.8, 3.2), at(3.2, 8.8)], width: 1.8, "s-paper")
    case .near:
      shapes.rect(Box(left: at(6, 0).x, top: at(0, 1).y, right: at(11, 0).x, bottom: at(0, 11).y), "f-worse")
      shapes.stroke(square(), width: 1.6, "s-worse")
    case .open:
      shapes.stroke(square(), width: 1.6, "s-mark")
    case .paused:
      shapes.stroke(square(), width: 1.6, "s-mark")
      shapes.stroke([at(4.4, 3.2), at(4.4, 8.8)], width: 1.5, "s-ink2")
      shapes.stroke([at(7.6, 3.2), at(7.6, 8.8)], width: 1.5, "s-ink2")
    case .done:
      shapes.stroke(width: 1.8, "s-ink3") { list in
        list.point(at(1.5, 6.6))
        list.point(at(4.5, 9.6))
        list.point(at(10.5, 2.6))
      }
    case .doneLate:
      shapes.stroke(square(), width: 1.2, "s-ink3")
      shapes.stroke([at(2.8, 6.4), at(5, 8.6), at(9.2, 3.6)], width: 1.6, "s-ink3")
    case .worse: shapes.diamond(at(6, 6), 5.6 * unit, "f-worse")
    case .better: shapes.dot(at(6, 6), 5 * unit, "f-better")
    }
  }
}
