/// Markup with one place left open in it: made once, and written around what differs.
package struct Enclosure: Sendable {
  fileprivate let before: Markup
  fileprivate let after: Markup

  /// - Parameter write: Writes the whole, and calls what it is given once where the place is.
  package init(_ write: (inout Markup, _ place: (inout Markup) -> Void) -> Void) {
    var (whole, places) = (Markup(), [Int]())
    write(&whole) { places.append($0.count) }
    precondition(places.count == 1, "an enclosure has one place")
    before = whole.part(0..<places[0])
    after = whole.part(places[0]..<whole.count)
  }
}

extension Markup {
  /// Appends an enclosure with what `content` adds in its place.
  package mutating func append(_ enclosure: Enclosure, _ content: (inout Markup) -> Void) {
    append(enclosure.before)
    content(&self)
    append(enclosure.after)
  }
}
