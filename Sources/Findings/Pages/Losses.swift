package import Complaints

/// What complaints cost, by kind.
package struct Losses: Hashable, Sendable {
  /// The kinds that occur, in the order of the costs map, without the claim.
  package let kinds: [Complaint.Cost]
  /// The external failure cost: all kinds, which is what `cost` counts.
  package let total: Money
  /// What customers asked for; no part of the total.
  package let claimed: Money
  /// What suppliers paid back; no part of the total.
  package let recovered: Money
}

extension Findings {
  /// The losses of some cases, their appeals' costs included; for a period, of the cases closed in it.
  ///
  /// - Complexity: O(*cases*).
  package func losses(of set: CaseSet) -> Losses {
    let fields = CaseSchema.costs.fields
    var sums = [Money?](repeating: nil, count: fields.count)
    var recovered = Money.zero
    for number in set {
      for cost in facts.costs[number] { sums[cost.kind] = (sums[cost.kind] ?? .zero) + cost.amount }
      if let back = cases[number].recovered { recovered += back }
    }
    let kinds = fields.indices.compactMap { kind in
      kind == FactField.claim ? nil : sums[kind].map { Complaint.Cost(kind: fields[kind].key, amount: $0) }
    }
    return Losses(
      kinds: kinds, total: kinds.reduce(.zero) { $0 + $1.amount }, claimed: sums[FactField.claim] ?? .zero,
      recovered: recovered)
  }

  /// Whether a case gives any amount: what it cost, what was claimed, what a supplier paid back.
  package func hasLosses(_ number: Int) -> Bool {
    cases[number].recovered != nil || !facts.costs.isEmpty(number)
  }
}
