/// The shares of responsibility do not make a whole, or are told in two ways.
package enum SharesProblem: RuleFacts {
  /// In hundredths of a percent.
  case sum(Int)
  /// Some of the departments have a share, others have none.
  case missing(Int, of: Int)
  /// The case's own list is not what the last attribution decided.
  case attributed

  package static let codes = ["departments.attributed", "shares.sum"]

  package var code: String {
    switch self {
    case .sum, .missing: "shares.sum"
    case .attributed: "departments.attributed"
    }
  }

  package var severity: Severity {
    if case .attributed = self { .warning } else { .error }
  }

  package var message: String {
    switch self {
    case .sum(let hundredths):
      "the shares of the departments add up to \(percent(hundredths))%; correct them until they make 100%"
    case .missing(let count, let all):
      "\(count) of the \(all) departments \(count == 1 ? "has" : "have") no share; give every department its share, or none"
    case .attributed:
      "departments differ from those of the last attributed event; write the same departments and shares in both"
    }
  }
}

/// The shares of every list make 100%, and the case's own list is the last that was attributed.
func checkShares(_ checked: CaseUnderCheck) -> [Finding] {
  var findings: [Finding] = []
  let own = checked.record.mark(at: At.departments)
  if let own, let problem = problem(checked.complaint.departments) {
    findings.append(Finding(.shares(problem), at: own))
  }
  if checked.complaint.events.contains(where: { problem($0.departments) != nil }) {
    findings += checked.placedEvents.compactMap { placed in
      problem(placed.event.departments).map { Finding(.shares($0), at: placed.mark(of: "departments")) }
    }
  }
  let attributed = checked.complaint.events.last {
    $0.stage == "attributed" && $0.isDone && !$0.departments.isEmpty && $0.at != nil
  }
  if let own, let attributed, !areEqual(checked.complaint.departments, attributed.departments) {
    findings.append(Finding(.shares(.attributed), at: own))
  }
  return findings
}

/// Each share is exact to 0.01, so that the sum may miss 100% by that much for each department.
private func problem(_ shares: [Complaint.Share]) -> SharesProblem? {
  if shares.isEmpty { return nil }
  let written = shares.compactMap(\.written)
  if written.isEmpty { return nil }
  if written.count < shares.count { return .missing(shares.count - written.count, of: shares.count) }
  let sum = written.reduce(0, +)
  return abs(sum - 10_000) > shares.count ? .sum(sum) : nil
}

/// Whether two lists name the same departments with the same shares, in any order; equal parts written out may be
/// rounded to 0.01.
private func areEqual(_ one: [Complaint.Share], _ other: [Complaint.Share]) -> Bool {
  let (one, other) = (one.sorted { $0.department < $1.department }, other.sorted { $0.department < $1.department })
  return one.count == other.count
    && zip(one, other).allSatisfy { $0.department == $1.department && abs($0.fraction - $1.fraction) < 0.000_101 }
}
