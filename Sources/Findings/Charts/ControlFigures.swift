package import Complaints
package import Statistics

/// A control chart of a figure by month, in phases where a dated change sets its limits anew.
package struct ControlFigures: Hashable, Sendable {
  /// One month of the chart.
  package struct Point: Hashable, Sendable {
    package let period: Period
    /// The base; `nil` where unknown, and for charts that have none.
    package let n: Double?
    /// The count; `nil` for charts of a measured figure.
    package let x: Double?
    /// `nil` where unknown, over zero, and where the count of a share exceeds its base.
    package let value: Double?
    /// `nil` without a value, in the month in course, and below 2 values.
    package let limits: ControlLimits?
    /// The run rules that this point completes.
    package let rules: [RunRule]
    /// The index of the phase whose limits hold here.
    package let phase: Int
    /// The month in course, which sets no limits and is not judged.
    package let isRunning: Bool
  }

  /// A stretch with limits of its own.
  package struct Phase: Hashable, Sendable {
    /// Why the limits were set anew; `nil` for the first phase.
    package let reason: String?
    /// How many values its limits rest on; below 12 they are trial limits.
    package let values: Int
  }

  package let metric: Metric
  package let kind: ControlChart.Kind
  package let points: [Point]
  package let phases: [Phase]

  /// The months whose count exceeds its base on a chart of shares: a contradiction in the ledger, so they have no value.
  package var contradictions: [Point] {
    kind.isShare ? points.filter { point in point.x.map { x in point.n.map { x > $0 } ?? false } ?? false } : []
  }

  /// Whether a point rests on enough values to be called a signal.
  package func isTrial(_ point: Point) -> Bool { phases[point.phase].values < 12 }
}

extension ControlFigures {
  /// The four charts that are always there.
  static let standard: [Metric] = [.complaintRate, .ppm, .received, .medianDaysToClose]

  /// How a figure is charted: a p chart of complaint lots among shipped lots and of cases closed in time, a u chart of
  /// defective pieces in a million shipped units, a c chart of cases received; every other by its individual values.
  private static func kind(of metric: Metric) -> ControlChart.Kind {
    switch metric {
    case .complaintRate, .onTimeRate: .p
    case .ppm: .u
    case .received: .c
    default: .xmr
    }
  }

  /// - Parameters:
  ///   - rebases: All of the site; those of other charts do not matter.
  ///   - laney: Whether shares and counts per unit are corrected for what chance alone does not explain.
  package init(_ metric: Metric, months: [PeriodFigures], rebases: [Rebase], laney: Bool = false) {
    let changes = rebases.filter { $0.chart == metric.rawValue }.sorted { $0.at < $1.at }
    let plain = Self.kind(of: metric)
    let kind = laney ? plain.corrected ?? plain : plain
    var points: [Point] = []
    var phases: [Phase] = []
    // A rebase names its first month; months write themselves so that text sorts as time does.
    let phaseOf = months.map { month in changes.count { $0.at <= month.period.description } }
    for phase in 0...changes.count {
      let months = zip(months, phaseOf).filter { $0.1 == phase }.map(\.0)
      let seen = months.map { Self.observation(kind, metric, $0) }
      let chart = ControlChart(kind, seen, per: metric == .ppm ? 1_000_000 : 1)
      points += months.indices.map { index in
        Point(
          period: months[index].period, n: seen[index].n, x: seen[index].x, value: chart.points[index].value,
          limits: chart.points[index].limits, rules: chart.points[index].rules, phase: phase,
          isRunning: months[index].isRunning)
      }
      phases.append(
        Phase(
          reason: phase == 0 ? nil : changes[phase - 1].reason, values: chart.points.count { $0.limits != nil }))
    }
    self.metric = metric
    self.kind = kind
    self.points = points
    self.phases = phases
  }

  private static func observation(
    _ kind: ControlChart.Kind, _ metric: Metric, _ month: PeriodFigures
  ) -> ControlChart.Observation {
    let takesPart = !month.isRunning
    return switch kind {
    case .p, .laneyP:
      metric == .onTimeRate
        ? .init(x: Double(month.closedOnTime), n: Double(month.closedWithDue), takesPart: takesPart)
        : .init(x: Double(month.complaintLots), n: month.shippedLots.map(Double.init), takesPart: takesPart)
    case .u, .laneyU: .init(x: month.defective.double, n: month.shippedUnits.map(Double.init), takesPart: takesPart)
    case .c: .init(x: Double(month.received), takesPart: takesPart)
    case .xmr: .init(value: month.value(of: metric), takesPart: takesPart)
    }
  }
}
