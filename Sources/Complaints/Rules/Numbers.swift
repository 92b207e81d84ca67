/// The number of a case is not the one it should have.
package enum NumberProblem: RuleFacts {
  case pattern(id: String, pattern: String, example: String)
  /// The month of the number, and that of the registration, each as 2026-10.
  case month(id: String, String, registered: String)
  /// The numbers that are missing before this one.
  case gap(first: String, last: String)

  package static let codes = ["number.gap", "number.month", "number.pattern"]

  package var code: String {
    switch self {
    case .pattern: "number.pattern"
    case .month: "number.month"
    case .gap: "number.gap"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .pattern(let id, let pattern, let example):
      "the id '\(id)' does not fit the numbering \(pattern); write it like \(example)"
    case .month(let id, let month, let registered):
      "the id '\(id)' is of \(month), but the case was registered in \(registered); give it a number of that month"
    case .gap(let first, let last) where first == last:
      "the number \(first) is missing before this one; add that case, with status void if it is not used"
    case .gap(let first, let last):
      "the numbers \(first) to \(last) are missing before this one; add those cases, with status void if they are not used"
    }
  }
}

/// Numbers fit the site's pattern, are of the month of registration, and leave none out.
///
/// - Parameter rejected: Ids that are in use by files that are not among `cases`.
package func checkNumbers(_ cases: [CaseFile], rejected: [String] = [], settings: Settings) -> [Diagnostic] {
  guard let numbering = settings.numbering.flatMap(Numbering.init) else { return [] }
  let own = cases.compactMap { checkNumber(of: $0, numbering)?.diagnostic(in: $0.path, settings: settings) }
  return (own + checkGaps(in: cases, rejected: rejected, settings: settings)).sorted()
}

/// The number of a case fits the site's pattern, and is of the month of registration.
func checkNumber(of file: CaseFile, _ numbering: Numbering) -> Finding? {
  guard let problem = problem(file.complaint, numbering.number(file.complaint.id), numbering) else { return nil }
  return file.record["id"].map { Finding(.number(problem), at: $0.mark) }
}

/// The numbers of all cases leave none out; sorted.
///
/// Nothing but ids is looked at, of cases before which none is missing.
func checkGaps(in cases: [CaseFile], rejected: [String], settings: Settings) -> [Diagnostic] {
  guard let numbering = settings.numbering.flatMap(Numbering.init) else { return [] }
  var findings: [(file: Int, finding: Finding)] = []
  var used: [UsedNumber] = rejected.compactMap { numbering.number($0).map { UsedNumber(number: $0, file: nil) } }
  for (index, file) in cases.enumerated() {
    if let number = numbering.number(file.complaint.id) { used.append(UsedNumber(number: number, file: index)) }
  }
  used.sort { $0.order < $1.order }
  for (index, next) in used.enumerated() {
    let former = index > 0 && used[index - 1].isOfTheSameMonth(as: next) ? used[index - 1].number.serial : 0
    guard next.number.serial > former + 1, let file = next.file, let mark = cases[file].record["id"]?.mark else {
      continue
    }
    let day = next.day(or: cases[file].complaint.received.day)
    let gap = NumberProblem.gap(
      first: numbering.text(on: day, serial: former + 1), last: numbering.text(on: day, serial: next.number.serial - 1))
    findings.append((file, Finding(.number(gap), at: mark)))
  }
  return findings.compactMap { $0.finding.diagnostic(in: cases[$0.file].path, settings: settings) }.sorted()
}

/// A number that a file has; `nil` for a file that could not be read.
private struct UsedNumber {
  let number: Numbering.Number
  let file: Int?

  var order: (Int, Int, Int) { (number.year ?? 0, number.month ?? 0, number.serial) }

  func isOfTheSameMonth(as other: UsedNumber) -> Bool {
    number.year == other.number.year && number.month == other.number.month
  }

  /// A day of its year and month; what the number does not say is taken from another day.
  func day(or day: Day) -> Day {
    Day(year: number.year ?? day.year, month: number.month ?? day.month, day: number.day ?? 1) ?? day
  }
}

/// The month of a number is that of the registration. Where no event tells when that was, it is only known to be no
/// earlier than the receipt: a complaint of the last of a month may be registered in the next.
private func problem(_ complaint: Complaint, _ number: Numbering.Number?, _ numbering: Numbering) -> NumberProblem? {
  let event = complaint.events.first { $0.stage == "registered" && $0.at != nil }?.at
  let registered = Period(.month, containing: (event ?? complaint.received).day)
  guard let number else {
    let example = numbering.text(on: registered.first, serial: 1)
    return .pattern(id: complaint.id, pattern: numbering.pattern, example: example)
  }
  guard let year = number.year, let day = Day(year: year, month: number.month ?? registered.first.month, day: 1) else {
    return nil
  }
  let month = Period(.month, containing: day)
  if month == registered || event == nil && month > registered { return nil }
  return .month(id: complaint.id, "\(month)", registered: "\(registered)")
}
