/// The status of a case and its times contradict each other.
package enum StatusProblem: RuleFacts {
  /// Closed, with no time of it.
  case closedWithoutTime
  /// Closed, but reopened after the last closing.
  case reopened(Moment)
  /// Another status, although the case was closed.
  case closedAlready(Moment, status: Complaint.Status)

  package static let codes = ["status.times"]

  package var code: String { "status.times" }
  package var severity: Severity { .error }
  package var message: String {
    switch self {
    case .closedWithoutTime: "status is closed, but nothing says when; add closed: with the time"
    case .reopened(let time):
      "status is closed, but the case was reopened at \(time) and not closed after that; write in_progress, or add the new closing"
    case .closedAlready(let time, let status):
      "status is \(status.rawValue), but the case was closed at \(time); write closed, or add when it was reopened after that"
    }
  }
}

/// As written, status and times must agree. A void number, or a case that gives no status, contradicts nothing.
func checkStatus(_ checked: CaseUnderCheck) -> [Finding] {
  guard let status = checked.complaint.writtenStatus, let mark = checked.record.mark(at: At.status) else { return [] }
  let problem: StatusProblem? =
    switch (status, checked.history.closed) {
    case (.void, _), (.closed, .some),
      (_, nil) where status != .closed:
      nil
    case (.closed, nil) where checked.history.first("closed") == nil: .closedWithoutTime
    case (.closed, nil): checked.history.reopened.last.map { .reopened($0) }
    case (_, let time?): .closedAlready(time, status: status)
    case (_, nil): nil
    }
  return problem.map { [Finding(.status($0), at: mark)] } ?? []
}
