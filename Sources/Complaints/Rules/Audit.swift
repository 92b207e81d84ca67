extension Ledger {
  /// The ledger with every rule applied as of a day: cases that a rule finds in error join the rejected ones.
  ///
  /// - Parameters:
  ///   - content: The path of the content folder, for the places of rules and calendars.
  ///   - jobs: How many threads check cases; the result does not depend on it.
  package func audited(asOf day: Day, content: String, jobs: Int = 1) -> Ledger {
    let files = cases + damaged
    let index = LedgerIndex(files, rejected: rejectedIDs, workflows: workflows, attachments: attachments)
    let grounds = Grounds(settings, among: index, asOf: day)
    let audits = inParallel(files.count, jobs: jobs) { CaseAudit(files[$0], on: grounds) }
    // A case in error stands in no figure, and needs no calendar.
    let missing = audits.prefix(cases.count).reduce(into: Set<MissingYear>()) { $0.formUnion($1.missingYears) }
    var found = audits.flatMap(\.found)
    found += checkNumbers(cases, rejected: rejectedIDs, settings: settings)
    found += checkImprovements(among: index)
    found += checkCalendar(
      missing: missing, asOf: day, settings: settings, sitePath: content + "/site.yaml",
      calendarFolder: content + "/calendar")
    return found.isEmpty ? self : audited(finding: found)
  }

  /// The ledger with what the rules found; cases in which it is an error stand aside.
  private func audited(finding found: [Diagnostic]) -> Ledger {
    let inError = Set(found.filter { $0.severity == .error }.map(\.place.path))
    let bad = inError.isEmpty ? [] : cases.filter { inError.contains($0.path) }
    let good = bad.isEmpty ? cases : cases.filter { !inError.contains($0.path) }
    return Ledger(
      settings: settings, cases: good, rejected: (rejected + bad.map(\.path)).sorted(),
      rejectedIDs: rejectedIDs + bad.map(\.complaint.id), damaged: damaged + bad, strays: strays, exposure: exposure,
      tallies: tallies,
      improvements: improvements, narratives: narratives, pages: pages, attachments: attachments, processes: processes,
      workflows: workflows,
      diagnostics: (diagnostics + found).sorted(), others: others)
  }
}

/// What the rules have to say of one case, from one look at it.
private struct CaseAudit: Sendable {
  /// In order of place.
  let found: [Diagnostic]
  /// The years without a calendar that its limits reach into.
  let missingYears: Set<MissingYear>

  init(_ file: CaseFile, on grounds: Grounds) {
    let checked = CaseUnderCheck(file, on: grounds)
    found = checkRules(of: file, checked)
    missingYears =
      grounds.reach.map {
        missingCalendarYears(of: checked.complaint, asOf: grounds.day, settings: grounds.settings, $0)
      } ?? []
  }
}
