import Statistics

/// The quantile of spans of time, computed in whole seconds, which doubles hold exactly: half-way between 3 h 40 min and 2 h 20 min is 3 h, not a hair more.
///
/// - Parameters:
///   - spans: In a unit of time; `nil` results for none.
///   - unit: Its seconds: 3,600 for hours, 86,400 for days.
func spanQuantile(_ spans: [Double], _ p: Double, unit: Double) -> Double? {
  quantile(spans.map { ($0 * unit).rounded() }, p).map { $0 / unit }
}
