import Complaints
import Findings

extension Edition {
  /// Whether small counts are withheld from this edition.
  var suppresses: Bool { disclosure != nil }

  /// Whether this audience may know a figure of a period.
  func shows(_ metric: Metric, in figures: PeriodFigures) -> Bool {
    guard let disclosure else { return true }
    return isWhole(figures) && disclosure.shows(metric, in: figures.period)
  }

  /// A figure of a period as this audience may know it; `nil` where it is unknown or withheld, or without a period.
  func value(of metric: Metric, in figures: PeriodFigures?) -> Double? {
    figures.flatMap { shows(metric, in: $0) ? $0.value(of: metric) : nil }
  }

  /// A count of a period as this audience may know it.
  func count(of metric: Metric, in figures: PeriodFigures?) -> Int? {
    value(of: metric, in: figures).map { Int($0) }
  }

  /// Those rows of a split of what was received in a period that this audience may know.
  func shown(
    _ rows: [DimensionFigures], of dimension: Dimension, in figures: PeriodFigures
  ) -> [DimensionFigures] {
    guard let disclosure else { return rows }
    guard isWhole(figures) else { return [] }
    let keys = disclosure.keys(of: dimension, in: figures.period)
    return rows.filter { keys.contains($0.key) }
  }

  /// The points of a control chart as this audience may know them.
  func points(of chart: ControlFigures) -> [ChartPoint] {
    disclosure?.points(of: chart) ?? chart.points.map { ChartPoint($0) }
  }

  /// What is said above figures of which some are withheld; empty where none is.
  var withheldNote: String {
    disclosure.map { strings(ReportPhrase.smallWithheld, ["n": String($0.minimum)]) } ?? ""
  }

  /// Whether figures count all of their period up to as-of: a part of it would cut the stretches.
  private func isWhole(_ figures: PeriodFigures) -> Bool {
    figures.days.upperBound == min(figures.period.last, asOf)
  }
}
