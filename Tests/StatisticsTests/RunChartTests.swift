import Testing

@testable import Statistics

@Suite struct RunChartTests {
  /// Anhøj & Olesen 2014, computed in R as `round(log2(n)) + 3` and `qbinom(0.05, n - 1, 0.5)`.
  @Test(arguments: [
    (10, 6, 2), (12, 7, 3), (16, 7, 4), (18, 7, 5), (20, 7, 6), (22, 7, 7), (24, 8, 8), (30, 8, 10),
    (40, 8, 14), (60, 9, 23), (100, 10, 41),
  ])
  func theExpectedLimitsAreThoseOfThePaper(useful: Int, longest: Int, crossings: Int) throws {
    let values = (0..<useful).map { $0 % 2 == 0 ? 1.0 : -1.0 }
    let chart = try #require(RunChart(values))
    #expect(chart.useful == useful)
    #expect(chart.longestRunExpected == longest)
    #expect(chart.crossingsExpected == crossings)
    #expect(chart.longestRun == 1)
    #expect(chart.crossings == useful - 1)
    #expect(!chart.isShifted && !chart.hasFewCrossings)
  }

  @Test func valuesOnTheMedianAreNotCounted() throws {
    let chart = try #require(RunChart([1, 1, 2, 3, 2, 3, 3, 2, 1]))
    #expect(chart.median == 2)
    #expect(chart.useful == 6)
    #expect(chart.longestRun == 3)
    #expect(chart.crossings == 2)
  }

  @Test func aShiftShowsInBothTests() throws {
    let before = [Double](repeating: 1, count: 12)
    let after = [Double](repeating: 9, count: 12)
    let chart = try #require(RunChart(before + after))
    #expect(chart.longestRun == 12)
    #expect(chart.crossings == 1)
    #expect(chart.isShifted && chart.hasFewCrossings)
  }

  @Test func withoutSpreadThereIsNothingToCross() throws {
    let chart = try #require(RunChart([5, 5, 5]))
    #expect(chart.useful == 0 && chart.longestRun == 0 && !chart.isShifted && !chart.hasFewCrossings)
    #expect(RunChart([]) == nil)
  }

  @Test func thousandsOfTossesDoNotVanish() {
    // The normal approximation: 5000 - 1.645 × 50, rounded to the neighbouring whole number.
    #expect((4917...4919).contains(fairCoinQuantile(0.05, of: 10_000)))
  }

  @Test(arguments: [(1, 0), (2, 1), (5, 2), (6, 3), (11, 3), (12, 4), (22, 4), (23, 5), (45, 5), (46, 6)])
  func logarithmsAreRoundedInWholeNumbers(count: Int, expected: Int) {
    #expect(roundedLog2(count) == expected)
  }
}
