import Complaints
import Findings

/// The span of days of which a list tells, and the folder in which its lists stand.
struct ListScope: Hashable, Sendable {
  let period: Period
  let days: ClosedRange<Day>
  /// Below lists/: 2026-10, or 2026-09_2026-09-15 where a month is counted up to a day of it only.
  let folder: String

  init(_ figures: PeriodFigures, asOf: Day) {
    self.init(figures.period, figures.days, asOf: asOf)
  }

  private init(_ period: Period, _ days: ClosedRange<Day>, asOf: Day) {
    self.period = period
    self.days = days
    let isWhole = days.upperBound == min(period.last, asOf)
    folder = isWhole ? period.description : "\(period)_\(days.upperBound)"
  }

  /// What is open at the end of a span is open at the end of its last month: one list for both.
  func ending(asOf: Day) -> ListScope {
    let month = Period(.month, containing: days.upperBound)
    return ListScope(month, month.first...days.upperBound, asOf: asOf)
  }
}
