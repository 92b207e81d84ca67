/// The ledger's months cut into stretches, each of which may be known; a month alone, or several that stay together.
///
/// Whatever can be worked out from the periods that are shown is a sum of whole stretches.
struct Stretches: Hashable, Sendable {
  /// For each boundary between months, the first and the last included, whether a stretch may begin or end there.
  private let isKnot: [Bool]

  /// - Parameters:
  ///   - allowed: The boundaries that may be knots: those of the figure of which this one counts a part.
  ///   - preferred: Boundaries to try before the others, the most wanted ones first: ends of years, of quarters.
  ///   - fits: Whether the stretch between two boundaries may be known.
  init(within allowed: [Bool], preferring preferred: [[Int]] = [], fits: (_ from: Int, _ to: Int) -> Bool) {
    let end = allowed.count - 1
    var isKnot = [Bool](repeating: false, count: allowed.count)
    // Where the whole may not be known, no part may: the figure is withheld altogether.
    if end > 0, allowed[0], allowed[end], fits(0, end) {
      var knots = [0, end]
      for tier in preferred + [Array(allowed.indices)] {
        let candidates = tier.filter { allowed[$0] }
        knots =
          zip(knots, knots.dropFirst()).flatMap { from, to in
            Self.cut(from, to, at: candidates.filter { from < $0 && $0 < to }, fits: fits)
          } + [end]
      }
      for knot in knots { isKnot[knot] = true }
    }
    self.isKnot = isKnot
  }

  /// The beginnings of the stretches of a span; what is left over at its end joins the stretch before it.
  private static func cut(_ from: Int, _ to: Int, at candidates: [Int], fits: (Int, Int) -> Bool) -> [Int] {
    var knots = [from]
    for candidate in candidates where fits(knots[knots.count - 1], candidate) { knots.append(candidate) }
    while knots.count > 1, !fits(knots[knots.count - 1], to) { knots.removeLast() }
    return knots
  }

  var boundaries: [Bool] { isKnot }

  /// Whether the months between two boundaries are a sum of whole stretches.
  func shows(from: Int, to: Int) -> Bool {
    from < to && isKnot.indices.contains(from) && isKnot.indices.contains(to) && isKnot[from] && isKnot[to]
  }

  func isKnot(at boundary: Int) -> Bool { isKnot.indices.contains(boundary) && isKnot[boundary] }
}
