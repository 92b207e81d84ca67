package import Complaints
import Digests
import Glibc
package import Threads

/// The largest file that is read: 1 MiB, of tables 64 MiB.
private let (largestText, largestTable) = (1_048_576, 67_108_864)

/// What site.yaml says, without the calendars and without a word of what is wrong in it: the whole ledger's reading says that.
///
/// - Parameter content: The ledger's folder.
/// - Returns: `nil` if there is no such file, or it is too large.
package func siteSettings(content: String) throws(IntakeFailure) -> Settings? {
  let path = folder(content) + "/site.yaml"
  do throws(IntakeFailure) {
    guard try fileIdentity(of: path) != nil else { return nil }
  } catch {
    if error.number == ENOENT { return nil }
    throw error
  }
  guard let bytes = try readBytes(path, limit: largestText) else { return nil }
  return Intake.readSettings(bytes, path: path).settings
}

/// Reads everything below the content folder.
///
/// One file's error never hides another's: the ledger holds all that could be read, and all diagnostics, sorted.
///
/// - Parameters:
///   - content: The ledger's folder, as the user gave it; paths in diagnostics begin with it.
///   - jobs: How many threads read cases; the result does not depend on it.
///   - cache: Where cases are kept from one run to the next; `nil` reads every file. The result does not depend on it.
///   - seen: What was seen when the ledger was looked at just now; then nothing is looked at twice.
///   - parsing: Gets what the threads spend on making sense of cases.
package func readLedger(
  content: String, jobs: Int, cache: CaseCache? = nil, seen: SeenFolders? = nil, parsing: WorkClock = WorkClock()
) throws(IntakeFailure) -> Ledger {
  let content = folder(content)
  let known = cache.flatMap { seen?.take(below: $0.content) } ?? [:]
  let tree = try ContentTree(content, seen: known, jobs: jobs)
  var reading = LedgerReading(content: content, tree: tree)
  let settings = try reading.settings()
  let workflows = try reading.processes(settings)
  let processes = workflows.ids
  let attachments = reading.attachments()
  let grounds = reading.grounds(attachments)
  let context = ReadingContext(
    settings: settings, attachments: reading.index(attachments), processes: processes)
  let cases = try reading.cases(context, jobs: jobs, cache: cache, parsing: parsing)
  let exposure = try reading.exposure(settings)
  let tallies = try reading.tallies(settings)
  let improvements = try reading.improvements(context)
  let narratives = try reading.narratives()
  let pages = try reading.pages()
  return Ledger(
    settings: settings, cases: cases.files, rejected: cases.rejected, rejectedIDs: cases.rejectedIDs,
    damaged: cases.damaged, strays: cases.strays, exposure: exposure, tallies: tallies, improvements: improvements,
    narratives: narratives, pages: pages, attachments: attachments,
    processes: processes, workflows: workflows.read, diagnostics: weighed(reading.diagnostics, settings).sorted(),
    others: reading.others.digest(), grounds: grounds)
}

/// Diagnostics with the warnings in the weight that the site gives them; what is always an error stays one.
private func weighed(_ diagnostics: [Diagnostic], _ settings: Settings) -> [Diagnostic] {
  diagnostics.compactMap { diagnostic in
    guard diagnostic.severity == .warning else { return diagnostic }
    return settings.severity(of: diagnostic.problem).map {
      Diagnostic(diagnostic.problem, at: diagnostic.place, severity: $0)
    }
  }
}

/// The path of a folder without slashes at its end, which would stand twice in every diagnostic.
private func folder(_ path: String) -> String {
  var path = path[...]
  while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
  return String(path)
}

/// A walk through the kinds of file, gathering what is wrong.
private struct LedgerReading {
  let content: String
  let tree: ContentTree
  var diagnostics: [Diagnostic]
  /// Takes in every file that is read but those of cases.
  private(set) var others = Digester()
  /// The bytes of site.yaml.
  private var site: [UInt8] = []

  init(content: String, tree: ContentTree) {
    self.content = content
    self.tree = tree
    diagnostics = tree.diagnostics
  }

  private func path(_ file: ContentFile) -> String { "\(content)/\(file.name)" }

  /// The files of one folder that end in one of some ways.
  private func files(in folder: String, ending endings: [String]) -> ArraySlice<ContentFile> {
    let all = tree.files(in: folder)
    func hasEnding(_ file: ContentFile) -> Bool { endings.contains { file.hasEnding($0) } }
    // Mostly all of them do.
    return all.allSatisfy(hasEnding) ? all : all.filter(hasEnding)[...]
  }

  /// The bytes of a file; `nil`, with an error, if it is too large.
  private mutating func bytes(_ path: String, limit: Int = largestText) throws(IntakeFailure) -> [UInt8]? {
    if let bytes = try readBytes(path, limit: limit) {
      others.add(path)
      others.add(bytes)
      return bytes
    }
    diagnostics.append(Diagnostic(.file(.tooLarge(limit: limit)), at: Place(path: path)))
    return nil
  }

  mutating func settings() throws(IntakeFailure) -> Settings {
    let path = "\(content)/site.yaml"
    // It stands behind nearly everything else.
    guard tree.files.reversed().contains(where: { $0.name == "site.yaml" }) else {
      let problem = FileProblem.missing("it needs at least the line 'title: …'")
      diagnostics.append(Diagnostic(.file(problem), at: Place(path: path)))
      return Settings(title: "", zone: utc)
    }
    guard let bytes = try bytes(path) else { return Settings(title: "", zone: utc) }
    site = bytes
    var (settings, found) = Intake.readSettings(bytes, path: path)
    diagnostics += found
    var digester = Digester()
    digester.add(bytes)
    for file in files(in: "calendar", ending: [".yaml", ".yml"]) {
      guard let bytes = try self.bytes(self.path(file)) else { continue }
      guard let period = readPeriod(file.stem), period.kind == .year else {
        diagnostics.append(Diagnostic(.file(.period(example: "2026.yaml")), at: Place(path: self.path(file))))
        continue
      }
      digester.add(file.name)
      digester.add(bytes)
      diagnostics += readCalendar(bytes, path: self.path(file), year: period.first.year, into: &settings.calendar)
    }
    settings.digest = digester.digest()
    return settings
  }

  mutating func processes(_ settings: Settings) throws(IntakeFailure) -> (ids: [String], read: [Workflow]) {
    var outcomes: [(path: String, outcome: ProcessOutcome)] = []
    for file in files(in: "processes", ending: [".yaml", ".yml"]) {
      guard let bytes = try bytes(path(file)) else { continue }
      let outcome = readProcess(bytes, path: path(file), stem: file.stem, settings: settings)
      diagnostics += outcome.problems
      if let other = outcomes.first(where: { $0.outcome.id == outcome.id }) {
        let problem = ProcessProblem.sameProcess(Quoted(outcome.id), path: other.path)
        diagnostics.append(Diagnostic(.process(problem), at: outcome.mark.place(in: path(file))))
      }
      outcomes.append((path(file), outcome))
    }
    let ids = outcomes.map(\.outcome.id)
    diagnostics += checkProcessNames(settings, processes: ids, path: "\(content)/site.yaml")
    return (ids, outcomes.compactMap(\.outcome.workflow))
  }

  func attachments() -> [AttachmentFile] {
    let folder = "attachments/"
    return tree.files(in: "attachments").map {
      AttachmentFile(name: String($0.name.dropFirst(folder.count)), size: $0.size)
    }
  }

  /// What every case is judged by, when nothing but site.yaml, the calendars and the processes has been read.
  func grounds(_ attachments: [AttachmentFile]) -> Digest {
    var digester = others
    for file in attachments {
      digester.add(file.name)
      digester.add(file.size)
    }
    return digester.digest()
  }

  func index(_ attachments: [AttachmentFile]) -> AttachmentIndex {
    AttachmentIndex(names: attachments.map(\.name), links: tree.links, root: "\(content)/attachments")
  }

  mutating func cases(
    _ context: ReadingContext, jobs: Int, cache: CaseCache?, parsing: WorkClock
  ) throws(IntakeFailure) -> SortedCases {
    let begun = FileIdentity.now
    let files = files(in: "cases", ending: [".md"])
    let key = key(context)
    let kept = try KeptLedger(
      cache, key: key, content: content, files: files, context: context, limit: largestText, jobs: jobs)
    let unknown = kept.unknown
    let read = try inParallel(unknown.count, jobs: jobs) { place throws(IntakeFailure) in
      try kept.read(unknown[place], parsing: parsing)
    }
    var file = kept.file
    if let cache, file == nil, kept.orphans + read.count(where: { $0.keepable != nil }) > cache.least {
      file = cache.newFile(cases: files.count)
    }
    let sorted: SortedCases
    if file == nil, let known = SortedCases(read, among: kept, unreadable: tree.unreadable, jobs: jobs) {
      sorted = known
    } else {
      let readings = kept.readings(with: read, jobs: jobs)
      sorted = SortedCases(readings, unreadable: tree.unreadable)
      if let cache, let file { cache.write(readings, sorted, in: file, key: key, readAt: begun) }
    }
    diagnostics += sorted.diagnostics
    return sorted
  }

  /// What the reading of every case rests on besides its own file.
  private func key(_ context: ReadingContext) -> Digest {
    var digester = Digester()
    digester.add(content)
    digester.add(site)
    for group in [context.processes ?? [], tree.files(in: "attachments").map(\.name), tree.links] {
      digester.add(group.count)
      for text in group { digester.add(text) }
    }
    for link in tree.links { digester.add(context.attachments.leadsOut(link) ? 1 : 0) }
    return digester.digest()
  }

  mutating func exposure(_ settings: Settings) throws(IntakeFailure) -> [ExposureRow] {
    var rows: [ExposureRow] = []
    for file in files(in: "exposure", ending: [".csv"]) {
      guard let bytes = try bytes(path(file), limit: largestTable) else { continue }
      let (found, problems) = readExposure(bytes, path: path(file), settings: settings)
      rows += found
      diagnostics += problems
    }
    diagnostics += contradictions(in: rows)
    return rows
  }

  mutating func tallies(_ settings: Settings) throws(IntakeFailure) -> [TallyRow] {
    var rows: [TallyRow] = []
    for file in files(in: "tallies", ending: [".csv"]) {
      guard let bytes = try bytes(path(file), limit: largestTable) else { continue }
      let (found, problems) = readTallies(bytes, path: path(file), settings: settings)
      rows += found
      diagnostics += problems
    }
    return rows
  }

  mutating func improvements(_ context: ReadingContext) throws(IntakeFailure) -> [Improvement] {
    var improvements: [Improvement] = []
    for file in files(in: "improvements", ending: [".md"]) {
      guard let bytes = try bytes(path(file)) else { continue }
      let (improvement, problems) = readImprovement(bytes, path: path(file), name: file.stem, context: context)
      diagnostics += problems
      if let improvement { improvements.append(improvement) }
    }
    return improvements
  }

  mutating func narratives() throws(IntakeFailure) -> [ReportNarrative] {
    let kinds: [(folder: String, kind: PeriodKind, example: String)] = [
      ("daily", .day, "2026-10-12.md"), ("weekly", .week, "2026-W42.md"), ("monthly", .month, "2026-10.md"),
      ("annual", .year, "2026.md"),
    ]
    var narratives: [ReportNarrative] = []
    for (folder, kind, example) in kinds {
      for file in files(in: "reports/\(folder)", ending: [".md"]) {
        let place = Place(path: path(file))
        guard let period = readPeriod(file.stem), period.kind == kind else {
          diagnostics.append(Diagnostic(.file(.period(example: example)), at: place))
          continue
        }
        if let other = narratives.first(where: { $0.period == period }) {
          let problem = FileProblem.samePeriod(file.stem, other: other.path)
          diagnostics.append(Diagnostic(.file(problem), at: place))
          continue
        }
        guard let bytes = try bytes(path(file)) else { continue }
        let (narrative, problems) = readNarrative(bytes, path: path(file), period: period)
        diagnostics += problems
        if let narrative { narratives.append(narrative) }
      }
    }
    return narratives
  }

  mutating func pages() throws(IntakeFailure) -> [FreePage] {
    var pages: [FreePage] = []
    for file in files(in: "pages", ending: [".md"]) {
      guard let bytes = try bytes(path(file)) else { continue }
      let name = String(file.name.dropFirst("pages/".count).dropLast(".md".count))
      let (page, problems) = readPage(bytes, path: path(file), name: name)
      diagnostics += problems
      if let page { pages.append(page) }
    }
    return pages
  }
}
