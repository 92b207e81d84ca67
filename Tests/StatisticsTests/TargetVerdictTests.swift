import Testing

@testable import Statistics

@Suite struct TargetVerdictTests {
  /// Limits of 6 to 14.
  private let limits = ControlLimits(center: 10, sigma: 4.0 / 3)

  static let table: [(least: Double?, most: Double?, verdict: TargetVerdict)] = [
    (nil, 14.5, .reached), (nil, 14, .reached), (nil, 12, .chance), (nil, 6, .chance), (nil, 5, .missed),
    (5, nil, .reached), (6, nil, .reached), (10, nil, .chance), (14, nil, .chance), (15, nil, .missed),
    (5, 15, .reached), (8, 15, .chance), (15, 20, .missed), (1, 5, .missed),
  ]

  @Test(arguments: table)
  func aTargetBeyondTheLimitsIsAlwaysReachedOrNever(least: Double?, most: Double?, verdict: TargetVerdict) {
    #expect(limits.verdict(atLeast: least, atMost: most) == verdict)
  }
}
