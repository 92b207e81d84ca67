/// What a rule of the domain finds wrong with a case whose values are all readable; each rule has its facts and words in
/// a file of its own.
package enum RuleProblem: ProblemFacts {
  case status(StatusProblem)
  case event(EventProblem)
  case shares(SharesProblem)
  case approval(ApprovalProblem)
  case pause(PauseProblem)
  case relation(RelationProblem)
  case number(NumberProblem)
  case calendar(CalendarProblem)
  case improvement(ImprovementProblem)

  private var facts: any ProblemFacts {
    switch self {
    case .status(let facts): facts
    case .event(let facts): facts
    case .shares(let facts): facts
    case .approval(let facts): facts
    case .pause(let facts): facts
    case .relation(let facts): facts
    case .number(let facts): facts
    case .calendar(let facts): facts
    case .improvement(let facts): facts
    }
  }

  package var code: String { facts.code }
  package var severity: Severity { facts.severity }
  package var message: String { facts.message }

  /// The codes of all rules, by which site.yaml sets their weight.
  package static let codes = [
    "approval.below_rank", "approval.unknown_rank", "calendar.ending", "calendar.missing", "closed.before_received",
    "departments.attributed", "event.before_received",
    "improvement.done", "improvement.incomplete", "improvement.key", "improvement.order", "improvement.target",
    "improvement.unconfirmed", "number.gap", "number.month", "number.pattern", "pause.order",
    "relation.self",
    "relation.unknown", "shares.sum", "status.times", "time.differs",
  ]
}
