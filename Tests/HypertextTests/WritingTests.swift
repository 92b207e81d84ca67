import Hypertext
import Testing

/// Signs are escaped wherever they stand among eight bytes.
@Test(arguments: 0...17)
func signsAreEscapedAtEveryPlace(place: Int) {
  let before = String(repeating: "a", count: place)
  for (sign, entity) in [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"), ("\u{1}", "\u{FFFD}"), ("\n", "\n"),
    ("字", "字"), ("%", "%"), ("=", "="), ("?", "?"), ("\u{7F}", "\u{7F}"),
  ] {
    #expect(Markup(text: before + sign + "bcdefghi").string == before + entity + "bcdefghi")
  }
}

/// A few hundred bytes are written into lent memory; more are not lost.
@Test(arguments: [0, 200, 255, 256, 257, 1_000, 100_000])
func longElementsAreWhole(count: Int) {
  let long = String(repeating: "x", count: count)
  var markup = Markup()
  markup.element(
    "p",
    attributes: {
      $0.set("title", long)
      $0.set("class", words: "a", "", long)
      $0.set("width", -12)
      $0.set("d") { $0.upright(1.5, from: 0, to: 1e9) }
      $0.set("hidden", if: true)
    }, text: long)
  let classes = count == 0 ? "a" : "a \(long)"
  #expect(
    markup.string
      == "<p title=\"\(long)\" class=\"\(classes)\" width=\"-12\" d=\"M1.5 0V1000000000\" hidden>\(long)</p>")
}
