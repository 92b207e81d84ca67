import ArgumentParser
import Complaints
import Digests
import Findings
import Intake
import Publishing
import Site
import Threads

/// A build from beginning to end; its `run` reads as the table of contents.
struct Build {
  private let options: BuildCommand
  private let content: String
  private var stopwatch = Stopwatch()

  init(_ options: BuildCommand) {
    self.options = options
    content = withoutTrailingSlash(options.ledger.content)
  }

  func run() throws {
    try withExitCodes { try published() }
  }

  private func published() throws {
    var stopwatch = stopwatch
    let output = try checkOutput(options.output, sources: [content, options.ledger.templates])
    let cache = try checkCache(options.cache, output: output)
    let commit = CommitLookup(of: content)
    let keeping = Keeping(
      folder: cache, site: [absolutePath(content), output, options.audience.rawValue], program: programIdentity(),
      isPassedOver: options.full)
    // Before anything is read: whatever changes from here on, the next build will see.
    let grounds = try stopwatch.time("look") {
      try Grounds(ledger, keepsGoing: options.keepGoing, keeping, jobs: options.jobs)
    }
    let (former, same) = try stopwatch.time("compare") { try compare(grounds, keeping, output, commit) }
    if let outcome = same {
      for diagnostic in outcome.diagnostics { Console.note(diagnostic) }
      defer { Console.note(outcome.account) }
      return try close(outcome, stopwatch)
    }
    let reading = try Reading(
      ledger, jobs: options.jobs, templates: .needed, cache: cache, isPassedOver: options.full, seen: grounds?.seen,
      stopwatch: &stopwatch)
    if !reading.diagnostics.isEmpty {
      Console.note(reading.diagnostics.map(\.description).joined(separator: "\n"))
    }
    // Whatever happens from here on, the account of the ledger is the last word.
    defer { Console.note(accountLine(reading.census.account)) }
    guard let texts = reading.texts, !reading.hasErrorsOutsideCases, options.keepGoing || reading.errors == 0 else {
      Console.note("\(count(reading.errors, "error")): nothing was published")
      throw ExitCode.ledgerHasErrors
    }
    let findings = stopwatch.time("compute") { Findings(reading.census, jobs: options.jobs) }
    let folder = commit.waitForFolder()
    let rendering = WorkClock()
    let (edition, files) = stopwatch.time("plan") {
      let edition = Edition(
        ledger: reading.ledger, findings: findings, asOf: reading.asOf, audience: options.audience,
        strings: texts.strings, templates: texts.library, commit: commit.wait().commit,
        folder: ContentFolder(given: content, known: folder), version: Kesu.version, texts: texts.digest,
        traits: reading.traits, jobs: options.jobs)
      return (edition, self.files(of: edition, texts: texts, rendering))
    }
    let outcome = Outcome(reading, account: findings.account, files: files.count, commit.wait(), folder: folder)
    try withExitCodes {
      try stopwatch.time("write", ("render", rendering), jobs: options.jobs) {
        try write(files, to: output, keeping, former, note: outcome.note(grounds))
      }
    }
    keepToTheEnd((reading, edition, files))
    try close(outcome, stopwatch)
  }

  /// The site that stands, and what the last build said, if this one would find the same and have nothing to do; else git is
  /// being asked, and the site looked at.
  private func compare(
    _ grounds: Grounds?, _ keeping: Keeping, _ output: String, _ commit: CommitLookup
  ) throws -> (FormerSite?, same: Outcome?) {
    guard let grounds, let site = try FormerSite(keeping) else {
      commit.ask()
      return (nil, nil)
    }
    let outcome = Outcome(site.note, of: grounds)
    if let outcome, outcome.isGitSame, try site.stands(in: output, jobs: options.jobs) { return (site, outcome) }
    commit.ask(suspect: Outcome.change(in: site.note))
    if let outcome, !outcome.isGitSame, try site.stands(in: output, jobs: options.jobs),
      commit.wait().commit == outcome.commit, commit.waitForFolder() == outcome.folder
    {
      return (site, outcome)
    }
    try site.beginLook(in: output, jobs: options.jobs)
    return (site, nil)
  }

  private var ledger: LedgerOptions {
    var ledger = options.ledger
    ledger.content = content
    ledger.templates = withoutTrailingSlash(ledger.templates)
    return ledger
  }

  /// Every file of the site, as the publisher takes them.
  ///
  /// - Parameter rendering: Gets what the threads spend on pages and on what they read.
  private func files(of edition: Edition, texts: SiteTexts, _ rendering: WorkClock) -> [OutputFile] {
    let pages = pages(of: edition)
    var files = inParallel(pages.count, jobs: options.jobs, step: 1_024) { file(of: pages[$0], rendering) }
    let assets = texts.assets.map { (name: $0.name, path: $0.path) }
    let copied = copiedFiles(of: edition, assets: assets, content: content).map {
      OutputFile(path: $0.path.text, content: .copy(of: $0.source))
    }
    files += copied
    return files
  }

  private func file(of page: Page, _ rendering: WorkClock) -> OutputFile {
    var inputs: (@Sendable () -> Digest)?
    if let said = page.inputs { inputs = { rendering.time(said) } }
    return OutputFile(path: page.path.text, content: content(of: page, rendering), inputs: inputs)
  }

  private func content(of page: Page, _ rendering: WorkClock) -> OutputFile.Content {
    @Sendable func timed(_ render: @escaping @Sendable (inout [UInt8]) throws -> Void)
      -> @Sendable (inout [UInt8]) throws -> Void
    {
      { buffer in try rendering.time { try render(&buffer) } }
    }
    guard let pieces = page.pieces else { return .made(timed(page.render)) }
    return .pieced {
      try rendering.time(pieces).map { FilePiece(inputs: $0.inputs, make: timed($0.render)) }
    }
  }

  private func write(
    _ files: [OutputFile], to output: String, _ keeping: Keeping, _ former: FormerSite?, note: [UInt8]
  ) throws {
    let progress = Progress(total: files.count, isQuiet: options.quiet)
    defer { progress.end() }
    try publish(
      files, to: output, keeping: keeping, former: former, note: note, jobs: options.jobs,
      done: { progress.report(done: $0) },
      refused: { Console.note($0) })
  }

  private func close(_ outcome: Outcome, _ stopwatch: Stopwatch) throws {
    if options.timings { for line in stopwatch.lines { Console.note(line) } }
    if !options.quiet { Console.note(outcome.summary(stopwatch.total)) }
    if outcome.errors > 0 { throw ExitCode.ledgerHasErrors }
  }
}
