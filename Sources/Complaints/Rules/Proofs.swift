/// The paper is missing without which the books take no return and no allowance.
package enum ProofProblem: RuleFacts {
  case goods
  case allowance

  package static let codes = ["allowance.proof", "return.proof"]

  package var code: String {
    switch self {
    case .goods: "return.proof"
    case .allowance: "allowance.proof"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .goods:
      "goods came back without a proof; add proof: original_invoice, annotated_copy or return_certificate"
    case .allowance:
      "an allowance was granted without a proof; add allowance_proof: annotated_copy or allowance_certificate"
    }
  }
}

/// Goods that came back have one of three proofs, an allowance one of two.
func checkProofs(_ checked: CaseUnderCheck) -> [Finding] {
  var findings: [Finding] = []
  let record = checked.record
  if let goods = record.map(at: At.returned), !goods.has("proof"), let mark = goods.mark("received"),
    goods.quantity("received").map({ $0.millionths > 0 }) ?? false
  {
    findings.append(Finding(.proof(.goods), at: mark))
  }
  guard !record.has("allowance_proof") else { return findings }
  if let costs = record.map(at: At.costs), let mark = costs.mark("allowance"),
    costs.money("allowance").map({ $0 > .zero }) ?? false
  {
    findings.append(Finding(.proof(.allowance), at: mark))
  } else if checked.history.closed != nil, let solution = record.map(at: At.solution),
    let mark = solution.mark("kind"), solution.text("kind") == "allowance"
  {
    findings.append(Finding(.proof(.allowance), at: mark))
  }
  return findings
}
