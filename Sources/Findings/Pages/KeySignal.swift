package import Complaints
package import Statistics

/// A key of a dimension of which a month received more cases than it should.
package struct KeySignal: Hashable, Sendable {
  package let dimension: Dimension
  package let key, label: String
  package let month: Period
  /// Cases received in the month, each whole, and in the months before it together.
  package let count, former: Int
  /// The months before it.
  package let months: Int
  /// Of the key's c chart over all these months.
  package let limits: ControlLimits
  /// How probable so many are if nothing changed; see `probabilityOfRise`.
  package let probability: Double
  /// Whether the month received more under this key than under any other, and no month before it did.
  package let isNewLeader: Bool
}

/// All keys of a month looked at together.
package struct KeyLooks: Sendable {
  /// How many keys were looked at: those with a case in any of the months.
  package let looks: Int
  /// What a probability must not exceed to be called a signal.
  package let threshold: Double
  /// The most improbable first, ties by dimension and key.
  package let signals: [KeySignal]

  /// The share of months in which chance alone is allowed to make any signal among all keys.
  static let alarmRate = 0.02
}

extension Findings {
  /// The dimensions whose keys are looked at each month.
  static let watched: [Dimension] = [.category, .product, .department]

  /// Which categories, products and departments a month received unusually many cases of; `nil` before 12 complete
  /// months, for a month in course, and outside of the ledger.
  ///
  /// Many keys are looked at every month, so each must be improbable enough for all (Bonferroni): its probability at
  /// most 0.02 ÷ the number of keys, and its count above the upper limit of its own c chart. A category of which a
  /// subcategory is a signal is none itself.
  package func keyLooks(in month: Period) -> KeyLooks? {
    let months = periods(.month)
    guard let place = months.firstIndex(where: { $0.period == month }), place >= 11, !months[place].isRunning
    else { return nil }
    var looks = 0
    var signals: [KeySignal] = []
    for dimension in Self.watched {
      let (axis, series) = (axis(dimension), series(of: dimension))
      let leaders = leaders(axis, series, through: place)
      for entry in axis.entries.indices where !axis.entries[entry].key.isEmpty {
        let counts = series[entry].prefix(place + 1)
        let total = counts.reduce(0) { $0 + Int($1) }
        guard total > 0 else { continue }
        looks += 1
        let count = Int(counts.last ?? 0)
        let mean = Double(total) / Double(place + 1)
        guard Double(count) > mean + 3 * mean.squareRoot() else { continue }
        signals.append(
          KeySignal(
            dimension: dimension, key: axis.entries[entry].key, label: axis.entries[entry].label, month: month,
            count: count, former: total - count, months: place,
            limits: ControlLimits(countsWithMean: mean),
            probability: probabilityOfRise(to: count, after: total - count, in: place),
            isNewLeader: leaders.last == entry && !leaders.dropLast().contains(entry)))
      }
    }
    let threshold = KeyLooks.alarmRate / Double(max(looks, 1))
    let improbable = signals.filter { $0.probability <= threshold }
    let told = improbable.filter { one in
      !improbable.contains {
        $0.dimension == .category && one.dimension == .category && $0.key.hasPrefix(one.key + "/")
      }
    }
    return KeyLooks(
      looks: looks, threshold: threshold,
      signals: told.sorted { one, other in
        one.probability != other.probability
          ? one.probability < other.probability
          : (one.dimension.rawValue, one.key) < (other.dimension.rawValue, other.key)
      })
  }

  /// The entry at the top of a Pareto chart in each month, among those without a parent; `nil` where two share it.
  private func leaders(_ axis: Axis, _ series: KeySeries, through last: Int) -> [Int?] {
    (0...last).map { month in
      var (best, leader, isShared) = (Int32(0), Int?.none, false)
      for entry in axis.entries.indices where axis.entries[entry].parent == nil && !axis.entries[entry].key.isEmpty {
        let counts = series[entry]
        let count = counts[counts.startIndex + month]
        if count > best { (best, leader, isShared) = (count, entry, false) } else if count == best { isShared = true }
      }
      return isShared ? nil : leader
    }
  }

  /// The cases behind a signal.
  package func cases(behind signal: KeySignal) -> CaseSet {
    let axis = axis(signal.dimension)
    guard let place = axis.place(of: signal.key) else { return CaseSet([]) }
    return timeline.received(in: signal.month.days).only { axis.holds($0, under: place) }
  }
}
