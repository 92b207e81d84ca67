/// The quantile of spans of time (type 7), computed in whole seconds and hundredths of a rank, so that it is exact but for
/// one division: half-way between 3 h 40 min and 2 h 20 min is 3 h, not a hair more.
///
/// - Parameters:
///   - spans: In a unit of time; `nil` results for none.
///   - p: The share of spans below, in whole hundredths.
///   - unit: Its seconds: 3,600 for hours, 86,400 for days.
package func spanQuantile(_ spans: [Double], _ p: Double, unit: Double) -> Double? {
  spanQuantile(seconds: spans.map { spanSeconds($0, unit: unit) }.sorted(), p, unit: unit)
}

/// A span in whole seconds: of two spans the longer one has no fewer.
func spanSeconds(_ span: Double, unit: Double) -> Int { Int((span * unit).rounded()) }

/// The same of spans in whole seconds, the shortest first.
func spanQuantile(seconds: some RandomAccessCollection<Int>, _ p: Double, unit: Double) -> Double? {
  guard !seconds.isEmpty else { return nil }
  let (below, rest) = ((seconds.count - 1) * Int((p * 100).rounded())).quotientAndRemainder(dividingBy: 100)
  let above = min(below + 1, seconds.count - 1)
  let lower = seconds[seconds.index(seconds.startIndex, offsetBy: below)]
  let upper = seconds[seconds.index(seconds.startIndex, offsetBy: above)]
  return Double(lower * 100 + (upper - lower) * rest) / (100 * unit)
}
