internal import Hypertext

/// A drawing in the making: shapes below, texts above, and the room that texts have taken.
///
/// Every text goes through `text`, which refuses what would overlap another or leave the drawing, so that no chart can print over itself. What is placed first wins.
struct Canvas {
  let width: Double
  let height: Double
  var shapes: Shapes
  private var texts: Markup
  private var textHasLinks = false
  private var taken: [Box] = []
  private var avoided: [Box] = []

  /// - Parameter capacity: About how many bytes its shapes will be, and its texts, of a drawing with many.
  init(width: Double, height: Double, reserving capacity: Int = 0) {
    self.width = width
    self.height = height
    shapes = Shapes(reserving: capacity)
    texts = Markup(reserving: capacity)
    if capacity > 0 { taken.reserveCapacity(64) }
  }

  /// A place a text may stand.
  struct Spot {
    let point: Point
    let anchor: TextStyle.Anchor

    init(_ x: Double, _ y: Double, _ anchor: TextStyle.Anchor) {
      point = Point(x, y)
      self.anchor = anchor
    }
  }

  /// Asks free-standing labels to keep clear of a mark if they can.
  mutating func avoid(_ box: Box) {
    avoided.append(box)
  }

  /// Prints a text, elided to `limit` and moved sideways into the drawing; returns whether there was room.
  ///
  /// What is elided is told whole in the text's title; `title` is the whole where the text is a part.
  @discardableResult
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, _ style: TextStyle, within limit: Double? = nil, href: String? = nil,
    title: String? = nil
  ) -> Bool {
    let (shown, size) = TextWidth.fitted(
      text, to: min(limit ?? width, width), size: style.size, bold: style.tone.isBold)
    let spot = Spot(x, y, style.anchor)
    guard !shown.isEmpty, let free = free(size, spot, style, avoiding: false) else { return false }
    write(shown, full: title ?? text, at: Point(x + free.shift, y), style, href: href)
    taken.append(free.box)
    return true
  }

  /// Prints a text at the first spot that is free of texts and marks, else (`overMarks`) at the first that is free of texts.
  @discardableResult
  mutating func text(
    _ text: String, atFirstFreeOf spots: [Spot], _ style: TextStyle, within limit: Double? = nil,
    inside area: Box? = nil, overMarks: Bool = true
  ) -> Bool {
    let (shown, size) = TextWidth.fitted(
      text, to: min(limit ?? width, width), size: style.size, bold: style.tone.isBold)
    guard !shown.isEmpty else { return false }
    for avoiding in overMarks ? [true, false] : [true] {
      for spot in spots {
        let set = style.set(spot.anchor)
        guard let free = free(size, spot, set, avoiding: avoiding) else { continue }
        if let area, !free.box.isInside(area) { continue }
        write(shown, full: text, at: Point(spot.point.x + free.shift, spot.point.y), set, href: nil)
        taken.append(free.box)
        return true
      }
    }
    return false
  }

  /// The room that a text of this width takes at a spot, and how far it is moved into the drawing; `nil` if it is taken.
  private func free(_ size: Double, _ spot: Spot, _ style: TextStyle, avoiding: Bool) -> (box: Box, shift: Double)? {
    let box = style.box(width: size, at: spot.point)
    let shift = max(0, -box.left) + min(0, width - box.right)
    let moved = box.moved(shift)
    // A hundredth of a px forgives the rounding of coordinates.
    guard moved.isInside(Box(left: -0.01, top: 0, right: width + 0.01, bottom: height)) else { return nil }
    guard !taken.contains(where: { $0.meets(moved, gap: 2) }) else { return nil }
    guard !avoiding || !avoided.contains(where: { $0.meets(moved) }) else { return nil }
    return (moved, shift)
  }

  private mutating func write(_ shown: String, full: String, at point: Point, _ style: TextStyle, href: String?) {
    func attributes(_ tag: inout OpenTag) {
      tag.set("x", point.x)
      tag.set("y", point.y)
      tag.set(style)
    }
    func write(into markup: inout Markup) {
      if shown == full { return markup.element("text", attributes: attributes, text: shown) }
      markup.element("text", attributes: attributes) {
        $0.element("title", text: full)
        $0.text(shown)
      }
    }
    guard let href else { return write(into: &texts) }
    textHasLinks = true
    texts.element("a", [Attribute("href", href)]) { write(into: &$0) }
  }

  /// The finished drawing.
  ///
  /// - Parameter kind: That of a chart as wide as this, unless given.
  func svg(_ name: ChartName, _ kind: DrawingKind? = nil) -> Markup {
    var svg = Markup(reserving: shapes.markup.count + texts.count + 512)
    append(name, kind, to: &svg)
    return svg
  }

  /// Appends the same to a page that is being written.
  func append(_ name: ChartName, _ kind: DrawingKind? = nil, to page: inout Markup) {
    page.drawing(
      kind ?? .chart(width: width), title: name.title, detail: name.detail, width: width, height: height,
      hasLinks: shapes.hasLinks || textHasLinks
    ) {
      $0.append(shapes.markup)
      $0.append(texts)
    }
  }
}
