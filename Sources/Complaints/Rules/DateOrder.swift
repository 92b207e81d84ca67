/// Two dates of one matter stand in the wrong order.
package enum DateOrderProblem: RuleFacts {
  case reversed(later: FieldName, Moment, earlier: FieldName, Moment)

  package static let codes = ["dates.order"]
  package var code: String { "dates.order" }
  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .reversed(let later, let time, let earlier, let other):
      "\(later) is \(time), before \(earlier) at \(other); correct one of the two"
    }
  }
}

/// What follows what inside one map: a supplier is asked before it answers, goods arrive before they are judged.
private let pairs: [FieldPair] = [
  ("supplier", "sent", "answered"), ("supplier", "answered", "audited"), ("return", "issued_on", "arrived"),
  ("return", "arrived", "decided"), ("containment", "done", "verified_on"), ("corrective", "done", "verified_on"),
  ("preventive", "done", "verified_on"), ("deductions", "approved", "published"),
].map(FieldPair.known)

/// What cannot be before the case was received.
private let afterReceipt = [
  "reply_by", "promised", "handled", "due.until", "assessment.at", "departments.served", "supplier.sent",
  "solution.approved", "approvals.at", "customer_decision.at", "reply.at", "notified.at", "followups.at",
  "deductions.approved", "distribution.at", "closure.applied", "return.issued_on", "samples.sealed",
  "corrective.due", "preventive.due", "eight_d.customer_approved",
].map(FieldPath.known)

/// The dates of one matter follow each other, and none of the handling lies before the receipt.
func checkDates(_ checked: CaseUnderCheck) -> [Finding] {
  let (record, received) = (checked.record, checked.complaint.received)
  var findings: [Finding] = []
  func compare(_ earlier: (path: String, at: Moment), _ later: (path: String, at: Moment), _ mark: Mark) {
    guard earlier.at.isAfter(later.at) else { return }
    let problem = DateOrderProblem.reversed(
      later: record.schema.name(later.path), later.at, earlier: record.schema.name(earlier.path), earlier.at)
    findings.append(Finding(.dates(problem), at: mark))
  }
  if let (occurred, mark) = record.placedMoment(at: At.occurred) {
    compare(("occurred", occurred), ("received", received), mark)
  }
  record.read { (map: PackedMap) in
    for path in afterReceipt {
      map.each(at: path) { value, mark in
        if let at = value.moment { compare(("received", received), (path.text, at), mark) }
      }
    }
  }
  for pair in pairs {
    pair.each(of: record) { earlier, later in
      guard let before = earlier.value.moment, let after = later.value.moment else { return }
      compare((pair.names.one, before), (pair.names.other, after), later.mark)
    }
  }
  if let closed = checked.history.closed, let (applied, mark) = record.moment(at: .closureApplied) {
    compare((FieldPath.closureApplied.text, applied), ("closed", closed), mark)
  }
  return findings
}
