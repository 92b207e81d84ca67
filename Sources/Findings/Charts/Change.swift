package import Complaints

/// What a period's figures have become against those of the period before (环比) and of the year before (同比), as
/// fractions of the former figure; `nil` over zero and where one of the two is unknown.
package struct Change: Sendable {
  package let period: Period
  let now: PeriodFigures
  let previous, yearEarlier: PeriodFigures?

  package func fraction(of metric: Metric, against base: Comparison.Base) -> Double? {
    let former = base == .previous ? previous : yearEarlier
    return Comparison(
      metric: metric, now: now.value(of: metric), former: former?.value(of: metric), formerDays: former?.days
    ).change
  }
}

extension Findings {
  /// The changes of every month, quarter or year; a period in course against the same span of the former one.
  package func changes(_ kind: PeriodKind) -> [Change] {
    let periods = periods(kind)
    let year = kind == .month ? 12 : kind == .quarter ? 4 : 1
    return periods.indices.map { index in
      let figures = periods[index]
      func former(_ base: Comparison.Base, _ steps: Int) -> PeriodFigures? {
        if figures.isRunning { return timeline.former(of: figures.period, base) }
        return index >= steps ? periods[index - steps] : nil
      }
      return Change(
        period: figures.period, now: figures, previous: former(.previous, 1), yearEarlier: former(.yearEarlier, year))
    }
  }
}
