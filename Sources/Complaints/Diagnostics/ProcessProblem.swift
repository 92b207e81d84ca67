/// What is wrong with the description of a process.
package enum ProcessProblem: ProblemFacts {
  case sameStep(Quoted, line: Int)
  case sameProcess(Quoted, path: String)
  case unknownTarget(Quoted, nearest: String?)
  case unknownLane(Quoted, nearest: String?)
  case noStart
  case unreachable(Quoted)
  case leadsNowhere(Quoted)
  case endLeadsOn(Quoted)

  package var code: String {
    switch self {
    case .sameStep, .sameProcess: "process.duplicate"
    case .unknownTarget: "process.target"
    case .unknownLane: "process.lane"
    case .noStart: "process.start"
    case .unreachable: "process.unreachable"
    case .leadsNowhere, .endLeadsOn: "process.end"
    }
  }

  package var severity: Severity {
    switch self {
    case .sameStep, .sameProcess, .unknownTarget: .error
    default: .warning
    }
  }

  package var message: String {
    switch self {
    case .sameStep(let id, let line): "the step \(id) stands twice, first in line \(line); give one of them another id"
    case .sameProcess(let id, let path): "the process \(id) is also that of \(path); give one of them another id"
    case .unknownTarget(let id, let nearest):
      "no step has the id \(id); \(proposal(nearest, else: "add it, or correct the way"))"
    case .unknownLane(let lane, let nearest): "lanes has no \(lane); \(proposal(nearest, else: "add it there"))"
    case .noStart: "no step is the start; write kind: start at the first"
    case .unreachable(let id):
      "no way leads from the start to the step \(id); add one to another step's next, or delete it"
    case .leadsNowhere(let id): "the step \(id) leads nowhere; add next, or write kind: end"
    case .endLeadsOn(let id): "the step \(id) is an end and leads on; delete next, or write another kind"
    }
  }
}
