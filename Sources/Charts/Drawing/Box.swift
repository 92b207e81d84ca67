/// A rectangle in a drawing, in px.
struct Box: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }

  /// Boxes that only touch do not meet; `gap` is the free room asked for at the sides.
  func meets(_ other: Box, gap: Double = 0) -> Bool {
    left - gap < other.right && other.left - gap < right && top < other.bottom && other.top < bottom
  }

  func isInside(_ other: Box) -> Bool {
    left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom
  }

  func moved(_ x: Double) -> Box {
    Box(left: left + x, top: top, right: right + x, bottom: bottom)
  }

  static func around(_ point: Point, _ radius: Double) -> Box {
    Box(left: point.x - radius, top: point.y - radius, right: point.x + radius, bottom: point.y + radius)
  }
}
