import Hypertext
import Testing

/// A stencil gives what would have been written without it.
@Suite struct StencilTests {
  private func filled(
    _ write: (inout Markup) -> Void, _ fill: (inout Markup, Stencil, LentPieces) -> Void
  ) -> String {
    var making = PieceMaking()
    _ = making.piece(text: "before")
    let stencil = making.stencil(write)
    let pieces = Pieces(making)
    var markup = Markup()
    fill(&markup, stencil, pieces.lent)
    return markup.string
  }

  private func line(_ numbers: [Double]) -> (inout Markup) -> Void {
    let names: [StaticString] = ["x1", "y1", "x2", "y2"]
    return { markup in
      markup.shape("line") { tag in
        for (name, number) in zip(names, numbers) { tag.set(name, number) }
        tag.set("class", literal: "l2")
      }
    }
  }

  @Test func coordinatesStandInTheGaps() {
    let gaps = [Double](repeating: Stencil.gap, count: 4)
    let four = filled(line(gaps)) { $0.append($1, of: $2, 1, 2.5, -3.25, 4_000) }
    #expect(four == #"<line x1="1" y1="2.5" x2="-3.25" y2="4000" class="l2"/>"#)
    let three = filled(line(gaps.dropLast())) { $0.append($1, of: $2, 0, 0.004, 999.996) }
    #expect(three == #"<line x1="0" y1="0" x2="1000" class="l2"/>"#)
  }

  @Test func textsAreEscaped() {
    func text(_ content: String) -> (inout Markup) -> Void {
      { markup in
        markup.element(
          "text",
          attributes: { tag in
            tag.set("x", Stencil.gap)
            tag.set("y", Stencil.gap)
          }, text: content)
      }
    }
    let shown = filled(text(Stencil.textGap)) { $0.append($1, of: $2, 7, 8, text: "a<b & 中") }
    #expect(shown == #"<text x="7" y="8">a&lt;b &amp; 中</text>"#)
    let inner = filled(text(Stencil.textGap)) { $0.append($1, of: $2, 7, 8) { $0.element("title", text: "t") } }
    #expect(inner == #"<text x="7" y="8"><title>t</title></text>"#)
  }

  @Test func aTitleHasTwoTexts() {
    let group = filled { markup in
      markup.element("g", class: nil) {
        $0.element("title", class: nil, text: Stencil.textGap + Stencil.textGap)
        $0.text(Stencil.textGap)
      }
    } _: {
      $0.append($1, of: $2, text: "一", " <2") { $0.void("br") }
    }
    #expect(group == "<g><title>一 &lt;2</title><br></g>")
  }
}

/// Coordinates near and far, written the quick way and the other.
@Suite struct CoordinateTests {
  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (0.004, "0"), (0.005, "0.01"), (0.1, "0.1"), (0.25, "0.25"), (9.999, "10"), (10.05, "10.05"),
    (123.456, "123.46"), (999.99, "999.99"), (999.995, "1000"), (1_000, "1000"), (1_000.5, "1000.5"), (-0.001, "0"),
    (-12.34, "-12.34"), (98_765.432, "98765.43"),
  ])
  func readsTheSameToTwoDecimals(number: Double, shown: String) {
    #expect(Decimals.coordinate(number) == shown)
  }
}
