import Complaints
import Intake
import Site

/// A ledger with its templates, read and checked by every rule as written, then cut to what had happened by as-of.
struct Reading {
  let ledger: Ledger
  let asOf: Day
  /// `nil` if they have errors, or there is no folder and none is needed.
  let texts: SiteTexts?
  /// Of ledger and templates, sorted.
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - needsTemplates: Whether a folder of templates that is missing is a failure.
  ///   - cache: The folder in which cases are kept from one run to the next; `nil` reads every file.
  ///   - stopwatch: Learns what was spent on reading, on making sense of it, and on checking it.
  init(
    _ options: LedgerOptions, jobs: Int, needsTemplates: Bool, cache: String? = nil, stopwatch: inout Stopwatch
  ) throws {
    try requireFolder(options.content, option: "--content")
    if needsTemplates { try requireFolder(options.templates, option: "--templates") }
    let parsing = WorkClock()
    let read = try stopwatch.time("read", ("parse", parsing), jobs: jobs) {
      try readLedger(
        content: options.content, jobs: jobs, cache: cache.map { caseCache($0, content: options.content) },
        parsing: parsing)
    }
    let asOf = try options.resolvedAsOf(read.settings)
    self.asOf = asOf
    let (ledger, found) = stopwatch.time("check") {
      let audited = read.audited(asOf: asOf, content: options.content, jobs: jobs)
      let found = (audited.diagnostics + liveProblems(of: audited, asOf: asOf)).sorted()
      return (audited.asOf(asOf, jobs: jobs), found)
    }
    self.ledger = ledger
    guard needsTemplates || isFolder(options.templates) else {
      (texts, diagnostics) = (nil, found)
      return
    }
    let folder = try readTemplates(folder: options.templates)
    let (texts, problems) = prepare(folder, language: ledger.settings.language)
    self.texts = texts
    diagnostics = (found + problems).sorted()
  }

  /// Without templates, which only pages need.
  init(_ options: LedgerOptions, jobs: Int) throws {
    try requireFolder(options.content, option: "--content")
    let read = try readLedger(content: options.content, jobs: jobs)
    asOf = try options.resolvedAsOf(read.settings)
    ledger = read.audited(asOf: asOf, content: options.content, jobs: jobs).asOf(asOf, jobs: jobs)
    (texts, diagnostics) = (nil, ledger.diagnostics)
  }

  var errors: Int { diagnostics.count { $0.severity == .error } }
  var warnings: Int { diagnostics.count { $0.severity == .warning } }

  /// Whether something other than case files is in error, so that nothing can be published at all.
  var hasErrorsOutsideCases: Bool {
    let cases = Set(ledger.rejected)
    return diagnostics.contains { $0.severity == .error && !cases.contains($0.place.path) }
  }
}

/// Where the cases of a ledger are kept.
private func caseCache(_ folder: String, content: String) -> CaseCache {
  CaseCache(folder: folder, content: absolutePath(content), program: programIdentity()) { Console.note($0) }
}
