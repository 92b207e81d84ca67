/// A pause of the clocks cannot be.
package enum PauseProblem: RuleFacts {
  /// It ends before it begins, and so pauses nothing.
  case order(from: Moment, to: Moment)

  package static let codes = ["pause.order"]

  package var code: String { "pause.order" }
  package var severity: Severity { .warning }
  package var message: String {
    switch self {
    case .order(let from, let to):
      "the pause ends at \(to), before it begins at \(from), and stops no clock; correct one of the two times"
    }
  }
}

/// A pause begins before it ends.
func checkPauses(_ checked: CaseUnderCheck) -> [Finding] {
  guard !checked.complaint.pauses.isEmpty else { return [] }
  return checked.record.maps(at: At.paused).compactMap { pause in
    guard let from = pause.moment("from"), let (to, mark) = pause.placedMoment("to"), from.isAfter(to) else {
      return nil
    }
    return Finding(.pause(.order(from: from, to: to)), at: mark)
  }
}
