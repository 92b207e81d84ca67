/// Returns the quantile of values in any order by linear interpolation (type 7), in the unit of the values.
///
/// Type 7 because it is what spreadsheets (`PERCENTILE.INC`) and R print, so a reader can recompute the figure.
///
/// - Parameters:
///   - values: Finite; `nil` is returned where there are none.
///   - p: The share of values below, 0 to 1.
/// - Complexity: O(*n* log *n*).
/// - Note: Source: Hyndman & Fan, *Sample Quantiles in Statistical Packages*, The American Statistician 50 (1996).
package func quantile(_ values: [Double], _ p: Double) -> Double? {
  precondition((0...1).contains(p), "a quantile is asked for between 0 and 1")
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let rank = Double(sorted.count - 1) * p
  let below = Int(rank)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (rank - Double(below)) * (sorted[above] - sorted[below])
}

/// Returns the value in the middle, or the mean of the two in the middle; `nil` where there are none.
package func median(_ values: [Double]) -> Double? {
  quantile(values, 0.5)
}

/// Returns the arithmetic mean, in the unit of the values; `nil` where there are none.
package func mean(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  return values.reduce(0, +) / Double(values.count)
}
