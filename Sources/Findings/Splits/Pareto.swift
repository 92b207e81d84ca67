/// One bar of a Pareto chart.
package struct ParetoStep: Hashable, Sendable {
  package let figures: DimensionFigures
  /// The share of this bar and all before it, as a fraction of the bars' sum; `nil` over zero.
  package let cumulative: Double?
}

extension Findings {
  /// Siblings of a dimension from the most cases to the fewest, ties by key; cases without a value stand last.
  ///
  /// - Parameters:
  ///   - set: The cases to split; all if `nil`.
  ///   - parent: The path whose children are compared; `nil` for the top.
  /// - Returns: Only keys that have a case.
  package func pareto(_ set: CaseSet? = nil, by dimension: Dimension, under parent: String? = nil) -> [ParetoStep] {
    let bars = split(set ?? timeline.members, by: dimension).filter { $0.parent == parent && $0.received > 0 }
      .sorted { one, other in
        if one.key.isEmpty != other.key.isEmpty { return other.key.isEmpty }
        return one.received != other.received ? one.received > other.received : one.key < other.key
      }
    let total = bars.reduce(0) { $0 + $1.received }
    var sum = 0.0
    return bars.map { bar in
      sum += bar.received
      return ParetoStep(figures: bar, cumulative: total > 0 ? sum / total : nil)
    }
  }
}
