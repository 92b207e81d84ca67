/// The ledger's months cut into stretches, each of which may be known; a month alone, or several that stay together.
///
/// Whatever can be worked out from the periods that are shown is a sum of whole stretches.
struct Stretches: Hashable, Sendable {
  /// For each boundary between months, the first and the last included, whether a stretch may begin or end there.
  private let isKnot: [Bool]

  /// - Parameters:
  ///   - allowed: The boundaries that may be knots: those of the figure of which this one counts a part.
  ///   - fits: Whether the stretch between two boundaries may be known.
  init(within allowed: [Bool], fits: (_ from: Int, _ to: Int) -> Bool) {
    var knots = allowed.first == true ? [0] : []
    for boundary in allowed.indices.dropFirst() where allowed[boundary] {
      if let last = knots.last, fits(last, boundary) { knots.append(boundary) }
    }
    let end = allowed.count - 1
    // What is left over at the end joins the stretch before it, so that it is not the rest of a known total.
    while let last = knots.last, last != end {
      if allowed[end], fits(last, end) { knots.append(end) } else { knots.removeLast() }
    }
    var isKnot = [Bool](repeating: false, count: allowed.count)
    // A lone boundary bounds nothing: the figure is withheld altogether.
    if knots.count > 1 { for knot in knots { isKnot[knot] = true } }
    self.isKnot = isKnot
  }

  var boundaries: [Bool] { isKnot }

  /// Whether the months between two boundaries are a sum of whole stretches.
  func shows(from: Int, to: Int) -> Bool {
    from < to && isKnot.indices.contains(from) && isKnot.indices.contains(to) && isKnot[from] && isKnot[to]
  }

  func isKnot(at boundary: Int) -> Bool { isKnot.indices.contains(boundary) && isKnot[boundary] }
}
