/// A case as the rules look at it: its facts, and where each of its events stands in the file.
struct CaseUnderCheck {
  let complaint: Complaint
  let record: Record
  /// All that had happened, as written.
  let history: History

  init(_ file: CaseFile) {
    complaint = file.complaint.atHand()
    record = file.record
    history = History(of: complaint)
  }

  /// The events as written, in the order of the file, with the places of their times and of their departments; the short
  /// fields are not among them. Asked for only where something is wrong, since most cases are not.
  var placedEvents: [(event: Event, at: Mark, departments: Mark)] {
    record.list("events").compactMap { item in
      guard case .map(let record) = item.value else { return nil }
      return (Event(record), record["at"]?.mark ?? item.mark, record["departments"]?.mark ?? item.mark)
    }
  }
}

/// What a rule found, and where in the file.
struct Finding {
  let problem: RuleProblem
  let mark: Mark

  init(_ problem: RuleProblem, at mark: Mark) {
    self.problem = problem
    self.mark = mark
  }

  /// What is reported of it in a file; `nil` where the site turned the rule off.
  func diagnostic(in path: String, settings: Settings) -> Diagnostic? {
    let problem = Problem.rule(problem)
    return settings.severity(of: problem).map { Diagnostic(problem, at: mark.place(in: path), severity: $0) }
  }
}
