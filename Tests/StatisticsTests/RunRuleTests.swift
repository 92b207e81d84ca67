import Testing

@testable import Statistics

/// Nelson's wording, at its edges: centre 0, sigma 1.
@Suite struct RunRuleTests {
  static let flat = ControlLimits(center: 0, sigma: 1)

  @Test(arguments: [
    ("a point on the limit is not beyond it", [3.0], []),
    ("beyond it is", [3.001], [1]),
    ("eight on one side are too few", [0.1, 0.2, 0.1, 0.2, 0.2, 0.1, 0.2, 0.1], []),
    ("the ninth completes the run", [0.1, 0.2, 0.1, 0.2, 0.2, 0.1, 0.2, 0.1, 0.1], [2]),
    ("a point on the centre ends it", [0.1, 0.2, 0.1, 0, 0.2, 0.1, 0.2, 0.1, 0.1], []),
    ("six points rising", [-1, -0.9, -0.8, -0.7, -0.6, -0.5], [3]),
    ("equal neighbours do not rise", [-1, -0.9, -0.8, -0.8, -0.6, -0.5], []),
    ("fourteen alternating", [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1], [4]),
    ("thirteen are too few", [-1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1], []),
    ("two of three", [2.1, 0, 2.1], [5]),
    ("on opposite sides they are not two", [2.1, 0, -2.1], []),
    ("the last is not one of them", [2.1, 2.1, 0], []),
    ("windows are full: two of two are not two of three", [2.1, 2.1], []),
    ("four of five", [1.1, 1.1, 0, 1.1, 1.1], [6]),
    ("on the line is not beyond", [1.1, 1.1, 0, 1, 1.1], []),
    ("fifteen within, on the line included", [1, -1, -1, 1, 1, 0, 0, 1, 0, 0, -1, -1, 0, 0, 1], [7]),
    ("eight beyond on both sides", [1.1, 1.1, -1.1, -1.1, 1.1, 1.1, -1.1, -1.2], [8]),
    ("eight beyond on one side only are rule 6", [1.1, 1.2, 1.1, 1.2, 1.1, 1.1, 1.2, 1.2], [6]),
  ])
  func theLastPointCompletes(fact: String, values: [Double], rules: [Int]) {
    let found = runRules(values, within: values.map { _ in Self.flat })
    #expect(found.last?.map(\.rawValue) == rules, "\(fact)")
  }

  @Test func aMissingValueDoesNotBreakARun() {
    let values: [Double?] = [2.1, nil, 0, nil, nil, 2.1]
    #expect(
      runRules(values, within: values.map { _ in Self.flat }) == [[], [], [], [], [], [.twoOfThreeBeyondTwoSigma]])
  }

  @Test func withoutSpreadOnlyOrderCounts() {
    let none = ControlLimits(center: 0, sigma: 0)
    let values = (0..<16).map { Double($0) }
    let fired = Set(runRules(values, within: values.map { _ in none }).joined())
    #expect(fired == [.nineOnOneSide, .sixSteadily])
    let still = [Double](repeating: 0, count: 20)
    #expect(runRules(still, within: still.map { _ in none }).joined().isEmpty)
  }

  /// With limits of its own, each point is judged by them.
  @Test func everyPointHasItsOwnLines() {
    let limits = [1.0, 2, 1].map { ControlLimits(center: 0, sigma: $0) }
    #expect(runRules([2.5, 2.5, 2.5], within: limits).last == [.twoOfThreeBeyondTwoSigma])
    #expect(runRules([2.5, 2.5, 1.5], within: limits).last == [])
    #expect(runRules([3.5, 3.5, 3.5], within: limits).map { $0.contains(.beyondLimit) } == [true, false, true])
  }
}
