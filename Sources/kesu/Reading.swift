import ArgumentParser
import Complaints
import Digests
import Findings
import Glibc
import Intake
import Site
import Threads

/// A ledger with its templates, read and checked by every rule as written, then cut to what had happened by as-of, and
/// its cases counted.
struct Reading {
  let census: Census
  /// `nil` if they have errors, or there is no folder and none is needed.
  let texts: SiteTexts?
  /// Of ledger and templates, sorted.
  let diagnostics: [Diagnostic]
  /// What pages need to know of cases that are not their own; `nil` where no page is made.
  let traits: CaseTraits?

  var ledger: Ledger { census.ledger }
  var asOf: Day { census.asOf }

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
  ///   - isPassedOver: Whether what is kept there is not looked at, only replaced.
  ///   - seen: What was seen when the folders were looked at just now.
  ///   - stopwatch: Learns what was spent on reading, on making sense of it, and on checking it.
  init(
    _ options: LedgerOptions, jobs: Int, templates use: Templates, cache: String? = nil, isPassedOver: Bool = false,
    seen: SeenFolders? = nil, stopwatch: inout Stopwatch
  ) throws {
    try requireFolder(options.content, option: "--content")
    if use == .needed { try requireFolder(options.templates, option: "--templates") }
    let cache = cache.map { caseCache($0, content: options.content, isPassedOver: isPassedOver) }
    let parsing = WorkClock()
    let read = try stopwatch.time("read", ("parse", parsing), jobs: jobs) {
      try readLedger(
        content: options.content, jobs: jobs, cache: cache, seen: seen, parsing: parsing)
    }
    let asOf = try options.resolvedAsOf(read.settings)
    // Whether it is whole is looked at meanwhile.
    let facts = kept("facts", of: read, asOf: asOf, cache)
    let ((ledger, found), known) = stopwatch.time("check") {
      inParallel(jobs: jobs) {
        let audited = checked(read, asOf: asOf, options, cache, jobs: jobs)
        let live = use == .unused ? [] : liveProblems(of: audited, asOf: asOf)
        return (audited.asOf(asOf, jobs: jobs), audited.diagnostics + live)
      } _: {
        facts?.file
      }
    }
    // Side by side, since most of both is found as it was kept.
    (census, traits) = stopwatch.time("compute") {
      inParallel(jobs: jobs) {
        counted(ledger, asOf: asOf, facts, known, jobs: jobs)
      } _: {
        use == .needed ? told(ledger, asOf: asOf, cache, jobs: jobs) : nil
      }
    }
    let isRead = use == .needed || use == .ifThere && isFolder(options.templates)
    let folder = isRead ? try readTemplates(folder: options.templates) : nil
    let prepared = folder.map { prepare($0, language: read.settings.language) }
    texts = prepared?.texts
    let excess = census.excess.map { [$0] } ?? []
    diagnostics = (found + excess + (prepared?.diagnostics ?? [])).sorted()
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
private func caseCache(_ folder: String, content: String, isPassedOver: Bool) -> CaseCache {
  CaseCache(
    folder: folder, content: absolutePath(content), program: programIdentity(), isPassedOver: isPassedOver,
    note: { Console.note($0) },
    stop: { line in
      Console.note("error: \(line)")
      exit(ExitCode.readingOrWritingFailed.rawValue)
    })
}

/// Where something that was made of the cases of a ledger is kept; `nil` where nothing is.
///
/// - Parameter others: Of what else it was made.
private func kept(
  _ what: String, of ledger: Ledger, asOf day: Day, _ cache: CaseCache?, on others: Digest? = nil
) -> KeptBytes? {
  guard let cache, let grounds = ledger.grounds else { return nil }
  var digester = Digester()
  digester.add(grounds)
  digester.add(day.number)
  if let others { digester.add(others) }
  return KeptBytes(cache, what, key: digester.digest())
}

/// Which cases count, with what figures need of them.
///
/// - Parameter known: What is kept of those that were read for it before.
private func counted(
  _ ledger: Ledger, asOf day: Day, _ facts: KeptBytes?, _ known: KeptFile?, jobs: Int
) -> Census {
  let words = ledger.cases.first?.record.store.words
  func census(_ kept: KeptFacts?) -> Census { Census(ledger, asOf: day, kept: kept, jobs: jobs) }
  let made = known?.lend { KeptFacts($0, words: words).map(census) } ?? census(nil)
  if let facts, made.reread > facts.least { facts.write(made.keep) }
  return made
}

/// What pages need to know of cases that are not their own; of those that were read before, what is kept.
private func told(_ ledger: Ledger, asOf day: Day, _ cache: CaseCache?, jobs: Int) -> CaseTraits {
  let kept = kept("traits", of: ledger, asOf: day, cache, on: CaseTraits.grounds(ledger))
  let traits = CaseTraits(ledger, asOf: day, kept: kept?.read { CaseTraits($0) }, jobs: jobs)
  if let kept, traits.reread > kept.least { kept.write { put in traits.bytes.withUnsafeBytes { put($0) } } }
  return traits
}

/// The ledger with every rule applied; of cases of which it is known what the rules say, none is.
private func checked(
  _ ledger: Ledger, asOf day: Day, _ options: LedgerOptions, _ cache: CaseCache?, jobs: Int
) -> Ledger {
  let kept = kept("checks", of: ledger, asOf: day, cache)
  let known = kept?.read { JudgedCases($0) } ?? JudgedCases()
  let (audited, judged) = ledger.audited(asOf: day, content: options.content, known: known, jobs: jobs)
  if let kept, judged.added > kept.least { judged.bytes.withUnsafeBytes { kept.write($0) } }
  return audited
}
