import Findings

/// Which keys of a dimension may be known, level by level of its tree.
///
/// A key is withheld if one of its counts is below the minimum. Of those withheld under one parent the sum can be worked
/// out; so more keys are withheld, the smallest first, until each of these sums reaches the minimum and at least two
/// keys with cases are among them. What stands below a withheld key is withheld.
struct KeySuppression {
  private let minimum: Int
  /// Counts that add up to a known whole, for each key.
  private let counts: [[Int]]
  private let children: [[Int]]
  private(set) var shown: [Bool]

  /// - Parameters:
  ///   - parents: The place of the key above each; `nil` at the top.
  ///   - allowed: Keys that may be shown at all.
  ///   - whole: The counts of all keys together, where it is known; `nil` withholds everything.
  init(minimum: Int, parents: [Int?], counts: [[Int]], allowed: [Bool], whole: [Int]?) {
    var children = [[Int]](repeating: [], count: parents.count)
    var top: [Int] = []
    for (place, parent) in parents.enumerated() {
      if let parent { children[parent].append(place) } else { top.append(place) }
    }
    self.minimum = minimum
    self.counts = counts
    self.children = children
    shown = [Bool](repeating: false, count: parents.count)
    if let whole, whole.allSatisfy({ $0 >= minimum }) { solve(top, of: whole, allowed: allowed) }
  }

  private mutating func solve(_ group: [Int], of whole: [Int], allowed: [Bool]) {
    guard !group.isEmpty else { return }
    // What stands at the parent itself is a part that no row shows.
    let rest = whole.indices.map { part in max(0, whole[part] - group.reduce(0) { $0 + counts[$1][part] }) }
    var kept = group.filter { place in allowed[place] && counts[place].allSatisfy { $0 >= minimum } }
    var withheld = group.filter { !kept.contains($0) }.map { counts[$0] }
    if rest.contains(where: { $0 > 0 }) { withheld.append(rest) }
    let isLoneRest = withheld.count == 1 && kept.count == group.count && rest.allSatisfy { $0 == 0 || $0 >= minimum }
    if !isLoneRest {
      // The smallest go first; of equals the later, so that the order is always the same.
      while !withheld.isEmpty, !isProtected(withheld),
        let next = kept.indices.min(by: { size(kept[$0]) <= size(kept[$1]) })
      {
        withheld.append(counts[kept.remove(at: next)])
      }
    }
    for place in kept {
      shown[place] = true
      solve(children[place], of: counts[place], allowed: allowed)
    }
  }

  private func size(_ place: Int) -> Int { counts[place].reduce(0, +) }

  /// Whether neither the sum of what is withheld nor a part of it can be told from what is shown.
  private func isProtected(_ withheld: [[Int]]) -> Bool {
    let sums = withheld[0].indices.map { part in withheld.reduce(0) { $0 + $1[part] } }
    let filled = withheld.count { $0.contains { $0 > 0 } }
    let hasSmall = withheld.contains { $0.contains { $0 > 0 && $0 < minimum } }
    return sums.allSatisfy { $0 >= minimum } && withheld.count >= 2 && (filled >= 2 || !hasSmall)
  }
}
