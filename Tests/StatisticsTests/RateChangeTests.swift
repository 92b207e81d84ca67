import Testing

@testable import Statistics

@Suite struct RateChangeTests {
  /// SciPy 1.17: `binom.sf(x - 1, x + s, 1 / (t + 1))`, in R also the p value of
  /// `poisson.test(c(x, s), c(1, t), alternative = "greater")`.
  @Test(arguments: [
    (14, 52, 13, 0.000_199_513_396_100_724_53), (3, 0, 12, 0.000_455_166_135_639_508_5),
    (5, 60, 12, 0.566_558_369_909_281_8), (1, 0, 1, 0.5), (40, 4_000, 100, 0.521_342_280_919_263_7),
  ])
  func agreesWithTheBinomialTail(count: Int, former: Int, periods: Int, expected: Double) {
    let found = probabilityOfRise(to: count, after: former, in: periods)
    #expect(abs(found - expected) <= 1e-9 * expected, "\(found)")
  }

  @Test func nothingIsNoRise() {
    #expect(probabilityOfRise(to: 0, after: 50, in: 12) == 1)
    #expect(probabilityOfRise(to: 0, after: 0, in: 12) == 1)
  }

  @Test func tensOfThousandsDoNotVanish() {
    #expect(probabilityOfRise(to: 3_000, after: 36_000, in: 12) > 0.4)
    #expect(probabilityOfRise(to: 3_600, after: 36_000, in: 12) < 1e-20)
  }
}
