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
private let pairs: [(map: FieldPath, earlier: String, later: String)] = [
  ("supplier", "sent", "answered"), ("supplier", "answered", "audited"), ("return", "issued_on", "arrived"),
  ("return", "arrived", "decided"), ("containment", "done", "verified_on"), ("corrective", "done", "verified_on"),
  ("preventive", "done", "verified_on"), ("deductions", "approved", "published"),
].map { (.known($0), $1, $2) }

/// What cannot be before the case was received.
private let afterReceipt = [
  "reply_by", "promised", "handled", "due.until", "assessment.at", "departments.served", "supplier.sent",
  "solution.approved", "approvals.at", "customer_decision.at", "reply.at", "notified.at", "followups.at",
  "deductions.approved", "distribution.at", "closure.applied", "return.issued_on", "samples.sealed",
  "corrective.due", "preventive.due", "eight_d.customer_approved",
].map(FieldPath.known)

private let applied = FieldPath.known("closure.applied")

/// The dates of one matter follow each other, and none of the handling lies before the receipt.
func checkDates(_ checked: CaseUnderCheck) -> [Finding] {
  let (record, received) = (checked.record, checked.complaint.received)
  var findings: [Finding] = []
  func compare(_ earlier: (path: String, at: Moment), _ later: (path: String, item: Item)) {
    guard case .moment(let time) = later.item.value, earlier.at.isAfter(time) else { return }
    let problem = DateOrderProblem.reversed(
      later: record.schema.name(later.path), time, earlier: record.schema.name(earlier.path), earlier.at)
    findings.append(Finding(.dates(problem), at: later.item.mark))
  }
  if let item = record["occurred"], case .moment(let occurred) = item.value, occurred.isAfter(received) {
    let problem = DateOrderProblem.reversed(
      later: record.schema.name("received"), received, earlier: record.schema.name("occurred"), occurred)
    findings.append(Finding(.dates(problem), at: item.mark))
  }
  for path in afterReceipt {
    for item in record.items(at: path) { compare(("received", received), (path.text, item)) }
  }
  for pair in pairs {
    for map in record.innerMaps(pair.map.indices[0]) {
      guard let earlier = map.moment(pair.earlier), let item = map[pair.later] else { continue }
      compare(("\(pair.map.text).\(pair.earlier)", earlier), ("\(pair.map.text).\(pair.later)", item))
    }
  }
  if let closed = checked.history.closed, let item = record.items(at: applied).first,
    case .moment(let applied) = item.value, applied.isAfter(closed)
  {
    let problem = DateOrderProblem.reversed(
      later: record.schema.name("closed"), closed, earlier: record.schema.name("closure.applied"), applied)
    findings.append(Finding(.dates(problem), at: item.mark))
  }
  return findings
}

extension Record {
  /// The map of a field, or the maps of the list there.
  fileprivate func innerMaps(_ field: Int) -> [Record] {
    if case .map = schema.fields[field].type { map(at: field).map { [$0] } ?? [] } else { maps(at: field) }
  }
}
