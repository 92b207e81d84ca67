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

/// Texts are copied by eight bytes; wherever a special character stands, it is found.
@Test(arguments: 1...20)
func everyPlaceOfATextIsEscaped(length: Int) {
  let plain = String(repeating: "a", count: length)
  #expect(Markup(text: plain).string == plain)
  for place in 0..<length {
    let (before, after) = (String(plain.prefix(place)), String(plain.dropFirst(place + 1)))
    #expect(Markup(text: before + "<" + after).string == before + "&lt;" + after)
    #expect(Markup(text: before + "\n" + after).string == before + "\n" + after)
  }
}

@Test(arguments: [0, 9, 10, 99, 100, 105, 999, 1_000, 10_203, 4_050_607, Int.max, Int.min])
func wholeNumbersAreWrittenInDecimal(number: Int) {
  var markup = Markup()
  markup.text(number)
  #expect(markup.string == number.description)
}

@Test func aCopyOfMarkupIsWrittenAlone() {
  let first = Markup(text: "a")
  var second = first
  second.text("b")
  second.append(second)
  #expect(first.string == "a")
  #expect(second.string == "abab")
  #expect(second.part(1..<3) == Markup(text: "ba"))
}

@Test func piecesAreWhatWasWritten() {
  var making = PieceMaking()
  let (before, after) = making.pieces { markup, place in
    markup.element("b", class: "x") { inner in
      inner.text("<")
      place(&inner)
    }
  }
  let (nothing, comma) = (making.piece { _ in }, making.piece(text: ", "))
  let pieces = Pieces(making)
  var markup = Markup(text: "a")
  markup.append(nothing, of: pieces.lent)
  markup.append(comma, of: pieces.lent)
  markup.append(before, of: pieces.lent)
  markup.text("&")
  markup.append(after, of: pieces.lent)
  #expect(markup.string == "a, <b class=\"x\">&lt;&amp;</b>")
}

/// What was written behind a piece moves for a longer or a shorter one, also where there is no room for it.
@Test(arguments: [0, 1, 7, 100, 1_000, 100_000], [true, false])
func aPieceIsReplaced(count: Int, isLonger: Bool) {
  var making = PieceMaking()
  let (short, long) = (making.piece(text: "nb"), making.piece(text: String(repeating: "full ", count: 20)))
  let pieces = Pieces(making)
  let (one, other) = isLonger ? (short, long) : (long, short)
  let value = String(repeating: "x", count: count)
  var (markup, expected) = (Markup(text: "before"), Markup(text: "before"))
  let start = markup.count
  markup.append(one, of: pieces.lent)
  markup.text(value)
  markup.replace(one, at: start, by: other, of: pieces.lent)
  expected.append(other, of: pieces.lent)
  expected.text(value)
  #expect(markup.string == expected.string)
}
