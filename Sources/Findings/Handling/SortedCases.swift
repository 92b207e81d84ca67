import Complaints
import Statistics

/// The cases in orders that several figures need, sorted once.
struct SortedCases: Sendable {
  /// By the length of time that each takes or has taken.
  let byDays: [Int]
  /// Those with hours, by their hours.
  let byHoursToRespond, byHoursToContain, byHoursToInform: [Int]

  init(_ facts: CaseFacts) {
    let (cases, details) = (facts.cases, facts.details)
    byDays = Self.sorted(cases.indices.map { ($0, details[$0].days) })
    byHoursToRespond = Self.sorted(cases.indices.compactMap { n in cases[n].hoursToRespond.map { (n, $0) } })
    byHoursToContain = Self.sorted(cases.indices.compactMap { n in details[n].hoursToContain.map { (n, $0) } })
    byHoursToInform = Self.sorted(cases.indices.compactMap { n in details[n].hoursToInform.map { (n, $0) } })
  }

  private static func sorted(_ entries: [(Int, Double)]) -> [Int] {
    entries.sorted { $0.1 < $1.1 }.map(\.0)
  }
}

/// What the further figures of every kind of period need of each case in such an order, side by side: the cases themselves
/// lie a cache line or more apart.
struct FurtherColumns: Sendable {
  /// Of every case, by the day of its receipt, the shortest first.
  let spans: [(day: Day, value: Survival.Span)]
  /// Of every closed case, by the day of its closing, the seconds that it took while its clocks ran; nearly in order.
  let unpaused: [(day: Day, value: Int)]
  /// In seconds, by the day on which it was done, the shortest first.
  let toRespond, toContain, toInform: [(day: Day, value: Int)]

  init(_ facts: CaseFacts, _ sorted: SortedCases) {
    let (cases, details) = (facts.cases, facts.details)
    spans = sorted.byDays.map { number in
      let hasEnded = cases[number].closedDay != nil
      return (cases[number].receivedDay, Survival.Span(details[number].days, hasEnded: hasEnded))
    }
    unpaused = sorted.byDays.compactMap { number in
      cases[number].closedDay.map { ($0, spanSeconds(details[number].daysUnpaused, unit: 86_400)) }
    }
    toRespond = Self.times(sorted.byHoursToRespond) { (cases[$0].standing.responded, cases[$0].hoursToRespond) }
    toContain = Self.times(sorted.byHoursToContain) { (cases[$0].standing.contained, details[$0].hoursToContain) }
    toInform = Self.times(sorted.byHoursToInform) { (details[$0].informed, details[$0].hoursToInform) }
  }

  private static func times(
    _ numbers: [Int], _ time: (Int) -> (at: Moment?, hours: Double?)
  ) -> [(day: Day, value: Int)] {
    numbers.compactMap { number in
      guard case (let at?, let hours?) = time(number) else { return nil }
      return (at.day, spanSeconds(hours, unit: 3_600))
    }
  }
}
