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
  var findings: [Finding] = []
  checked.record.read { (map: PackedMap) in
    map.each(at: steps) { value, mark in
      guard let step = value.text, !process.hasStep(step), process.looksLikeStep(step) else { return }
      findings.append(Finding(.process(.unknownStep(Quoted(step), process: id)), at: mark))
    }
  }
  var stages = process.stages.indices.compactMap { stage -> Reached? in
    let name = process.stages[stage]
    let event = checked.history.events.first { $0.stage == name && $0.isDone && process.isStep($0) }
    return event?.at.map { Reached(stage: stage, at: $0) }
  }
  while let wrong = mostWrong(stages, process) {
    let (own, other) = (stages[wrong.own], stages[wrong.other])
    let (early, late) = process.precedes(own.stage, other.stage) ? (other, own) : (own, other)
    let problem = ProcessOrderProblem.order(
      stage: process.stages[early.stage], early.at, before: process.stages[late.stage], late.at, process: id)
    if let mark = checked.mark(of: process.stages[own.stage], at: own.at) {
      findings.append(Finding(.process(problem), at: mark))
    }
    stages.remove(at: wrong.own)
  }
  return findings
}

private let steps = FieldPath.known("events.step")

/// A stage of a process that a case has reached.
private struct Reached {
  /// Its place among those of the process.
  let stage: Int
  let at: Moment

  /// Whether this came after another that the process has later.
  func isAfter(_ other: Reached, in process: Workflow) -> Bool {
    at.isAfter(other.at) && process.precedes(stage, other.stage)
  }
}

/// The stage that is out of order with most others, and one of those; of equals the later in the process. `nil` where
/// all are in order.
private func mostWrong(_ stages: [Reached], _ process: Workflow) -> (own: Int, other: Int)? {
  var worst: (own: Int, other: Int, count: Int)?
  for own in stages.indices {
    var (first, count): (Int?, Int) = (nil, 0)
    for other in stages.indices
    where stages[own].isAfter(stages[other], in: process) || stages[other].isAfter(stages[own], in: process) {
      first = first ?? other
      count += 1
    }
    if let first, count >= worst?.count ?? 1 { worst = (own, first, count) }
  }
  return worst.map { ($0.own, $0.other) }
}
