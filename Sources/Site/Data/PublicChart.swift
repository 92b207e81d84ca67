import Complaints
import Findings
import Hypertext
import Statistics

extension Disclosure {
  /// A point of a control chart as the public may know it.
  struct ChartPoint {
    let point: ControlFigures.Point
    let isShown, hasLimits, hasRules: Bool

    var json: JSON {
      .object([
        ("period", .string(point.period.description)), ("n", .number(point.n)), ("x", .number(isShown ? point.x : nil)),
        ("value", .number(isShown ? point.value : nil)), ("center", .number(hasLimits ? point.limits?.center : nil)),
        ("ucl", .number(hasLimits ? point.limits?.upper : nil)),
        ("lcl", .number(hasLimits ? point.limits?.lower : nil)),
        ("rules", .array(hasRules ? point.rules.map { .integer($0.rawValue) } : [])),
      ])
    }
  }

  /// The points of a chart by month.
  ///
  /// A centre line is the mean of its phase, so it tells the phase's total: it is shown where the months of the phase
  /// are whole stretches and those that took no part in it are shown themselves. A mean of measured values tells the
  /// one that is missing, so there every value must be shown.
  func points(of chart: ControlFigures) -> [ChartPoint] {
    let isShown = chart.points.map { shows(chart.metric, in: $0.period) }
    let phases = chart.points.indices.map { chart.points[$0].phase }
    return chart.points.indices.map { index in
      let span = chart.points.indices.filter { phases[$0] == phases[index] }
      let range = (span.first ?? index)..<((span.last ?? index) + 1)
      let all = span.allSatisfy { isShown[$0] }
      let known = span.allSatisfy { isShown[$0] || chart.kind != .xmr && chart.points[$0].limits != nil }
      let hasLimits = all || known && isWhole(chart.metric, months: range)
      return ChartPoint(point: chart.points[index], isShown: isShown[index], hasLimits: hasLimits, hasRules: all)
    }
  }
}
