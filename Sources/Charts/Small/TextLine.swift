/// The texts of one line, placed from the left to the right, none of which stands in another or beyond the drawing.
struct TextLine {
  /// That of the drawing.
  let width: Double
  /// Where the last text ends.
  private var end = -Double.infinity

  init(width: Double) {
    self.width = width
  }

  /// Where a text begins that is `size` px wide, moved into the drawing; `nil` where there is no room for it.
  mutating func place(_ size: Double, from x: Double) -> Double? { shift(size, left: x).map { x + $0 } }

  /// Where a text has its middle.
  mutating func place(_ size: Double, around x: Double) -> Double? { shift(size, left: x - size / 2).map { x + $0 } }

  private mutating func shift(_ size: Double, left: Double) -> Double? {
    let right = left + size
    let shift = max(0, -left) + min(0, width - right)
    // A hundredth of a px forgives the rounding of coordinates; two px are free between texts.
    guard left + shift >= -0.01, right + shift <= width + 0.01, left + shift - 2 >= end else { return nil }
    end = right + shift
    return shift
  }
}
