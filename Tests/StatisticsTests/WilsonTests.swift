import Testing

@testable import Statistics

@Suite struct WilsonTests {
  /// R 4: `prop.test(count, base, correct = FALSE)$conf.int`.
  @Test(arguments: [
    (0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1), (1, 1, 0.2065, 1), (81, 263, 0.2553, 0.3662),
  ])
  func agreesWithTheTable(count: Int, base: Int, lower: Double, upper: Double) throws {
    let interval = try #require(wilsonInterval(count, of: base))
    #expect(abs(interval.lowerBound - lower) < 0.00005)
    #expect(abs(interval.upperBound - upper) < 0.00005)
  }

  /// Wilson's bounds are where the share lies 1.96 of the bound's own standard errors away.
  @Test(arguments: [(1, 7), (3, 10), (250, 1000), (999, 1000)])
  func agreesWithTheQuadratic(count: Int, base: Int) throws {
    let interval = try #require(wilsonInterval(count, of: base))
    let share = Double(count) / Double(base)
    for bound in [interval.lowerBound, interval.upperBound] {
      let error = (bound * (1 - bound) / Double(base)).squareRoot()
      #expect(abs(abs(share - bound) - 1.959963984540054 * error) < 1e-12)
    }
  }

  @Test(arguments: [(0, 0), (3, 2), (-1, 5)])
  func whatIsNoShareHasNoInterval(count: Int, base: Int) {
    #expect(wilsonInterval(count, of: base) == nil)
  }
}
