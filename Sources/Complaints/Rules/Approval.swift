/// The amount of a settlement was not approved by somebody who may.
package enum ApprovalProblem: RuleFacts {
  /// `needed` is the lowest rank that may approve the amount; `nil` where none of the ladder may.
  case belowRank(String, amount: Money, currency: String, needed: String?)
  case unknownRank(String, known: [String])
  /// An amount was settled, and nobody with a rank approved it.
  case missing(amount: Money, currency: String, needed: String?)

  package static let codes = ["approval.below_rank", "approval.missing", "approval.unknown_rank"]

  package var code: String {
    switch self {
    case .belowRank: "approval.below_rank"
    case .unknownRank: "approval.unknown_rank"
    case .missing: "approval.missing"
    }
  }

  package var severity: Severity {
    if case .missing = self { .warning } else { .error }
  }

  package var message: String {
    switch self {
    case .belowRank(let rank, let amount, let currency, let needed?):
      "\(rank) may not approve \(units(amount)) \(currency); \(needed) or a higher rank must"
    case .belowRank(let rank, let amount, let currency, nil):
      "\(rank) may not approve \(units(amount)) \(currency), nor may any rank in site.yaml; add one without up_to there"
    case .unknownRank(let rank, let known):
      "the rank '\(rank)' is not one of approval in site.yaml; write \(known.joined(separator: ", "))"
    case .missing(let amount, let currency, let needed):
      "\(units(amount)) \(currency) were settled without an approval; add approver_rank: \(needed ?? "…") or a higher one"
    }
  }

  private func units(_ amount: Money) -> String { "\(amount.cents / 100).\(padded(amount.cents % 100, 2))" }
}

/// The highest of those who approved the amount or the plan must be high enough for it; a ladder of no ranks asks nothing.
func checkApproval(_ checked: CaseUnderCheck, ladder: [ApprovalRank], currency: String) -> [Finding] {
  guard !ladder.isEmpty else { return [] }
  let ranks = approvers(checked.record)
  let known = ranks.compactMap { approver in
    ladder.firstIndex { $0.rank == approver.rank }.map { (height: $0, rank: approver.rank, mark: approver.mark) }
  }
  var findings = ranks.filter { approver in !ladder.contains { $0.rank == approver.rank } }.map { approver in
    Finding(.approval(.unknownRank(approver.rank, known: ladder.map(\.rank))), at: approver.mark)
  }
  guard let amount = amount(checked.record) else { return findings }
  let needed = ladder.firstIndex { $0.upTo.map { amount <= $0 } ?? true }
  guard let highest = known.max(by: { $0.height < $1.height }) else {
    if ranks.isEmpty, amount > .zero, checked.history.closed != nil, !checked.isVoid,
      let mark = checked.record.map("solution")?["amount"]?.mark
    {
      let rank = needed.map { ladder[$0].rank }
      findings.append(Finding(.approval(.missing(amount: amount, currency: currency, needed: rank)), at: mark))
    }
    return findings
  }
  if highest.height < needed ?? ladder.count {
    let rank = needed.map { ladder[$0].rank }
    let problem = ApprovalProblem.belowRank(highest.rank, amount: amount, currency: currency, needed: rank)
    findings.append(Finding(.approval(problem), at: highest.mark))
  }
  return findings
}

/// What the ladder is asked about: the amount of the solution, else what the customer gets as allowance, compensation
/// and for returned goods; `nil` where the case gives none of them.
private func amount(_ record: Record) -> Money? {
  if let amount = record.map("solution")?.money("amount") { return amount }
  guard let costs = record.map("costs") else { return nil }
  let settled = ["allowance", "compensation", "return_value"].compactMap(costs.money)
  return settled.isEmpty ? nil : settled.reduce(.zero, +)
}

private let ownRank = FieldPath.known("solution.approver_rank")
private let approvals = FieldPath.known("approvals.rank").indices[0]

/// The ranks of those who approved the settlement, with their places.
private func approvers(_ record: Record) -> [(rank: String, mark: Mark)] {
  var approvers: [(rank: String, mark: Mark)] = []
  record.read { (map: PackedMap) in
    map.each(at: ownRank) { rank, mark in
      if let rank = rank.text { approvers.append((rank, mark)) }
    }
    map.find(approvals)?.eachMap { approval in
      if let approver = approver(approval) { approvers.append(approver) }
    }
  }
  return approvers
}

/// Who agreed to the settlement; those who agreed to an 8D, to scrapping, to closing and the like follow other ranks.
private func approver(_ approval: PackedMap) -> (rank: String, mark: Mark)? {
  guard let (value, mark) = approval.placed(Approval.rank), let rank = value.text,
    approval.find(Approval.result)?.text == "agreed",
    !(approval.find(Approval.subject)?.withText(otherMatters.isAny) ?? false)
  else { return nil }
  return (rank, mark)
}

private enum Approval {
  static let (rank, result, subject) = (at("rank"), at("result"), at("subject"))

  private static func at(_ key: String) -> Int { FieldPath.known("approvals.\(key)").indices[1] }
}

private let otherMatters = WordList([
  "8d", "ecn", "ecr", "corrective", "preventive", "scrap", "closure", "deduction", "纠正", "预防", "对策", "报废", "关闭", "结案",
  "罚扣",
  "处分", "不成立",
])
