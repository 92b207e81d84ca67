/// Returns the candidate that takes the fewest single edits to become `name`; of equally near ones the first in the
/// order of their scalars; `nil` only if there are no candidates.
func nearest(to name: String, among candidates: [String]) -> String? {
  let target = Array(name.unicodeScalars)
  let ranked = candidates.map { (editDistance(target, Array($0.unicodeScalars)), $0) }
  return ranked.min { $0 < $1 }?.1
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two texts, in scalars.
///
/// - Note: Optimal string alignment; Damerau, "A technique for computer detection and correction of spelling errors",
///   Communications of the ACM 7 (1964).
func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
      var least = min(replaced, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        least = min(least, before[column - 1] + 1)
      }
      current.append(least)
    }
    before = previous
    previous = current
  }
  return previous[right.count]
}
