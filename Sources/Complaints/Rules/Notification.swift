/// Somebody who is to be told of a case was not, or too late.
package enum NotifyProblem: RuleFacts {
  /// Without a deadline where the rule gives none.
  case missing(who: String, due: Moment?)
  case late(who: String, due: Moment)

  package static let codes = ["notify.late", "notify.missing"]

  package var code: String {
    switch self {
    case .missing: "notify.missing"
    case .late: "notify.late"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .missing(let who, let due):
      "\(who) is to be told of such a case\(due.map { " by \($0)" } ?? ""); add that to notified, with the time"
    case .late(let who, let due): "\(who) was to be told by \(due); correct the time if it is wrong"
    }
  }
}

/// Those whom a rule of the site names are told of the case, within its time from the receipt. Nobody is missing before
/// that time has passed, unless the case is closed already.
func checkNotification(_ checked: CaseUnderCheck) -> [Finding] {
  let rules = checked.grounds.settings.notify.filter { $0.when.matches(checked.complaint) }
  guard !rules.isEmpty, checked.complaint.received.day <= checked.day else { return [] }
  let told = checked.record.maps(at: At.notified)
  let isClosed = checked.past.closed != nil
  return rules.flatMap { rule in
    let due = rule.within.flatMap { checked.clock.end(of: $0, from: checked.complaint.received) }
    return rule.who.compactMap { who -> Finding? in
      let own = told.filter { $0.text("who") == who }
      guard !own.isEmpty else {
        guard isClosed || due.map(checked.isPast) ?? true else { return nil }
        return Finding(.notify(.missing(who: who, due: due)), at: place(checked, rule))
      }
      let times = own.compactMap { $0["at"] }
      guard let due, times.count == own.count, times.allSatisfy({ $0.value.isAfter(due) }), let first = times.first
      else { return nil }
      return Finding(.notify(.late(who: who, due: due)), at: first.mark)
    }
  }
}

/// Where whoever is missing would stand: the list, else what makes the rule hold, else the case as a whole.
private func place(_ checked: CaseUnderCheck, _ rule: NotifyRule) -> Mark {
  checked.record.mark(at: At.notified) ?? checked.mark(of: rule.when)
}

extension CaseUnderCheck {
  /// The place of the first value that a condition asks for; of the case as a whole where it asks for none.
  func mark(of condition: Condition) -> Mark {
    condition.clauses.first.flatMap { record.items(at: $0.axis.rawValue).first?.mark } ?? Mark(line: 1, column: 1)
  }
}

extension Value {
  /// Whether it is a time after another.
  fileprivate func isAfter(_ due: Moment) -> Bool {
    if case .moment(let at) = self { at.isAfter(due) } else { false }
  }
}
