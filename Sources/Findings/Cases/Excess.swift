import Complaints

/// The amounts that figures add up over cases. Each amount is small enough to be read, but many may be too much.
private enum AddedAmount: CaseIterable {
  case lots, defective, inspected, costs, deductions, recovered

  /// The key of a case file under which it stands, and that of the amount itself.
  var field: (key: String, path: String) {
    switch self {
    case .lots: ("product", "product.lots")
    case .defective: ("product", "product.defective")
    case .inspected: ("product", "product.inspected")
    case .costs: ("costs", "costs")
    case .deductions: ("deductions", "deductions.amount")
    case .recovered: ("supplier", "supplier.recovered")
    }
  }

  /// What a case adds, in the unit of its sums; at most what an `Int` holds.
  func of(_ number: Int, in facts: CaseFacts) -> Int {
    switch self {
    case .lots: facts.cases[number].lots
    case .defective: facts.cases[number].defective.millionths
    case .inspected: facts.cases[number].inspected.millionths
    case .costs: facts.costs[number].reduce(Money.zero) { $0.addingSaturated($1.amount) }.cents
    case .deductions: facts.details[number].deductions.total.cents
    case .recovered: facts.cases[number].recovered?.cents ?? 0
    }
  }
}

extension CaseFacts {
  /// The first amount of which the cases together have more than can be added up exactly, at the case that has most.
  ///
  /// Where there is none, every sum over any of the cases fits, whatever figure it belongs to.
  /// - Complexity: O(*cases*).
  func excess(in ledger: Ledger) -> Diagnostic? {
    for amount in AddedAmount.allCases {
      var (sum, fits, largest) = (0, true, (number: 0, amount: 0))
      for number in cases.indices {
        let own = amount.of(number, in: self)
        let (next, isTooMuch) = sum.addingReportingOverflow(own)
        // The largest integer stands for what had no room in a case with its appeals.
        (sum, fits) = (next, fits && !isTooMuch && own < .max)
        if own > largest.amount { largest = (number, own) }
      }
      if fits { continue }
      let file = ledger.cases[cases[largest.number].place]
      let (key, path) = amount.field
      let mark = file.record.mark(key) ?? Mark(line: 1, column: 1)
      return Diagnostic(.value(.sum(CaseSchema.schema.name(path))), at: mark.place(in: file.path))
    }
    return nil
  }
}
