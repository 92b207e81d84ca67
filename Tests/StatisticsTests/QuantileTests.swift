import Testing

@testable import Statistics

@Suite struct QuantileTests {
  /// R 4: `quantile(x, p, type = 7)`.
  @Test(arguments: [
    ([3.0], 0.9, 3.0), ([1, 2], 0.5, 1.5), ([4, 1, 3, 2], 0.25, 1.75), ([4, 1, 3, 2], 0.9, 3.7),
    ([1, 2, 3, 4, 5], 0, 1), ([1, 2, 3, 4, 5], 1, 5), ([10, 20, 30, 40, 50, 60], 0.4, 30), ([-2, 0, 7], 0.75, 3.5),
  ])
  func agreesWithTypeSeven(values: [Double], p: Double, expected: Double) {
    #expect(agree(quantile(values, p), expected))
  }

  @Test func nothingHasNoQuantileMedianOrMean() {
    #expect(quantile([], 0.5) == nil)
    #expect(median([]) == nil)
    #expect(mean([]) == nil)
  }

  @Test func theMeanAndTheMedianAreNotTheSame() {
    #expect(mean([1, 2, 9]) == 4)
    #expect(median([9, 1, 2]) == 2)
  }
}
