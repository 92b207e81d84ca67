import Digests
import Threads

extension Ledger {
  /// The ledger with every rule applied as of a day: cases that a rule finds in error join the rejected ones.
  ///
  /// - Parameters:
  ///   - content: The path of the content folder, for the places of rules and calendars.
  ///   - known: What the rules have to say of some of them, on the same grounds and the same day.
  ///   - jobs: How many threads check cases; the result does not depend on it.
  package func audited(
    asOf day: Day, content: String, known: JudgedCases = JudgedCases(), jobs: Int = 1
  ) -> (ledger: Ledger, judged: JudgedCases) {
    let files = damaged.isEmpty ? cases : cases + damaged
    let index = LedgerIndex(
      cases, at: places, damaged: damaged, rejected: rejectedIDs, workflows: workflows, attachments: attachments)
    let grounds = Grounds(settings, among: index, asOf: day)
    let numbering = settings.numbering.flatMap(Numbering.init)
    let digests = inParallel(cases.count, jobs: jobs, step: 1_024) { cases[$0].judged(among: index) }
    let places = known.digests.places(of: digests)
    // Of most cases it is known that there is nothing to say.
    let told = files.indices.filter { $0 >= cases.count || places[$0] < 0 || known.hasWarnings[Int(places[$0])] }
    let audits = inParallel(told.count, jobs: jobs) { index in
      let number = told[index]
      guard number < cases.count else { return CaseAudit(files[number], on: grounds, numbering: nil) }
      return places[number] >= 0
        ? CaseAudit(files[number], known.warnings[digests[number]])
        : CaseAudit(files[number], on: grounds, numbering: numbering)
    }
    let own = zip(told, audits).prefix { $0.0 < cases.count }
    let judged = judged(digests, own, added: own.count { $0.1.isLasting && places[$0.0] < 0 })
    // A case in error stands in no figure, and needs no calendar.
    let missing = own.reduce(into: Set<MissingYear>()) { $0.formUnion($1.1.missingYears) }
    var found = audits.flatMap(\.found)
    found += checkGaps(in: cases, rejected: rejectedIDs, settings: settings)
    found += checkImprovements(among: index)
    found += checkCalendar(
      missing: missing, asOf: day, settings: settings, sitePath: content + "/site.yaml",
      calendarFolder: content + "/calendar")
    return (found.isEmpty ? self : audited(finding: found), judged)
  }

  /// What may be known of the cases from now on.
  ///
  /// - Parameter audits: By the place of the case; of the others there is nothing to say.
  private func judged(
    _ digests: [Digest], _ audits: some Sequence<(Int, CaseAudit)>, added: Int
  ) -> JudgedCases {
    var digests = digests
    var (warnings, noted): ([Digest: [FormerWarning]], [Int]) = ([:], [])
    for (place, audit) in audits where audit.isLasting && !audit.found.isEmpty {
      noted.append(place)
      warnings[digests[place]] = audit.found.map { found in
        FormerWarning(
          mark: Mark(line: found.place.line, column: found.place.column),
          problem: FormerProblem(code: found.code, message: found.problem.message))
      }
    }
    for (place, audit) in audits where !audit.isLasting { digests[place] = .zero }
    return JudgedCases(digests, warnings: warnings, at: noted, added: added)
  }

  /// The ledger with what the rules found; cases in which it is an error stand aside.
  private func audited(finding found: [Diagnostic]) -> Ledger {
    var audited = self
    audited.diagnostics = (diagnostics + found).sorted()
    let inError = Set(found.filter { $0.severity == .error }.map(\.place.path))
    let bad = inError.isEmpty ? [] : cases.filter { inError.contains($0.path) }
    guard !bad.isEmpty else { return audited }
    (audited.cases, audited.index) = (cases.filter { !inError.contains($0.path) }, CaseIndex())
    audited.rejected = (rejected + bad.map(\.path)).sorted()
    audited.rejectedIDs += bad.map(\.complaint.id)
    audited.damaged += bad
    return audited
  }
}

extension CaseFile {
  /// What the rules look at to judge the case, apart from its grounds: itself, and the cases that it names.
  fileprivate func judged(among index: LedgerIndex) -> Digest {
    guard complaint.namesOthers else { return digest }
    var digester = Digester()
    digester.add(digest)
    for id in complaint.others {
      digester.add(index.file(id)?.digest ?? .zero)
      digester.add(index.hasCase(id) ? 1 : 0)
    }
    return digester.digest()
  }
}

/// What the rules have to say of one case, from one look at it.
private struct CaseAudit: Sendable {
  /// In order of place.
  let found: [Diagnostic]
  /// The years without a calendar that its limits reach into.
  let missingYears: Set<MissingYear>
  /// Whether that is all there will be to say while the case, those that it names and its grounds stay as they are.
  let isLasting: Bool

  /// Of a case of which it is known; `nil` where the rules have nothing to say.
  init(_ file: CaseFile, _ warnings: [FormerWarning]?) {
    found = (warnings ?? []).map { Diagnostic(.former($0.problem), at: $0.mark.place(in: file.path)) }
    (missingYears, isLasting) = ([], true)
  }

  /// - Parameter numbering: `nil` where the number is not looked at.
  init(_ file: CaseFile, on grounds: Grounds, numbering: Numbering?) {
    let checked = CaseUnderCheck(file, on: grounds)
    let number = numbering.flatMap { checkNumber(of: file, $0) }
    found =
      checkRules(of: file, checked)
      + [number].compactMap { $0?.diagnostic(in: file.path, settings: grounds.settings) }
    missingYears =
      grounds.reach.map {
        missingCalendarYears(of: checked.complaint, asOf: grounds.day, settings: grounds.settings, $0)
      } ?? []
    isLasting = missingYears.isEmpty && found.allSatisfy { $0.severity == .warning }
  }
}
