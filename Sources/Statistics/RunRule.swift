/// Nelson's eight tests for special causes, by their numbers.
///
/// - Note: Source: Nelson, *The Shewhart Control Chart: Tests for Special Causes*, Journal of Quality Technology 16
///   (1984).
package enum RunRule: Int, CaseIterable, Hashable, Sendable {
  /// One point beyond a limit.
  case beyondLimit = 1
  /// Nine points in a row on one side of the centre.
  case nineOnOneSide = 2
  /// Six points in a row steadily rising, or steadily falling.
  case sixSteadily = 3
  /// Fourteen points in a row alternating up and down.
  case fourteenAlternating = 4
  /// Two of three points in a row beyond two sigma on one side, the last being one of them.
  case twoOfThreeBeyondTwoSigma = 5
  /// Four of five points in a row beyond one sigma on one side, the last being one of them.
  case fourOfFiveBeyondOneSigma = 6
  /// Fifteen points in a row within one sigma of the centre, on the lines included.
  case fifteenWithinOneSigma = 7
  /// Eight points in a row beyond one sigma, on both sides.
  case eightBeyondOneSigma = 8
}

/// Returns for each point the rules that it completes, in their order.
///
/// Points without limits are passed over and break no run. Inequalities are strict: a point on a line is not beyond it,
/// one on the centre belongs to no side. Where sigma is 0 there is nothing to be beyond of, so only 2, 3 and 4 can hold.
///
/// - Complexity: O(*n*), at most 15 points being looked back at.
func runRules(_ values: [Double?], within limits: [ControlLimits?]) -> [[RunRule]] {
  var rules = [[RunRule]](repeating: [], count: values.count)
  var run: [Standing] = []
  run.reserveCapacity(values.count)
  for index in values.indices {
    guard let value = values[index], let limits = limits[index] else { continue }
    run.append(Standing(value, within: limits, after: run.last))
    rules[index] = RunRule.allCases.filter { $0.holds(at: run) }
  }
  return rules
}

extension RunRule {
  /// Whether the last of these points completes the rule; a window that is not full yet completes nothing.
  fileprivate func holds(at run: [Standing]) -> Bool {
    guard let last = run.last, run.count >= window else { return false }
    let recent = run.suffix(window)
    switch self {
    case .beyondLimit: return abs(last.zone) == 3
    case .nineOnOneSide: return last.side != 0 && recent.allSatisfy { $0.side == last.side }
    case .sixSteadily: return last.step != 0 && recent.dropFirst().allSatisfy { $0.step == last.step }
    case .fourteenAlternating:
      let steps = recent.dropFirst()
      return zip(steps, steps.dropFirst()).allSatisfy { $0.step * $1.step < 0 }
    case .twoOfThreeBeyondTwoSigma: return last.isJoined(by: 2, of: recent, beyond: 2)
    case .fourOfFiveBeyondOneSigma: return last.isJoined(by: 4, of: recent, beyond: 1)
    case .fifteenWithinOneSigma: return recent.allSatisfy { $0.zone == 0 && $0.hasSpread }
    case .eightBeyondOneSigma:
      return recent.allSatisfy { $0.zone != 0 } && recent.contains { $0.zone > 0 } && recent.contains { $0.zone < 0 }
    }
  }

  /// How many points in a row the rule looks at.
  private var window: Int {
    switch self {
    case .beyondLimit: 1
    case .nineOnOneSide: 9
    case .sixSteadily: 6
    case .fourteenAlternating: 14
    case .twoOfThreeBeyondTwoSigma: 3
    case .fourOfFiveBeyondOneSigma: 5
    case .fifteenWithinOneSigma: 15
    case .eightBeyondOneSigma: 8
    }
  }
}

/// Where a point stands among its own lines.
private struct Standing {
  let value: Double
  /// 1 above the centre, -1 below it, 0 on it.
  let side: Int
  /// How many whole sigma lines (1 to 3) the point is beyond, negative below the centre; 0 within one sigma.
  let zone: Int
  /// 1 where the value is above the one before, -1 below it, 0 where it is equal or the first.
  let step: Int
  let hasSpread: Bool

  init(_ value: Double, within limits: ControlLimits, after previous: Standing?) {
    self.value = value
    side = (value - limits.center).side
    hasSpread = limits.sigma > 0
    // Compared with the lines as they are printed, so that rounding cannot make the page contradict itself.
    let outward = Double(side)
    let beyond = (1...3).last { line in
      outward * value > outward * (limits.center + outward * Double(line) * limits.sigma)
    }
    zone = hasSpread ? (beyond ?? 0) * side : 0
    step = previous.map { (value - $0.value).side } ?? 0
  }

  /// Whether this point is beyond a line, and with it at least `count` of the points on the same side.
  func isJoined(by count: Int, of points: ArraySlice<Standing>, beyond line: Int) -> Bool {
    abs(zone) >= line && points.count { $0.zone * side >= line } >= count
  }
}

extension Double {
  /// The sign as a number: 1, -1, or 0 for zero.
  fileprivate var side: Int { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
