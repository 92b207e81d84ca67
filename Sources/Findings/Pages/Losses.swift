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
  /// The cases with any of these amounts, the dearest first, ties in the order given.
  package let cases: CaseSet
}

extension Findings {
  /// Whether a case cost something, or a supplier paid for it.
  package func hasLoss(_ number: Int) -> Bool { !cases[number].costs.isEmpty || recovered(number) != nil }

  /// What a supplier paid back.
  package func recovered(_ number: Int) -> Money? { file(number).record.map("supplier")?.money("recovered") }

  /// The losses of some cases, their appeals' costs included; for a period, of the cases closed in it.
  package func losses(of set: CaseSet) -> Losses {
    var sums: [String: Money] = [:]
    var recovered = Money.zero
    var numbers: [Int] = []
    for number in set {
      for cost in cases[number].costs { sums[cost.kind, default: .zero] += cost.amount }
      let back = self.recovered(number)
      if let back { recovered += back }
      if back != nil || !cases[number].costs.isEmpty { numbers.append(number) }
    }
    let kinds = CaseSchema.costs.fields.compactMap { field in
      field.key == "claim" ? nil : sums[field.key].map { Complaint.Cost(kind: field.key, amount: $0) }
    }
    let dearest = numbers.map { (number: $0, cost: cases[$0].cost) }.enumerated().sorted { one, other in
      let (a, b) = (one.element.cost, other.element.cost)
      return a != b ? a > b : one.offset < other.offset
    }
    return Losses(
      kinds: kinds, total: kinds.reduce(.zero) { $0 + $1.amount }, claimed: sums["claim"] ?? .zero,
      recovered: recovered, cases: CaseSet(dearest.map(\.element.number)))
  }
}
