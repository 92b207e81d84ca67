/// How a case stands at the end of a day.
package func standing(of complaint: Complaint, asOf day: Day, settings: Settings) -> Standing {
  let history = History(of: complaint, asOf: day)
  let clock = LimitClock(of: complaint, asOf: day, settings: settings)
  return standing(of: complaint, history: history, clock: clock, limit: settings.limitTable.caseLimit(of: complaint))
}

/// The same of a case whose events were read already.
///
/// - Parameter limit: Of the whole case, by the rules; asked for only where no field says when the case is due.
func standing(
  of complaint: Complaint, history: History, clock: LimitClock, limit: @autoclosure () -> LimitRule?
) -> Standing {
  let due = dueTime(of: complaint, history: history, clock: clock, limit: limit)
  let (day, closed) = (history.day, history.closed)
  return Standing(
    closed: closed,
    status: complaint.status(isClosed: closed != nil),
    due: due,
    isOverdue: closed != nil ? false : due.map { clock.isPast($0.moment, at: day) },
    isOnTime: due.flatMap { due in closed.map { !$0.isAfter(due.moment) } },
    daysToClose: closed.map(complaint.received.days),
    responded: history.first("responded"),
    contained: history.first("contained"),
    reopened: history.reopened)
}

/// Whether a case is closed at the end of a day.
package func isClosed(_ complaint: Complaint, asOf day: Day) -> Bool { History(of: complaint, asOf: day).closed != nil }

/// The shares of responsibility in force at the end of a day: those of the last attribution by then that names
/// departments, else the case's own list; empty where nobody was named.
package func departments(of complaint: Complaint, asOf day: Day) -> [Complaint.Share] {
  let attributed = complaint.events.last { event in
    event.stage == "attributed" && event.isDone && !event.departments.isEmpty && event.at.map { $0.day <= day } ?? false
  }
  return attributed?.departments ?? complaint.departments
}

/// When the whole case is due: what its field says, else the earlier of its limit and the promise.
private func dueTime(
  of complaint: Complaint, history: History, clock: LimitClock, limit: () -> LimitRule?
) -> DueTime? {
  if let due = complaint.due { return DueTime(moment: clock.lastSecond(of: due), source: .field) }
  let promise = complaint.promised.map { DueTime(moment: clock.lastSecond(of: $0), source: .promise) }
  let limit = limit().map { caseClock(by: $0, history: history, clock: clock) }
    .flatMap { limit in limit.due.map { DueTime(moment: $0, source: .rule(limit.rule.name)) } }
  guard let promise, let limit else { return promise ?? limit }
  return promise.moment.utc < limit.moment.utc ? promise : limit
}

/// The limit of the whole case by the rules: the rule that holds, its start and its end; `nil` where none matches.
func caseClock(
  of complaint: Complaint, history: History, clock: LimitClock, settings: Settings
) -> (rule: LimitRule, start: Moment?, due: Moment?)? {
  settings.limitTable.caseLimit(of: complaint).map { caseClock(by: $0, history: history, clock: clock) }
}

private func caseClock(
  by rule: LimitRule, history: History, clock: LimitClock
) -> (rule: LimitRule, start: Moment?, due: Moment?) {
  let closing = history.closed == nil ? nil : history.events.lastIndex { $0.stage == "closed" && $0.isDone }
  let start = history.start(of: rule, measured: closing)
  return (rule, start, clock.end(ofCaseBy: rule.limit, from: start))
}

extension Complaint {
  /// The status to show; a number that was voided stays so, and an open case that says nothing has none.
  fileprivate func status(isClosed: Bool) -> Status? {
    switch writtenStatus {
    case .void: .void
    case .closed where !isClosed: .inProgress
    case let written: isClosed ? .closed : written
    }
  }
}
