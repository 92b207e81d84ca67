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
  /// The changes of every period of a kind; one in course against the same span of the former one.
  package func changes(_ kind: PeriodKind) -> [Change] {
    periods(kind).map { figures in
      func former(_ base: Comparison.Base, _ period: Period?) -> PeriodFigures? {
        if figures.isRunning { return timeline.former(of: figures.period, base) }
        return period.flatMap { self.figures(of: $0) }
      }
      return Change(
        period: figures.period, now: figures, previous: former(.previous, figures.period.previous),
        yearEarlier: former(.yearEarlier, figures.period.yearEarlier))
    }
  }
}
