extension Ledger {
  /// The ledger with every rule applied as of a day: cases that a rule finds in error join the rejected ones.
  ///
  /// - Parameters:
  ///   - content: The path of the content folder, for the places of rules and calendars.
  ///   - jobs: How many threads check cases; the result does not depend on it.
  package func audited(asOf day: Day, content: String, jobs: Int = 1) -> Ledger {
    var found = checkRules(
      cases, rejected: rejectedIDs, damaged: damaged, workflows: workflows, attachments: attachments,
      settings: settings, asOf: day, jobs: jobs)
    found += checkImprovements()
    found += calendarGaps(asOf: day, content: content, jobs: jobs)
    guard !found.isEmpty else { return self }
    let inError = Set(found.filter { $0.severity == .error }.map(\.place.path))
    let (bad, good) = (cases.filter { inError.contains($0.path) }, cases.filter { !inError.contains($0.path) })
    return Ledger(
      settings: settings, cases: good, rejected: (rejected + bad.map(\.path)).sorted(),
      rejectedIDs: rejectedIDs + bad.map(\.complaint.id), damaged: damaged + bad, exposure: exposure, tallies: tallies,
      improvements: improvements, narratives: narratives, pages: pages, attachments: attachments, processes: processes,
      workflows: workflows,
      diagnostics: (diagnostics + found).sorted(), others: others)
  }

  private func calendarGaps(asOf day: Day, content: String, jobs: Int) -> [Diagnostic] {
    let missing = inParallel(cases.count, jobs: jobs) { place in
      missingCalendarYears(of: cases[place].complaint, asOf: day, settings: settings)
    }
    .reduce(into: Set<MissingYear>()) { $0.formUnion($1) }
    return checkCalendar(
      missing: missing, asOf: day, settings: settings, sitePath: content + "/site.yaml",
      calendarFolder: content + "/calendar")
  }
}
