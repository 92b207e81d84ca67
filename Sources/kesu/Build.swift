import ArgumentParser
import Complaints
import Findings
import Intake
import Publishing
import Site

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
    let reading = try stopwatch.time("read") {
      try Reading(ledger, jobs: options.jobs, templates: .needed, cache: options.full ? nil : cache)
    }
    for diagnostic in reading.diagnostics { Console.note(diagnostic.description) }
    let findings = stopwatch.time("compute") { Findings(reading.ledger, asOf: reading.asOf, jobs: options.jobs) }
    // Whatever happens from here on, the account of the ledger is the last word.
    defer { Console.note(accountLine(findings.account)) }
    guard let texts = reading.texts, !reading.hasErrorsOutsideCases, options.keepGoing || reading.errors == 0 else {
      Console.note("\(count(reading.errors, "error")): nothing was published")
      throw ExitCode.ledgerHasErrors
    }
    let edition = Edition(
      ledger: reading.ledger, findings: findings, asOf: reading.asOf, audience: options.audience,
      strings: texts.strings, templates: texts.library, commit: commit.wait(),
      folder: ContentFolder(given: content, known: commit.waitForFolder()),
      version: Kesu.version,
      texts: texts.digest)
    let files = stopwatch.time("plan") { self.files(of: edition, texts: texts) }
    let keeping = Keeping(
      folder: cache, site: [absolutePath(content), output, options.audience.rawValue], program: programIdentity(),
      isPassedOver: options.full)
    try withExitCodes { try stopwatch.time("render and write") { try write(files, to: output, keeping) } }
    close(reading, findings.account, pages: files.count, stopwatch)
    if reading.errors > 0 { throw ExitCode.ledgerHasErrors }
  }

  private var ledger: LedgerOptions {
    var ledger = options.ledger
    ledger.content = content
    ledger.templates = withoutTrailingSlash(ledger.templates)
    return ledger
  }

  /// Every file of the site, as the publisher takes them.
  private func files(of edition: Edition, texts: SiteTexts) -> [OutputFile] {
    let made = pages(of: edition).map {
      OutputFile(path: $0.path.text, content: .made($0.render), inputs: $0.inputs)
    }
    let assets = texts.assets.map { (name: $0.name, path: $0.path) }
    let copied = copiedFiles(of: edition, assets: assets, content: content).map {
      OutputFile(path: $0.path.text, content: .copy(of: $0.source))
    }
    return made + copied
  }

  private func write(_ files: [OutputFile], to output: String, _ keeping: Keeping) throws {
    let progress = Progress(total: files.count, isQuiet: options.quiet)
    defer { progress.end() }
    try publish(
      files, to: output, keeping: keeping, jobs: options.jobs, done: { progress.report(done: $0) },
      refused: { Console.note($0) })
  }

  private func close(_ reading: Reading, _ account: Account, pages: Int, _ stopwatch: Stopwatch) {
    if options.timings { for line in stopwatch.lines { Console.note(line) } }
    if !options.quiet {
      let counts = [count(account.found, "case"), count(pages, "file"), count(reading.warnings, "warning")]
      Console.note((counts + [stopwatch.total]).joined(separator: ", "))
    }
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
