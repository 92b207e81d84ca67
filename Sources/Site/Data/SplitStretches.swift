/// When the public may know how the cases received in a period share out among the keys of a dimension.
///
/// The same keys are shown at all times, and their stretches are the same for all, made of whole stretches of what was
/// received. In each, every key and what is left beside them reach the minimum; so whatever is worked out from the
/// periods, with the totals of the whole ledger, is a sum of such cells, and every other cell lies in a table whose
/// margins are all above zero, which leaves it open (a transportation table has then a solution on either side of it).
struct SplitStretches: Hashable, Sendable {
  private let shown: Set<String>
  private let stretches: Stretches

  /// - Parameters:
  ///   - keys: With what was received by month, the most frequent first; a key with which the ledger could no longer be
  ///     cut anywhere, or not where a year ends, is given up.
  ///   - all: What was received by month under any key.
  init(
    keys: [(key: String, months: [Int])], all: [Int], minimum: Int, within boundaries: [Bool], preferring ends: [[Int]]
  ) {
    let total = all.reduce(0, +)
    var shown: [(key: String, months: [Int])] = []
    var stretches = Stretches(within: boundaries) { _, _ in false }
    for key in keys {
      let kept = shown + [key]
      // Where a key that has cases is withheld or given up, what is left is a cell too.
      let hasRest = kept.reduce(0) { $0 + $1.months.reduce(0, +) } < total
      let cut = Stretches(within: boundaries, preferring: ends) { from, to in
        let counts = kept.map { $0.months[from..<to].reduce(0, +) }
        let rest = all[from..<to].reduce(0, +) - counts.reduce(0, +)
        return counts.allSatisfy { $0 >= minimum } && (!hasRest || rest >= minimum)
      }
      let losesYear = ends.first?.contains { stretches.isKnot(at: $0) && !cut.isKnot(at: $0) } ?? false
      guard cut.boundaries.count(where: { $0 }) > 2, !losesYear else { continue }
      shown = kept
      stretches = cut
    }
    self.shown = Set(shown.map(\.key))
    self.stretches = stretches
  }

  /// The keys that may be known of the months between two boundaries.
  func keys(from: Int, to: Int) -> Set<String> { stretches.shows(from: from, to: to) ? shown : [] }
}
