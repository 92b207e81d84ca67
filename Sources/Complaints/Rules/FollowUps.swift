/// A customer was not called back in time after the handling ended.
package enum FollowUpProblem: RuleFacts {
  case missing(due: Moment, from: String, Moment)
  case late(due: Moment, from: String, Moment)

  package static let codes = ["followup.late", "followup.missing"]

  package var code: String {
    switch self {
    case .missing: "followup.missing"
    case .late: "followup.late"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .missing(let due, let stage, let start):
      "\(stage) at \(start), but nobody followed up by \(due); add followups, or followup_exempt with the reason"
    case .late(let due, let stage, let start):
      "the first follow-up came after \(due), which the rule allows after \(stage) at \(start); correct the time if it is wrong"
    }
  }
}

/// The customer is followed up within the site's time after the closure was applied for, else after the execution, else
/// after the closing; every try counts. A case that is exempt, or was closed abnormally, needs none.
func checkFollowUps(_ checked: CaseUnderCheck) -> [Finding] {
  guard let rule = checked.grounds.settings.followup, checked.complaint.kind == .complaint,
    !checked.record.has(At.exempt), checked.complaint.closureKind != "abnormal"
  else { return [] }
  let past = checked.past
  guard let end = checked.handlingEnd(by: past), let due = checked.clock.end(of: rule.within, from: end.at) else {
    return []
  }
  let first = checked.calls.filter { call in past.reopened.last.map { !$0.isAfter(call.at) } ?? true }
    .min { Moment.order($0.at, $1.at) }
  guard let first else {
    guard checked.isPast(due) else { return [] }
    return [Finding(.followUp(.missing(due: due, from: end.stage, end.at)), at: end.mark)]
  }
  guard first.at.isAfter(due) else { return [] }
  return [Finding(.followUp(.late(due: due, from: end.stage, end.at)), at: first.mark)]
}

extension CaseUnderCheck {
  /// What starts the clock of the follow-up; `nil` while the case is neither closed nor its closure applied for.
  fileprivate func handlingEnd(by past: History) -> (stage: String, at: Moment, mark: Mark)? {
    let since = past.reopened.last
    let isNew = { (at: Moment) in at.day <= day && since.map { !$0.isAfter(at) } ?? true }
    if let applied = reached("closure_applied"), isNew(applied.at) {
      return ("closure_applied", applied.at, applied.mark)
    }
    if let applied = record.moment(at: .closureApplied), isNew(applied.at) {
      return ("closure_applied", applied.at, applied.mark)
    }
    guard past.closed != nil else { return nil }
    for stage in ["executed", "closed"] {
      if let found = reached(stage), isNew(found.at) { return (stage, found.at, found.mark) }
    }
    return nil
  }

  /// Every try to reach the customer: those in followups, and the events that say so.
  fileprivate var calls: [(at: Moment, mark: Mark)] {
    var calls: [(at: Moment, mark: Mark)] = []
    record.read { (map: PackedMap) in
      map.each(at: tries) { value, mark in
        if let at = value.moment { calls.append((at, mark)) }
      }
    }
    if let told = reached("followed_up") { calls.append(told) }
    return calls
  }
}

private let tries = FieldPath.known("followups.at")
