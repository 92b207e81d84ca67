internal import Hypertext

/// Shapes in the order they are painted; colours are classes.
struct Shapes {
  private(set) var markup: Markup
  private(set) var hasLinks = false

  /// - Parameter capacity: About how many bytes there will be, of a drawing with many shapes.
  init(reserving capacity: Int = 0) {
    markup = Markup(reserving: capacity)
  }

  mutating func line(_ from: Point, _ to: Point, _ classes: StaticString) {
    markup.shape("line") {
      $0.set("x1", from.x)
      $0.set("y1", from.y)
      $0.set("x2", to.x)
      $0.set("y2", to.y)
      $0.set("class", literal: classes)
    }
  }

  /// Upright lines of one height as one shape; nothing where there are none.
  mutating func uprights(
    _ places: some Collection<Double>, from top: Double, to bottom: Double, _ classes: StaticString
  ) {
    guard !places.isEmpty else { return }
    markup.shape("path") {
      $0.set("d") { path in for x in places { path.upright(x, from: top, to: bottom) } }
      $0.set("class", literal: classes)
    }
  }

  /// Nothing for fewer than two points.
  mutating func polyline(_ points: [Point], _ classes: String) {
    guard points.count > 1 else { return }
    markup.shape("polyline") {
      $0.set(points)
      $0.set("class", words: classes, "f-none")
    }
  }

  mutating func polygon(_ points: [Point], _ classes: StaticString) {
    markup.shape("polygon") {
      $0.set(points)
      $0.set("class", literal: classes)
    }
  }

  /// Nothing for a box without height or width: zero is no bar.
  mutating func rect(_ box: Box, _ classes: StaticString) {
    guard box.width > 0, box.height > 0 else { return }
    markup.shape("rect") {
      $0.set(box)
      $0.set("class", literal: classes)
    }
  }

  /// The same with classes that were put together.
  mutating func rect(_ box: Box, classes: String) {
    guard box.width > 0, box.height > 0 else { return }
    markup.shape("rect") {
      $0.set(box)
      $0.set("class", classes)
    }
  }

  /// What is late, in the stripes of `hatch(id:)`.
  mutating func striped(_ box: Box, hatch id: String) {
    guard box.width > 0, box.height > 0 else { return }
    markup.shape("rect") {
      $0.set(box)
      $0.set("class", literal: "s-late")
      $0.set("fill", parts: "url(#", id, ")")
    }
  }

  mutating func dot(_ centre: Point, _ radius: Double, _ classes: String) {
    markup.shape("circle") {
      $0.set("cx", centre.x)
      $0.set("cy", centre.y)
      $0.set("r", radius)
      $0.set("class", classes)
    }
  }

  mutating func diamond(_ centre: Point, _ radius: Double, _ classes: StaticString) {
    polygon(
      [
        Point(centre.x, centre.y - radius), Point(centre.x + radius, centre.y), Point(centre.x, centre.y + radius),
        Point(centre.x - radius, centre.y),
      ], classes)
  }

  mutating func stroke(_ points: [Point], width: Double, _ classes: StaticString) {
    stroke(width: width, classes) { list in for point in points { list.point(point.x, point.y) } }
  }

  /// The same with the points that `points` lists.
  mutating func stroke(width: Double, _ classes: StaticString, _ points: (inout Coordinates) -> Void) {
    markup.shape("polyline") {
      $0.set("points", points)
      $0.set("stroke-width", width)
      $0.set("class", literal: classes, "f-none")
    }
  }

  /// A band of room that answers the pointer though nothing is painted in it.
  mutating func target(_ box: Box) {
    markup.shape("rect") {
      $0.set(box)
      $0.set("class", literal: "f-none")
      $0.set("pointer-events", literal: "all")
    }
  }

  /// Shapes that belong together: a title for the pointer and the ear, and a link where there is one.
  ///
  /// - Parameter result: Stands behind the title, with a space between them.
  mutating func mark(_ title: String, _ result: String = "", href: String?, _ draw: (inout Shapes) -> Void) {
    if href != nil { hasLinks = true }
    markup.element(href == nil ? "g" : "a", attributes: { $0.set("href", href) }) { markup in
      markup.element("title") {
        $0.text(title)
        if !result.isEmpty { $0.text(" ") }
        $0.text(result)
      }
      Shapes.drawing(on: &markup, draw)
    }
  }

  /// Lets `draw` add its shapes to markup that is there already, in place.
  static func drawing(on markup: inout Markup, _ draw: (inout Shapes) -> Void) {
    var shapes = Shapes()
    shapes.exchange(&markup)
    draw(&shapes)
    shapes.exchange(&markup)
  }

  /// Takes markup to add shapes to in place of its own, or gives it back.
  mutating func exchange(_ markup: inout Markup) { swap(&self.markup, &markup) }

  /// Diagonal stripes in the colour of lateness, for `url(#id)`.
  mutating func hatch(id: String) {
    markup.element("defs") { defs in
      func stripes(_ tag: inout OpenTag) {
        tag.set("id", id)
        tag.set("width", 5)
        tag.set("height", 5)
        tag.set("patternUnits", literal: "userSpaceOnUse")
        tag.set("patternTransform", literal: "rotate(45)")
      }
      defs.element("pattern", attributes: stripes) { pattern in
        func stripe(_ width: Double, _ paint: StaticString) {
          pattern.shape("rect") {
            $0.set("width", width)
            $0.set("height", 5)
            $0.set("class", literal: paint)
          }
        }
        stripe(5, "f-paper")
        stripe(2.6, "f-late")
      }
    }
  }
}

extension OpenTag {
  fileprivate mutating func set(_ points: [Point]) {
    set("points") { list in for point in points { list.point(point.x, point.y) } }
  }

  fileprivate mutating func set(_ box: Box) {
    set("x", box.left)
    set("y", box.top)
    set("width", box.width)
    set("height", box.height)
  }
}
