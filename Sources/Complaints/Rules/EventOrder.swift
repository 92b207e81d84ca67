/// The events of a case contradict each other.
package enum EventOrderProblem: RuleFacts {
  /// A department did something before it got it.
  case received(stage: String, Moment, received: Moment)
  case afterClosing(stage: String, Moment, closed: Moment)
  case reopenedOpen(Moment)
  case unfinished(stage: String)

  package static let codes = ["event.after_closed", "event.received", "event.reopened", "event.unfinished"]

  package var code: String {
    switch self {
    case .received: "event.received"
    case .afterClosing: "event.after_closed"
    case .reopenedOpen: "event.reopened"
    case .unfinished: "event.unfinished"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .received(let stage, let time, let received):
      "\(stage) at \(time), before it was received at \(received); correct one of the two times"
    case .afterClosing(let stage, let time, let closed):
      "\(stage) at \(time), after the case was closed at \(closed); correct the time, or add when it was reopened"
    case .reopenedOpen(let time):
      "reopened at \(time), but the case was not closed before; correct the time, or add the closing"
    case .unfinished(let stage):
      "the case is closed, but \(stage) is still doing; write done or failed, or add the event that ended it"
    }
  }
}

/// What may come when a case is closed: filing it, calling back, the customer's word, proof of the effect.
private let afterwards: Set<String> = [
  "archived", "followed_up", "closed", "reopened", "expedited", "objected", "accepted", "rejected", "verified",
  "informed",
]

/// What is done comes after it was received and before the case is closed, and nothing is left half done.
func checkEvents(_ checked: CaseUnderCheck) -> [Finding] {
  let reopened = checked.record.placedMoment(at: At.reopened)
  guard checked.record.has(At.events) || reopened != nil else { return [] }
  let closed = checked.history.closed
  let events = checked.complaint.events
  // Most cases have nothing to look at twice.
  let isSuspect =
    events.contains { event in
      event.received != nil || event.stage == "reopened" || event.result == "doing"
        || closed.map { closed in event.at?.isAfter(closed) ?? false } ?? false
    } || reopened != nil
  guard isSuspect else { return [] }
  var findings: [Finding] = []
  for placed in checked.placedEvents {
    let event = placed.event
    if let at = event.at, let received = event.received, received.isAfter(at) {
      let problem = EventOrderProblem.received(stage: event.stage, at, received: received)
      findings.append(Finding(.order(problem), at: placed.mark(of: "received")))
    }
    if let closed, let at = event.at, at.isAfter(closed), event.isDone, !afterwards.contains(event.stage) {
      let problem = EventOrderProblem.afterClosing(stage: event.stage, at, closed: closed)
      findings.append(Finding(.order(problem), at: placed.mark(of: "at")))
    }
    if closed != nil, event.result == "doing", !isFinished(event, events) {
      findings.append(Finding(.order(.unfinished(stage: event.stage)), at: placed.mark(of: "result")))
    }
    if event.stage == "reopened", let at = event.at, !isClosed(before: at, events) {
      findings.append(Finding(.order(.reopenedOpen(at)), at: placed.mark(of: "at")))
    }
  }
  if let (at, mark) = reopened, !isClosed(before: at, events),
    !findings.contains(where: { $0.problem.code == "event.reopened" })
  {
    findings.append(Finding(.order(.reopenedOpen(at)), at: mark))
  }
  return findings
}

/// Whether the same department ended later what was going on.
private func isFinished(_ begun: Event, _ events: [Event]) -> Bool {
  events.contains { event in
    event.stage == begun.stage && event.department == begun.department && event.result != "doing"
      && (begun.at.map { begin in event.at.map { !begin.isAfter($0) } ?? false } ?? true)
  }
}

private func isClosed(before time: Moment, _ events: [Event]) -> Bool {
  events.contains { $0.stage == "closed" && $0.isDone && $0.at.map { !$0.isAfter(time) } ?? false }
}
