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
  if let item = checked.record["return"], case .map(let goods) = item.value, goods["proof"] == nil,
    let received = goods["received"], goods.quantity("received").map({ $0.millionths > 0 }) ?? false
  {
    findings.append(Finding(.proof(.goods), at: received.mark))
  }
  guard checked.record["allowance_proof"] == nil else { return findings }
  if let costs = checked.record.map("costs"), let allowance = costs["allowance"],
    costs.money("allowance").map({ $0 > .zero }) ?? false
  {
    findings.append(Finding(.proof(.allowance), at: allowance.mark))
  } else if let solution = checked.record.map("solution"), let kind = solution["kind"],
    solution.text("kind") == "allowance", checked.history.closed != nil
  {
    findings.append(Finding(.proof(.allowance), at: kind.mark))
  }
  return findings
}
