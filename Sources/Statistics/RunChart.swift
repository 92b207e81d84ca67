/// A figure over time against its median, and whether it wanders more than chance would have it.
///
/// It needs no estimate of spread, so it can be read long before control limits can.
///
/// - Note: Source: Anhøj & Olesen, *Run Charts Revisited*, PLoS ONE 9 (2014), e113825.
package struct RunChart: Hashable, Sendable {
  package let median: Double
  /// The values that are not on the median; only these are counted in runs and crossings.
  package let useful: Int
  /// Useful values in a row on one side of the median, at most.
  package let longestRun: Int
  /// The longest run that chance is still expected to make: log2 of the useful values, rounded, plus 3.
  package let longestRunExpected: Int
  /// How often the line through the useful values crosses the median.
  package let crossings: Int
  /// The fewest crossings that chance is still expected to make: the 5 % quantile of their binomial distribution.
  package let crossingsExpected: Int

  /// A run longer than chance makes: the level moved.
  package var isShifted: Bool { longestRun > longestRunExpected }
  /// Fewer crossings than chance makes: neighbours resemble each other too much.
  package var hasFewCrossings: Bool { crossings < crossingsExpected }

  /// Makes the chart of values in order of time, gaps passed over; `nil` where there are none.
  package init?(_ values: [Double]) {
    guard let median = Statistics.median(values) else { return nil }
    let sides = values.filter { $0 != median }.map { $0 > median }
    var longest = 0
    var length = 0
    var crossings = 0
    var previous: Bool?
    for side in sides {
      if let previous, previous != side { crossings += 1 }
      length = previous == side ? length + 1 : 1
      longest = max(longest, length)
      previous = side
    }
    self.median = median
    useful = sides.count
    longestRun = longest
    longestRunExpected = sides.isEmpty ? 0 : roundedLog2(sides.count) + 3
    self.crossings = crossings
    crossingsExpected = sides.isEmpty ? 0 : fairCoinQuantile(0.05, of: sides.count - 1)
  }
}

/// Returns log2 of a positive count, rounded to the nearest whole number; it is never halfway between two.
func roundedLog2(_ count: Int) -> Int {
  // 2^(k - ½) < count < 2^(k + ½) is asked in whole numbers, as floor(log2 of count²) = 2k - 1 or 2k.
  let square = count.multipliedFullWidth(by: count)
  let digits = square.high > 0 ? 128 - square.high.leadingZeroBitCount : 64 - square.low.leadingZeroBitCount
  return digits / 2
}

/// Returns the fewest heads in fair tosses that at least the share `p` of all outcomes does not exceed.
///
/// Weights are kept relative to the likeliest outcome, since 2^-n vanishes from 1,075 tosses on.
func fairCoinQuantile(_ p: Double, of tosses: Int) -> Int {
  var weights = [Double](repeating: 1, count: tosses + 1)
  let middle = tosses / 2
  for heads in stride(from: middle, to: 0, by: -1) {
    weights[heads - 1] = weights[heads] * Double(heads) / Double(tosses - heads + 1)
  }
  for heads in middle..<tosses {
    weights[heads + 1] = weights[heads] * Double(tosses - heads) / Double(heads + 1)
  }
  let target = p * weights.reduce(0, +)
  var sum = 0.0
  for heads in weights.indices {
    sum += weights[heads]
    if sum >= target { return heads }
  }
  return tosses
}
