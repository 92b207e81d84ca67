import Hypertext
import Testing

@Test(arguments: [
  (0.0, 0, "0"), (999, 0, "999"), (1000, 0, "1,000"), (1_234_567.891, 2, "1,234,567.89"), (-0.004, 2, "0.00"),
  (-1234.5, 1, "−1,234.5"), (0.05, 2, "0.05"), (999_999.995, 2, "1,000,000.00"),
])
func numbersAreGroupedByThreesBeforeThePointOnly(number: Double, places: Int, text: String) {
  #expect(Decimals.fixed(number, places: places, grouping: ",", minus: "\u{2212}") == text)
}

@Test(arguments: [
  (0, "0"), (100, "100"), (-1_000, "-1,000"), (Int.max, "9,223,372,036,854,775,807"),
  (Int.min, "-9,223,372,036,854,775,808"),
])
func wholeNumbersAreGroupedByThrees(number: Int, text: String) {
  #expect(Decimals.whole(number, grouping: ",") == text)
}

@Test func pointsAreWrittenAsSVGListsThem() {
  var markup = Markup()
  markup.shape("polyline") {
    $0.set("points") { list in
      list.point(0, 1.5)
      list.point(-2.004, 100)
    }
  }
  #expect(markup.string == "<polyline points=\"0,1.5 -2,100\"/>")
}
