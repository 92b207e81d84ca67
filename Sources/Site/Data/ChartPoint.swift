import Complaints
import Findings
import Statistics

/// A point of a control chart as an audience may know it.
struct ChartPoint: Hashable, Sendable {
  let period: Period
  let n, x, value: Double?
  let limits: ControlLimits?
  let rules: [RunRule]
  let phase: Int
  let isRunning: Bool
  /// Whether there are limits that may not be known.
  let withholdsLimits: Bool

  init(_ point: ControlFigures.Point, isShown: Bool = true, hasLimits: Bool = true, hasRules: Bool = true) {
    period = point.period
    n = point.n
    x = isShown ? point.x : nil
    value = isShown ? point.value : nil
    limits = hasLimits ? point.limits : nil
    rules = hasRules ? point.rules : []
    phase = point.phase
    isRunning = point.isRunning
    withholdsLimits = !hasLimits && point.limits != nil
  }

  /// As data/metrics.json has it.
  var metrics: MetricsValue {
    .map([
      .init("period", .text(period.description)), .init("n", .number(n)), .init("x", .number(x)),
      .init("value", .number(value)), .init("center", .number(limits?.center)), .init("ucl", .number(limits?.upper)),
      .init("lcl", .number(limits?.lower)), .init("rules", .list(rules.map { .integer($0.rawValue) })),
    ])
  }
}

extension ControlFigures {
  /// Whether a point rests on too few values to be called a signal.
  func isTrial(_ point: ChartPoint) -> Bool { phases[point.phase].values < 12 }
}

extension Disclosure {
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
      return ChartPoint(chart.points[index], isShown: isShown[index], hasLimits: hasLimits, hasRules: all)
    }
  }
}
