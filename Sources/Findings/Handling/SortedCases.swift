import Complaints
import Statistics

/// The cases in orders that several figures need, sorted once.
struct SortedCases: Sendable {
  /// By the length of time that each takes or has taken.
  let byDays: CaseSet
  /// Those with hours, by their hours.
  let byHoursToRespond, byHoursToContain, byHoursToInform: CaseSet

  init(_ facts: CaseFacts) {
    let (cases, details) = (facts.cases, facts.details)
    byDays = Self.sorted(cases.indices.map { ($0, details[$0].days) })
    byHoursToRespond = Self.sorted(cases.indices.compactMap { n in cases[n].hoursToRespond.map { (n, $0) } })
    byHoursToContain = Self.sorted(cases.indices.compactMap { n in details[n].hoursToContain.map { (n, $0) } })
    byHoursToInform = Self.sorted(cases.indices.compactMap { n in details[n].hoursToInform.map { (n, $0) } })
  }

  private static func sorted(_ entries: [(Int, Double)]) -> CaseSet {
    CaseSet(entries.sorted { $0.1 < $1.1 }.lazy.map(\.0))
  }
}

/// What the figures of every kind of period need of each case in such an order, side by side: the cases themselves
/// lie a cache line or more apart.
struct CaseColumns: Sendable {
  /// Of every case, by the day of its receipt, the shortest first.
  let spans: [(day: Day, value: Survival.Span)]
  /// Of every closed case, by the day of its closing, the seconds that it took while its clocks ran; nearly in order.
  let unpaused: [(day: Day, value: Int)]
  /// The same of all that they took, the shortest first.
  let toClose: [(day: Day, value: Int)]
  /// In seconds, by the day on which it was done, the shortest first.
  let toRespond, toContain, toInform: [(day: Day, value: Int)]

  init(_ facts: CaseFacts, _ sorted: SortedCases) {
    let (cases, details) = (facts.cases, facts.details)
    var spans: [(day: Day, value: Survival.Span)] = []
    var (unpaused, toClose): ([(day: Day, value: Int)], [(day: Day, value: Int)]) = ([], [])
    spans.reserveCapacity(cases.count)
    unpaused.reserveCapacity(cases.count)
    toClose.reserveCapacity(cases.count)
    // One look at each, since they are looked at in an order that is not theirs.
    for number in sorted.byDays {
      let closed = cases[number].closedDay
      spans.append((cases[number].receivedDay, Survival.Span(details[number].days, hasEnded: closed != nil)))
      guard let closed else { continue }
      unpaused.append((closed, spanSeconds(details[number].daysUnpaused, unit: 86_400)))
      if let days = cases[number].standing.daysToClose { toClose.append((closed, spanSeconds(days, unit: 86_400))) }
    }
    (self.spans, self.unpaused) = (spans, unpaused)
    self.toClose = toClose.sorted { $0.value < $1.value }
    toRespond = Self.times(sorted.byHoursToRespond) { (cases[$0].standing.responded, cases[$0].hoursToRespond) }
    toContain = Self.times(sorted.byHoursToContain) { (cases[$0].standing.contained, details[$0].hoursToContain) }
    toInform = Self.times(sorted.byHoursToInform) { (details[$0].informed, details[$0].hoursToInform) }
  }

  private static func times(
    _ numbers: CaseSet, _ time: (Int) -> (at: Moment?, hours: Double?)
  ) -> [(day: Day, value: Int)] {
    numbers.compactMap { number in
      guard case (let at?, let hours?) = time(number) else { return nil }
      return (at.day, spanSeconds(hours, unit: 3_600))
    }
  }
}
