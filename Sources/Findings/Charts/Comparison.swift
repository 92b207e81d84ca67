package import Complaints

/// A figure beside that of a former period, over the same span of it.
package struct Comparison: Hashable, Sendable {
  /// With which period a figure is compared.
  package enum Base: CaseIterable, Sendable {
    /// 环比: the period before.
    case previous
    /// 同比: the same period a year before.
    case yearEarlier
  }

  package let metric: Metric
  package let now: Double?
  /// `nil` where the former period has no figures or the figure was unknown then.
  package let former: Double?
  /// The days that `former` counts; `nil` where the ledger does not reach back so far.
  package let formerDays: ClosedRange<Day>?
  /// Now − former, in the unit of the figure.
  package var difference: Double? { now.flatMap { now in former.map { now - $0 } } }
  /// The difference as a fraction of the former figure; `nil` over zero.
  package var change: Double? { difference.flatMap { step in former.flatMap { $0 > 0 ? step / $0 : nil } } }
}

extension Timeline {
  /// All figures of the former period; a period in course is compared with the same span of the former one.
  ///
  /// - Returns: `nil` where the former period, or its span, ended before the ledger's first case: nothing is known of it.
  package func former(of period: Period, _ base: Comparison.Base) -> PeriodFigures? {
    guard let first = days?.lowerBound, let former = base == .previous ? period.previous : period.yearEarlier
    else { return nil }
    let last = asOf < period.last ? former.day(like: asOf, of: period) : former.last
    return first <= last ? figures(of: former, through: last) : nil
  }

  /// One figure against the former period.
  package func comparison(of metric: Metric, in period: Period, _ base: Comparison.Base) -> Comparison {
    comparison(of: metric, in: figures(of: period), with: former(of: period, base))
  }

  /// One figure of two periods whose figures are at hand.
  package func comparison(of metric: Metric, in now: PeriodFigures, with former: PeriodFigures?) -> Comparison {
    Comparison(
      metric: metric, now: now.value(of: metric), former: former?.value(of: metric), formerDays: former?.days)
  }
}

extension Findings {
  /// The same of the whole ledger, where a former period that is looked at as a whole has its figures already.
  package func former(of period: Period, _ base: Comparison.Base) -> PeriodFigures? {
    guard asOf >= period.last else { return timeline.former(of: period, base) }
    return (base == .previous ? period.previous : period.yearEarlier).flatMap { figures(of: $0) }
  }
}

extension Period {
  /// The day of this period that stands where a day stands in another of its kind: the same weekday, or the same day
  /// of the month in the same month of the quarter or year, but not after the end of that month.
  func day(like day: Day, of other: Period) -> Day {
    if kind == .day || kind == .week { return first.advanced(by: day.number - other.first.number) }
    let month = first.monthNumber + day.monthNumber - other.first.monthNumber
    let longest = Day.days(in: month % 12 + 1, of: month / 12)
    return Day(year: month / 12, month: month % 12 + 1, day: min(day.parts.day, longest)) ?? last
  }
}
