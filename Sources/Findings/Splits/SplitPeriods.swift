package import Complaints

/// The figures of the cases under one key of a dimension, period by period.
package struct SplitPeriods: Sendable {
  package let key: String
  /// Only periods in which a figure is known and not 0: most words of a ledger occur in few of its months.
  package let periods: [(period: Period, values: [Double?])]
}

extension Findings {
  /// Every key of a dimension that has cases, with its figures in the periods of a kind.
  ///
  /// - Complexity: O(*cases* + *keys* × *periods*).
  package func splitPeriods(by dimension: Dimension, _ kind: PeriodKind) -> [SplitPeriods] {
    splitPeriods(by: dimension, monthColumns([kind], caseAmounts())).first ?? []
  }

  /// What each case adds by its number, but for its limits; the same for all dimensions.
  func caseAmounts() -> [Amounts] { cases.indices.map { Amounts(cases[$0], details[$0]) } }

  /// What a case adds to which month, which is the same for all dimensions.
  ///
  /// - Parameters:
  ///   - kinds: Of periods of whole months.
  ///   - amounts: As `caseAmounts` says.
  func monthColumns(_ kinds: [PeriodKind], _ amounts: [Amounts]) -> MonthColumns {
    MonthColumns(facts, sorted, amounts: amounts, months: months(of: kinds), kinds.map(periods), asOf: asOf)
  }

  /// The same in the periods of each kind.
  func splitPeriods(by dimension: Dimension, _ columns: MonthColumns) -> [[SplitPeriods]] {
    let axis = axis(dimension)
    let rows = PartRows(axis)
    var hasCases = [Bool](repeating: false, count: axis.entries.count)
    for entry in axis.seats { hasCases[Int(entry)] = true }
    var split = [[SplitPeriods]](repeating: [], count: columns.spans.count)
    // Sums of many keys at a time, and yet not of a hundred thousand: they stand side by side in memory.
    for entries in rows.runs(of: axis.entries.indices, most: max(1, Self.mostCells / max(1, columns.months))) {
      let sums = SplitSums(axis, rows, entries, columns)
      for entry in entries where hasCases[entry] {
        let key = axis.entries[entry].key
        let shipped = dimension == .product ? exposure.of(product: key) : Exposure.Shipped()
        for kind in split.indices {
          split[kind].append(SplitPeriods(key: key, periods: sums.periods(of: entry, kind, shipped: shipped)))
        }
      }
    }
    return split
  }

  /// Seven megabytes.
  private static let mostCells = 65_536

  /// The months of all periods of some kinds, without gaps; a quarter or a year may have begun before the first case.
  private func months(of kinds: [PeriodKind]) -> [Period] {
    guard let first = kinds.compactMap({ periods($0).first?.period.first }).min() else { return [] }
    var months = [Period(.month, containing: first)]
    while let next = months.last?.next, next.first <= asOf { months.append(next) }
    return months
  }
}
