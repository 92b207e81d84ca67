/// The known word that is nearest to an unknown one, where a slip of the finger explains the difference.
///
/// - Returns: `nil` if more than about a third of the letters differ; of words equally near, the first.
func nearest(to word: String, among known: [String]) -> String? {
  let letters = Array(word.lowercased().unicodeScalars)
  // Far longer than any word known here; comparing would only cost time.
  guard !letters.isEmpty, letters.count <= 64 else { return nil }
  var best: (word: String, distance: Int)?
  for candidate in known {
    let other = Array(candidate.lowercased().unicodeScalars)
    let most = max(1, (max(letters.count, other.count) + 1) / 3)
    guard abs(letters.count - other.count) <= most, other.count > 1 else { continue }
    let distance = distance(letters, other)
    if distance <= most, distance < best?.distance ?? .max, distance < other.count { best = (candidate, distance) }
  }
  return best?.word
}

/// Letters to insert, delete, replace or exchange with a neighbour (optimal string alignment).
private func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
  var (before, row) = ([Int](), Array(0...other.count))
  for (i, a) in one.enumerated() {
    var next = [i + 1]
    next.reserveCapacity(other.count + 1)
    for (j, b) in other.enumerated() {
      var cost = min(row[j] + (a == b ? 0 : 1), row[j + 1] + 1, next[j] + 1)
      if i > 0, j > 0, a == other[j - 1], one[i - 1] == b { cost = min(cost, before[j - 1] + 1) }
      next.append(cost)
    }
    (before, row) = (row, next)
  }
  return row[other.count]
}
