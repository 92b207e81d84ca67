extension Ledger {
  /// The ledger with every rule applied as of a day: cases that a rule finds in error join the rejected ones.
  ///
  /// - Parameter content: The path of the content folder, for the places of rules and calendars.
  package func audited(asOf day: Day, content: String) -> Ledger {
    var found = checkRules(cases, rejected: rejectedIDs, damaged: damaged, settings: settings)
    found += calendarGaps(asOf: day, content: content)
    guard !found.isEmpty else { return self }
    let inError = Set(found.filter { $0.severity == .error }.map(\.place.path))
    let (bad, good) = (cases.filter { inError.contains($0.path) }, cases.filter { !inError.contains($0.path) })
    return Ledger(
      settings: settings, cases: good, rejected: (rejected + bad.map(\.path)).sorted(),
      rejectedIDs: rejectedIDs + bad.map(\.complaint.id), damaged: damaged + bad, exposure: exposure, tallies: tallies,
      narratives: narratives, pages: pages, attachments: attachments, processes: processes,
      diagnostics: (diagnostics + found).sorted())
  }

  private func calendarGaps(asOf day: Day, content: String) -> [Diagnostic] {
    var missing: Set<MissingYear> = []
    for file in cases { missing.formUnion(missingCalendarYears(of: file.complaint, asOf: day, settings: settings)) }
    return checkCalendar(
      missing: missing, asOf: day, settings: settings, sitePath: content + "/site.yaml",
      calendarFolder: content + "/calendar")
  }
}
