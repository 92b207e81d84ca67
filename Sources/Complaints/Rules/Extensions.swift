/// A deadline goes beyond what the rules allow.
package enum ExtensionProblem: RuleFacts {
  /// Given by hand, later than the rule, without saying why or who agreed.
  case unapproved(rule: String, Moment, lacks: [String])
  case promisedLate(rule: String, Moment)

  package static let codes = ["due.extension", "promised.late"]

  package var code: String {
    switch self {
    case .unapproved: "due.extension"
    case .promisedLate: "promised.late"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .unapproved(let rule, let end, let lacks):
      "due is later than \(end), when \(rule) ends; add \(lacks.joined(separator: " and "))"
    case .promisedLate(let rule, let end):
      "more time was promised than \(rule) allows, which ends at \(end); promise that or sooner, or extend due"
    }
  }
}

/// An extension has its reason and its approval, and nothing is promised for later than the rule allows.
func checkExtensions(_ checked: CaseUnderCheck) -> [Finding] {
  let complaint = checked.complaint
  let record = checked.record
  guard record.has(At.due) || record.has(At.promised) else { return [] }
  let clock = checked.clock
  let limit = caseClock(of: complaint, history: checked.history, clock: clock, settings: checked.grounds.settings)
  guard let limit, let end = limit.due else { return [] }
  if let due = record.map(at: At.due), let (until, mark) = due.placedMoment("until") {
    let lacks = ["reason", "approved_by"].filter { !due.has($0) }
    guard !lacks.isEmpty, clock.lastSecond(of: until).isAfter(end) else { return [] }
    return [Finding(.extended(.unapproved(rule: limit.rule.name, end, lacks: lacks)), at: mark)]
  }
  guard let (promised, mark) = record.placedMoment(at: At.promised), clock.lastSecond(of: promised).isAfter(end) else {
    return []
  }
  return [Finding(.extended(.promisedLate(rule: limit.rule.name, end)), at: mark)]
}
