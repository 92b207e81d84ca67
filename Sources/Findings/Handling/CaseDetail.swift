package import Complaints

/// What the further figures need of a counted case besides its standing, in plain numbers.
package struct CaseDetail: BitwiseCopyable, Sendable {
  /// From received to closed as days to close are counted; of an open case from received to the end of as-of.
  package let days: Double
  /// The days from received to closed in which its clocks stood still; of an open case to the end of as-of.
  package let pausedDays: Double
  /// From received to the first containment; `nil` without one, or if either has no time.
  @Spare package var hoursToContain: Double?
  /// When those who are to handle it were first told: the first `assigned` or `informed` event; and the hours from received
  /// to it, `nil` if either has no time.
  @Spare package var informed: Moment?
  @Spare package var hoursToInform: Double?
  /// Of an open case, the stage and department of its last event, and the seconds since then.
  @Spare var waiting: CaseFacts.Step?
  package let deductions: Deductions
  package let followUp: FollowUp
  /// How many 催办单 are to be issued about it: at least one of a case that is open past its due time; see `Reminders`.
  let expedites: UInt16
  /// Whether the closing was abnormal; false of an open case and where nothing is said.
  package let isAbnormal: Bool

  /// Its days without these, not below 0.
  package var daysUnpaused: Double { max(0, days - pausedDays) }

  /// A limit of the first response, by the day on which it fell due.
  package struct Promise: Hashable, Sendable {
    package let due: Day
    package let isKept: Bool
  }
}

extension Findings {
  /// The cases by the month in which a limit of their first response fell due, in the ledger's order, each once a month.
  package var promisedByMonth: CasesByMonth {
    var months = CasesByMonth()
    for number in cases.indices {
      for promise in facts.promises[number] { months.add(number, on: promise.due) }
    }
    return months
  }
}

extension CaseDetail.Promise {
  /// A response that is awaited and past its limit is a promise not kept; one in a case that was closed without it, or
  /// whose clock stands still, is none.
  init?(_ clock: StageClock, asOf: Day) {
    guard let due = clock.due?.day, due <= asOf else { return nil }
    switch clock.state {
    case .met: self.init(due: due, isKept: true)
    case .late, .overdue: self.init(due: due, isKept: false)
    case .notStarted, .running, .unmeasured: return nil
    }
  }
}
