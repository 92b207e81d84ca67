internal import Hypertext

/// A place in a drawing, in px from the top left.
struct Point: Hashable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

extension Coordinates {
  mutating func point(_ point: Point) { self.point(point.x, point.y) }
}
