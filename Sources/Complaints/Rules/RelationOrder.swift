/// What a case says of others does not fit what they say.
package enum RelationOrderProblem: RuleFacts {
  /// It repeats or appeals against a case that came later.
  case later(field: String, id: String, Moment)
  /// It appeals against a case of which nothing was decided yet.
  case undecided(id: String)
  /// The same case is named twice.
  case twice(field: String, id: String)

  package static let codes = ["relation.order", "relation.twice", "relation.undecided"]

  package var code: String {
    switch self {
    case .later: "relation.order"
    case .undecided: "relation.undecided"
    case .twice: "relation.twice"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .later(let field, let id, let received):
      "\(field): the case '\(id)' was received later, at \(received); write the earlier one"
    case .undecided(let id):
      "appeal_of: the case '\(id)' was neither closed nor refused by the customer before; correct the id, or write related"
    case .twice(let field, let id): "\(field): the case '\(id)' is named twice; keep one of them"
    }
  }
}

/// What a case repeats or appeals against came before it; an appeal has a decision to appeal against; no case is named
/// twice for the same thing, nor is a repetition also an appeal.
func checkRelationOrder(_ checked: CaseUnderCheck, among index: LedgerIndex) -> [Finding] {
  let complaint = checked.complaint
  let record = checked.record
  guard checked.complaint.namesOthers else { return [] }
  var findings: [Finding] = []
  for (field, id) in [("repeat_of", complaint.repeatOf), ("appeal_of", complaint.appealOf)] {
    guard let id, let mark = record.mark(field), id != complaint.id, let other = index.file(id) else {
      continue
    }
    if other.complaint.received.isAfter(complaint.received) {
      let problem = RelationOrderProblem.later(field: field, id: id, other.complaint.received)
      findings.append(Finding(.relationOrder(problem), at: mark))
    } else if field == "appeal_of", other.damaged.isEmpty, !isDecided(other, before: complaint.received) {
      findings.append(Finding(.relationOrder(.undecided(id: id)), at: mark))
    }
  }
  if let id = complaint.appealOf, id == complaint.repeatOf, let mark = record.mark(at: At.appealOf) {
    findings.append(Finding(.relationOrder(.twice(field: "appeal_of", id: id)), at: mark))
  }
  var named: Set<String> = []
  for item in record.list(at: At.related) {
    guard case .text(let id) = item.value, !named.insert(id).inserted else { continue }
    findings.append(Finding(.relationOrder(.twice(field: "related", id: id)), at: item.mark))
  }
  return findings
}

/// Whether a case was closed, or the customer had refused what was decided, before a time.
private func isDecided(_ file: CaseFile, before time: Moment) -> Bool {
  let refused = file.record.maps("customer_decision").contains { decision in
    decision.yesNo("accepted") == false && decision.moment("at").map { !$0.isAfter(time) } ?? true
  }
  return refused
    || file.complaint.events.contains { event in
      (event.stage == "closed" || event.stage == "rejected") && event.isDone
        && event.at.map { !$0.isAfter(time) } ?? false
    }
}
