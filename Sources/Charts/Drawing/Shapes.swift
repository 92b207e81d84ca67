internal import Hypertext

/// Shapes in the order they are painted; colours are classes.
struct Shapes {
  private(set) var markup = Markup()
  private(set) var hasLinks = false

  mutating func line(_ from: Point, _ to: Point, _ classes: String) {
    markup.shape(
      "line",
      [
        Attribute("x1", from.x), Attribute("y1", from.y), Attribute("x2", to.x), Attribute("y2", to.y),
        Attribute("class", classes),
      ])
  }

  /// Nothing for fewer than two points.
  mutating func polyline(_ points: [Point], _ classes: String) {
    guard points.count > 1 else { return }
    markup.shape(
      "polyline",
      [Attribute("points", points: points.map { ($0.x, $0.y) }), Attribute("class", classes + " f-none")])
  }

  mutating func polygon(_ points: [Point], _ classes: String) {
    markup.shape(
      "polygon", [Attribute("points", points: points.map { ($0.x, $0.y) }), Attribute("class", classes)])
  }

  /// Nothing for a box without height or width: zero is no bar.
  mutating func rect(_ box: Box, _ classes: String, fill: String? = nil) {
    guard box.width > 0, box.height > 0 else { return }
    markup.shape(
      "rect",
      [
        Attribute("x", box.left), Attribute("y", box.top), Attribute("width", box.width),
        Attribute("height", box.height), Attribute("class", classes), Attribute("fill", fill),
      ])
  }

  mutating func dot(_ centre: Point, _ radius: Double, _ classes: String) {
    markup.shape(
      "circle",
      [Attribute("cx", centre.x), Attribute("cy", centre.y), Attribute("r", radius), Attribute("class", classes)])
  }

  mutating func diamond(_ centre: Point, _ radius: Double, _ classes: String) {
    polygon(
      [
        Point(centre.x, centre.y - radius), Point(centre.x + radius, centre.y), Point(centre.x, centre.y + radius),
        Point(centre.x - radius, centre.y),
      ], classes)
  }

  mutating func stroke(_ points: [Point], width: Double, _ classes: String) {
    markup.shape(
      "polyline",
      [
        Attribute("points", points: points.map { ($0.x, $0.y) }), Attribute("stroke-width", width),
        Attribute("class", classes + " f-none"),
      ])
  }

  /// A band of room that answers the pointer though nothing is painted in it.
  mutating func target(_ box: Box) {
    markup.shape(
      "rect",
      [
        Attribute("x", box.left), Attribute("y", box.top), Attribute("width", box.width),
        Attribute("height", box.height), Attribute("class", "f-none"), Attribute("pointer-events", "all"),
      ])
  }

  /// Shapes that belong together: a title for the pointer and the ear, and a link where there is one.
  mutating func mark(_ title: String, href: String?, _ draw: (inout Shapes) -> Void) {
    var inner = Shapes()
    draw(&inner)
    if href != nil { hasLinks = true }
    markup.element(href == nil ? "g" : "a", [Attribute("href", href)]) {
      $0.element("title", text: title)
      $0.append(inner.markup)
    }
  }

  /// Diagonal stripes in the colour of lateness, for `url(#id)`.
  mutating func hatch(id: String) {
    markup.element("defs") {
      $0.element(
        "pattern",
        [
          Attribute("id", id), Attribute("width", 5), Attribute("height", 5),
          Attribute("patternUnits", "userSpaceOnUse"), Attribute("patternTransform", "rotate(45)"),
        ]
      ) {
        $0.shape("rect", [Attribute("width", 5), Attribute("height", 5), Attribute("class", "f-paper")])
        $0.shape("rect", [Attribute("width", 2.6), Attribute("height", 5), Attribute("class", "f-late")])
      }
    }
  }
}
