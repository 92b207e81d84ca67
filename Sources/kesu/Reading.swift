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

  /// What becomes of the templates.
  enum Templates {
    /// A folder that is missing is a failure.
    case needed
    /// Checked where there is a folder.
    case ifThere
    /// Not looked at, nor what only pages show.
    case unused
  }

  /// - Parameters:
  ///   - cache: The folder in which cases are kept from one run to the next; `nil` reads every file.
  ///   - stopwatch: Learns what was spent on reading, on making sense of it, and on checking it.
  init(
    _ options: LedgerOptions, jobs: Int, templates use: Templates, cache: String? = nil, stopwatch: inout Stopwatch
  ) throws {
    try requireFolder(options.content, option: "--content")
    if use == .needed { try requireFolder(options.templates, option: "--templates") }
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
      let live = use == .unused ? [] : liveProblems(of: audited, asOf: asOf)
      return (audited.asOf(asOf, jobs: jobs), audited.diagnostics + live)
    }
    self.ledger = ledger
    let isRead = use == .needed || use == .ifThere && isFolder(options.templates)
    let folder = isRead ? try readTemplates(folder: options.templates) : nil
    let prepared = folder.map { prepare($0, language: read.settings.language) }
    texts = prepared?.texts
    diagnostics = (found + (prepared?.diagnostics ?? [])).sorted()
  }

  /// For those who do not ask where the time goes.
  init(_ options: LedgerOptions, jobs: Int, templates use: Templates) throws {
    var stopwatch = Stopwatch()
    try self.init(options, jobs: jobs, templates: use, stopwatch: &stopwatch)
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
