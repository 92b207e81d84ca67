/// A case was closed abnormally for no cause that allows it.
package enum ClosureProblem: RuleFacts {
  case noCause
  case causeOfNormal
  case notAgreed
  /// Closed as unreachable after too few failed tries in a row.
  case tries(made: Int, needed: Int, window: String)

  package static let codes = ["closure.agreed", "closure.cause", "closure.tries"]

  package var code: String {
    switch self {
    case .noCause, .causeOfNormal: "closure.cause"
    case .notAgreed: "closure.agreed"
    case .tries: "closure.tries"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .noCause:
      "an abnormal closure needs its cause; add cause: contract_conflict, final_decision or unreachable"
    case .causeOfNormal: "a normal closure has no cause; delete it, or write kind: abnormal"
    case .notAgreed: "an abnormal closure must be agreed to; add by: with the name of whoever did"
    case .tries(let made, let needed, let window):
      "closed as unreachable after \(made) failed \(made == 1 ? "try" : "tries") in a row within \(window), but it takes \(needed); add the others to followups, or reopen the case"
    }
  }
}

/// A case is closed abnormally only for one of three causes and by agreement; as unreachable only after so many tries in
/// a row failed, all within the window of the first of them.
func checkClosure(_ checked: CaseUnderCheck) -> [Finding] {
  guard let closure = checked.record.map(at: At.closure) else { return [] }
  let cause = closure.mark("cause")
  guard let kind = closure.mark("kind"), closure.text("kind") == "abnormal" else {
    return cause.map { [Finding(.closure(.causeOfNormal), at: $0)] } ?? []
  }
  var findings: [Finding] = []
  if cause == nil { findings.append(Finding(.closure(.noCause), at: kind)) }
  if checked.history.closed != nil, !closure.has("by") { findings.append(Finding(.closure(.notAgreed), at: kind)) }
  if let cause, closure.text("cause") == "unreachable", let rule = checked.grounds.settings.followup {
    let made = failedTries(checked, within: rule.window)
    if made < rule.tries {
      let problem = ClosureProblem.tries(made: made, needed: rule.tries, window: rule.window.description)
      findings.append(Finding(.closure(problem), at: cause))
    }
  }
  return findings
}

/// The most tries in a row that failed before the case was closed and within the window of the first of them. A call
/// that got through breaks the row; one without a time cannot be placed in it.
private func failedTries(_ checked: CaseUnderCheck, within window: Limit) -> Int {
  let clock = checked.clock
  let calls = checked.record.maps(at: At.followups).compactMap { call in
    call.moment("at").map { (at: $0, failed: call.yesNo("reached") == false) }
  }
  .filter { call in checked.history.closed.map { !call.at.isAfter($0) } ?? true }
  .sorted { Moment.order($0.at, $1.at) }
  return calls.indices.map { first in
    guard let end = clock.end(of: window, from: calls[first].at) else { return 0 }
    return calls[first...].prefix { $0.failed && !$0.at.isAfter(end) }.count
  }.max() ?? 0
}
