import Complaints
import Findings
import Hypertext

/// The slips as one JSON document: a slip for each case and department, codes as in metrics.json, local date-times.
func report(_ reminders: Reminders, of findings: Findings) -> [UInt8] {
  let document = JSON.object([
    ("as_of", .string(findings.asOf.description)),
    ("expedite", .array(reminders.expedites.map { json($0, in: findings) })),
    ("inquiry", .array(reminders.inquiries.map { json($0, in: findings) })),
  ])
  var bytes: [UInt8] = []
  document.write(into: &bytes)
  bytes.append(UInt8(ascii: "\n"))
  return bytes
}

private func json(_ slip: Expedite, in findings: Findings) -> JSON {
  let file = findings.ledger.cases[slip.place]
  return .object(
    head(of: file) + [
      ("department", .string(slip.department)), ("owner", .string(file.complaint.owner)),
      ("due", .string(slip.due.moment.end.dateTime)), ("limit", .string(slip.due.source.json)),
      ("days_late", .number(findings.daysLate(since: slip.due.moment))),
      (
        "step",
        slip.step.map { step in
          .object([
            ("stage", .string(step.stage)), ("at", .string(step.at?.description)),
            ("department", .string(step.department)),
          ])
        } ?? .null
      ),
      (
        "awaited",
        .array(
          slip.awaited.map { clock in
            .object(
              limit(clock) + [("days_late", .number(clock.due.map { findings.daysLate(since: $0) }))])
          })
      ),
      ("open_reason", .string(file.record.text("open_reason"))),
      ("urged", .array(slip.urged.map { .string($0.description) })),
    ])
}

private func json(_ slip: Inquiry, in findings: Findings) -> JSON {
  .object(
    head(of: findings.ledger.cases[slip.place]) + [
      ("department", .string(slip.department)), ("closed", .string(slip.closed.description)),
      (
        "overruns",
        .array(
          slip.overruns.map { clock in
            .object(
              limit(clock) + [("done", .string(clock.end?.description)), ("days_late", .number(clock.daysLate))])
          })
      ),
    ])
}

/// Which case; the title of a private one stays in the ledger, since slips are handed out.
private func head(of file: CaseFile) -> [(key: String, value: JSON)] {
  let complaint = file.complaint
  return [
    ("id", .string(complaint.id)), ("title", complaint.isPrivate ? .null : .string(complaint.title)),
    ("received", .string(complaint.received.description)), ("appeal_of", .string(complaint.appealOf)),
  ]
}

private func limit(_ clock: StageClock) -> [(key: String, value: JSON)] {
  [
    ("limit", .string(clock.rule.name)), ("stages", .array(clock.rule.stages.map { .string($0) })),
    ("departments", .array(clock.rule.departments.map { .string($0) })),
    ("start", .string(clock.start?.description)), ("due", .string(clock.due?.dateTime)),
  ]
}

extension DueTime.Source {
  /// The name of the rule; `due` or `promised` where the case itself says it.
  fileprivate var json: String {
    switch self {
    case .field: "due"
    case .promise: "promised"
    case .rule(let name): name
    }
  }
}

extension StageClock {
  /// From the due time to the step, in days of 86,400 seconds; whole days where the step has no time.
  var daysLate: Double? { due.flatMap { due in end.map { due.days(to: $0) } } }
}

extension Findings {
  /// From a due time to the end of as-of, in days of 86,400 seconds.
  func daysLate(since due: Moment) -> Double {
    Double(asOf.number * 86_400 + 86_399 - due.end.local) / 86_400
  }
}
