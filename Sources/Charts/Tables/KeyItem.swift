package import Hypertext

/// One mark of a key with its word, or a word alone.
package struct KeyItem: Hashable, Sendable {
  package enum Sign: Hashable, Sendable {
    case status(StatusMark)
    /// The bar of a limit or of last period's value.
    case tick
    /// Diagonal stripes: beyond the limit.
    case overrun
    /// A dashed outline: planned.
    case plan
    case bar(MarkTone)
    case none
  }

  package var sign: Sign
  package var word: String

  package init(_ sign: Sign, _ word: String) {
    self.sign = sign
    self.word = word
  }

  /// `<span class="it">` with a 12-px sign; the word says all, so the sign is hidden from those who listen.
  package func markup() -> Markup {
    var markup = Markup()
    markup.element("span", class: "it") {
      if sign != .none { $0.append(drawing) }
      $0.text(word)
    }
    return markup
  }

  private var drawing: Markup {
    var shapes = Shapes()
    switch sign {
    case .status(let mark): mark.draw(on: &shapes, at: Point(0, 0), size: 12)
    case .tick: shapes.stroke([Point(0, 6), Point(12, 6)], width: 2, "s-accent")
    case .overrun:
      shapes.rect(Box(left: 0, top: 2, right: 12, bottom: 10), "f-paper s-late")
      for x in [2.0, 6, 10] { shapes.stroke([Point(x - 2, 10), Point(x + 2, 2)], width: 1.6, "s-late") }
    case .plan: shapes.rect(Box(left: 0.5, top: 2.5, right: 11.5, bottom: 9.5), "f-none s-mark dash")
    case .bar(let tone): shapes.rect(Box(left: 0, top: 1, right: 12, bottom: 11), tone.fill)
    case .none: break
    }
    var svg = Markup()
    func attributes(_ tag: inout OpenTag) {
      tag.set("class", "mk")
      tag.set("viewBox", "0 0 12 12")
      tag.set("width", 12)
      tag.set("height", 12)
      tag.set("aria-hidden", "true")
    }
    svg.element("svg", attributes: attributes) { $0.append(shapes.markup) }
    return svg
  }
}
