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
  case closure(ClosureProblem)
  case followUp(FollowUpProblem)
  case notify(NotifyProblem)
  case required(RequiredProblem)
  case returned(ReturnProblem)
  case proof(ProofProblem)
  case dates(DateOrderProblem)
  case order(EventOrderProblem)
  case process(ProcessOrderProblem)
  case attachment(AttachmentProblem)
  case extended(ExtensionProblem)
  case relationOrder(RelationOrderProblem)
  case quantity(QuantityProblem)
  case cause(CauseProblem)
  case measure(MeasureProblem)
  case effect(EffectProblem)
  case witness(WitnessProblem)

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
    case .closure(let facts): facts
    case .followUp(let facts): facts
    case .notify(let facts): facts
    case .required(let facts): facts
    case .returned(let facts): facts
    case .proof(let facts): facts
    case .dates(let facts): facts
    case .order(let facts): facts
    case .process(let facts): facts
    case .attachment(let facts): facts
    case .extended(let facts): facts
    case .relationOrder(let facts): facts
    case .quantity(let facts): facts
    case .cause(let facts): facts
    case .measure(let facts): facts
    case .effect(let facts): facts
    case .witness(let facts): facts
    }
  }

  package var code: String { facts.code }
  package var severity: Severity { facts.severity }
  package var message: String { facts.message }

  private static let families: [any RuleFacts.Type] = [
    StatusProblem.self, EventProblem.self, SharesProblem.self, ApprovalProblem.self, PauseProblem.self,
    RelationProblem.self, NumberProblem.self, CalendarProblem.self, ClosureProblem.self, FollowUpProblem.self,
    NotifyProblem.self, RequiredProblem.self, ReturnProblem.self, ProofProblem.self, DateOrderProblem.self,
    EventOrderProblem.self, ProcessOrderProblem.self, AttachmentProblem.self, ExtensionProblem.self,
    RelationOrderProblem.self, QuantityProblem.self, CauseProblem.self, MeasureProblem.self, EffectProblem.self,
    WitnessProblem.self, ImprovementProblem.self,
  ]

  /// The codes of all rules, by which site.yaml sets their weight, sorted.
  package static let codes = families.flatMap { $0.codes }.sorted()
}

/// What a rule has to say, and every code by which it may say it.
package protocol RuleFacts: ProblemFacts {
  static var codes: [String] { get }
}
