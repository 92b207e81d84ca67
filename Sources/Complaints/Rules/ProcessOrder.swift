/// The events of a case do not follow its process.
package enum ProcessOrderProblem: RuleFacts {
  /// A stage came before another that its process has earlier.
  case order(stage: String, Moment, before: String, Moment, process: String)
  case unknownStep(Quoted, process: String)

  package static let codes = ["process.order", "process.step"]

  package var code: String {
    switch self {
    case .order: "process.order"
    case .unknownStep: "process.step"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .order(let stage, let time, let earlier, let other, let process):
      "\(stage) at \(time) comes before \(earlier) at \(other), which the process \(process) has first; correct the times"
    case .unknownStep(let step, let process):
      "the process \(process) has no step \(step); write the id of one of its steps"
    }
  }
}

/// The stages of a case come in the order of its process. Ways that lead back are left aside; of several stages out of
/// order only those are named without which the rest is in order.
func checkProcess(_ checked: CaseUnderCheck, among index: LedgerIndex) -> [Finding] {
  guard let id = checked.complaint.process, let process = index.workflows[id] else { return [] }
  var findings = checked.placedEvents.compactMap { placed -> Finding? in
    guard let item = placed.record["step"], let step = placed.record.text("step"), !process.hasStep(step),
      process.looksLikeStep(step)
    else { return nil }
    return Finding(.process(.unknownStep(Quoted(step), process: id)), at: item.mark)
  }
  var stages = process.stages.compactMap { stage -> (stage: String, at: Moment)? in
    let event = checked.history.events.first { $0.stage == stage && $0.isDone && process.isStep($0) }
    return event?.at.map { (stage, $0) }
  }
  while let wrong = mostWrong(stages, process) {
    let (own, other) = (stages[wrong.own], stages[wrong.other])
    let (early, late) = process.precedes(own.stage, other.stage) ? (other, own) : (own, other)
    let problem = ProcessOrderProblem.order(
      stage: early.stage, early.at, before: late.stage, late.at, process: id)
    if let mark = checked.mark(of: own.stage, at: own.at) { findings.append(Finding(.process(problem), at: mark)) }
    stages.remove(at: wrong.own)
  }
  return findings
}

/// The stage that is out of order with most others, and one of those; of equals the later in the process. `nil` where
/// all are in order.
private func mostWrong(_ stages: [(stage: String, at: Moment)], _ process: Workflow) -> (own: Int, other: Int)? {
  var worst: (own: Int, other: Int, count: Int)?
  for own in stages.indices {
    let others = stages.indices.filter { other in
      process.precedes(stages[own].stage, stages[other].stage) && stages[own].at.isAfter(stages[other].at)
        || process.precedes(stages[other].stage, stages[own].stage) && stages[other].at.isAfter(stages[own].at)
    }
    if let first = others.first, others.count >= worst?.count ?? 1 { worst = (own, first, others.count) }
  }
  return worst.map { ($0.own, $0.other) }
}
