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
private let applied = FieldPath.known("closure.applied")

/// after the closing; every try counts. A case that is exempt, or was closed abnormally, needs none.
func checkFollowUps(_ checked: CaseUnderCheck) -> [Finding] {
  guard let rule = checked.settings.followup, checked.complaint.kind == .complaint,
    checked.record["followup_exempt"] == nil, checked.complaint.closureKind != "abnormal",
    let end = handlingEnd(checked), let due = checked.clock.end(of: rule.within, from: end.at)
  else { return [] }
  let since = History(of: checked.complaint, asOf: checked.day).reopened.last
  let first = calls(checked).filter { call in since.map { !$0.isAfter(call.at) } ?? true }
    .min { Moment.order($0.at, $1.at) }
  guard let first else {
    guard checked.isPast(due) else { return [] }
    return [Finding(.followUp(.missing(due: due, from: end.stage, end.at)), at: end.mark)]
  }
  guard first.at.isAfter(due) else { return [] }
  return [Finding(.followUp(.late(due: due, from: end.stage, end.at)), at: first.mark)]
}

/// What starts the clock of the follow-up; `nil` while the case is neither closed nor its closure applied for.
func handlingEnd(_ checked: CaseUnderCheck) -> (stage: String, at: Moment, mark: Mark)? {
  let history = History(of: checked.complaint, asOf: checked.day)
  let since = history.reopened.last
  let isNew = { (at: Moment) in since.map { !$0.isAfter(at) } ?? true }
  if let applied = checked.reached("closure_applied"), applied.at.day <= checked.day, isNew(applied.at) {
    return ("closure_applied", applied.at, applied.mark)
  }
  if let item = checked.record.items(at: applied).first, case .moment(let at) = item.value,
    at.day <= checked.day, isNew(at)
  {
    return ("closure_applied", at, item.mark)
  }
  guard history.closed != nil else { return nil }
  for stage in ["executed", "closed"] {
    guard let found = checked.reached(stage), found.at.day <= checked.day, isNew(found.at) else { continue }
    return (stage, found.at, found.mark)
  }
  return nil
}

/// Every try to reach the customer: those in followups, and the events that say so.
private func calls(_ checked: CaseUnderCheck) -> [(at: Moment, mark: Mark)] {
  let written = checked.record.maps("followups").compactMap { call -> (at: Moment, mark: Mark)? in
    guard let item = call["at"], case .moment(let at) = item.value else { return nil }
    return (at, item.mark)
  }
  return written + [checked.reached("followed_up")].compactMap { $0 }
}
