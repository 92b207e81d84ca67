/// The times of a case contradict each other.
package enum EventProblem: RuleFacts {
  /// A short field that says another time than the event it stands for.
  case differs(field: String, Moment, event: Moment)
  case closedBeforeReceived(Moment, received: Moment)
  case beforeReceived(stage: String, Moment, received: Moment)

  package static let codes = ["closed.before_received", "event.before_received", "time.differs"]

  package var code: String {
    switch self {
    case .differs: "time.differs"
    case .closedBeforeReceived: "closed.before_received"
    case .beforeReceived: "event.before_received"
    }
  }

  package var severity: Severity {
    if case .beforeReceived = self { .warning } else { .error }
  }

  package var message: String {
    switch self {
    case .differs(let field, let time, let event):
      "\(field) is \(time), but the \(field == "closed" ? "last" : "first") \(field) event is at \(event); write one time for both, or leave \(field) out"
    case .closedBeforeReceived(let time, let received):
      "closed at \(time), before the case was received at \(received); correct one of the two times"
    case .beforeReceived(let stage, let time, let received):
      "\(stage) at \(time), before the case was received at \(received); correct one of the two times"
    }
  }
}

/// A short field is the first such event, `closed` the last; and nothing is done to a case before it is received.
func checkTimes(_ checked: CaseUnderCheck) -> [Finding] {
  let received = checked.complaint.received
  var findings: [Finding] = []
  if checked.complaint.events.contains(where: { $0.at.map(received.isAfter) ?? false }) {
    for placed in checked.placedEvents {
      let (event, mark) = (placed.event, placed.mark(of: "at"))
      guard let at = event.at, received.isAfter(at) else { continue }
      findings.append(Finding(.event(.early(event.stage, at, received: received)), at: mark))
    }
  }
  for (field, index) in At.moments {
    guard let (time, mark) = checked.record.placedMoment(at: index) else { continue }
    if received.isAfter(time) {
      findings.append(Finding(.event(.early(field, time, received: received)), at: mark))
    }
    let events = checked.history.events
    let isOne = { (event: Event) in event.stage == field && event.isDone }
    let event = field == "closed" ? events.last(where: isOne) : events.first(where: isOne)
    if field != "reopened", let at = event?.at, !time.isSame(as: at) {
      findings.append(Finding(.event(.differs(field: field, time, event: at)), at: mark))
    }
  }
  return findings
}

extension EventProblem {
  /// What it means that a stage was done before the case was received.
  fileprivate static func early(_ stage: String, _ time: Moment, received: Moment) -> EventProblem {
    stage == "closed"
      ? .closedBeforeReceived(time, received: received)
      : .beforeReceived(stage: stage, time, received: received)
  }
}
