import ArgumentParser
import Complaints
import Findings
import Foundation

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Reads and checks the ledger; publishes nothing.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github, sarif }

  @OptionGroup var ledger: LedgerOptions

  @Option(help: "How diagnostics are written: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  @Flag(help: "Warnings fail too.")
  var strict = false

  @Option(help: "Only what stands in files that differ from this revision of git.")
  var since: String?

  func run() throws {
    try withExitCodes { try checked() }
  }

  private func checked() throws {
    var ledger = ledger
    ledger.content = withoutTrailingSlash(ledger.content)
    ledger.templates = withoutTrailingSlash(ledger.templates)
    let jobs = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let reading = try Reading(ledger, jobs: jobs, templates: .ifThere)
    let account = reading.census.account
    let shown = try diagnostics(of: reading, content: ledger.content)
    write(shown, of: reading, folders: [ledger.content, ledger.templates], account: account)
    let fails = shown.contains { $0.severity == .error || strict }
    if fails { throw ExitCode.ledgerHasErrors }
  }

  /// What is read by machines stands alone on standard output; the account is the last line of one stream or the other.
  private func write(_ shown: [Diagnostic], of reading: Reading, folders: [String], account: Account) {
    switch format {
    case .text: for diagnostic in shown { Console.print(diagnostic.description) }
    case .json: Console.print(report(shown, asOf: reading.asOf, account: account))
    case .github:
      let paths = RepositoryPaths(folders)
      for diagnostic in shown { Console.print(workflowCommand(diagnostic, path: paths.path(of: diagnostic.place))) }
    case .sarif: Console.print(sarifReport(shown, paths: RepositoryPaths(folders)))
    }
    switch format {
    case .text, .github: Console.print(accountLine(account))
    case .json, .sarif: Console.note(accountLine(account))
    }
  }

  private func diagnostics(of reading: Reading, content: String) throws -> [Diagnostic] {
    guard let since else { return reading.diagnostics }
    guard let changed = Git.changedFiles(in: content, since: since) else {
      throw ValidationError("--since \(since): git does not know this revision, or \(content) is in no repository")
    }
    return reading.diagnostics.filter { diagnostic in
      guard diagnostic.place.path.hasPrefix(content + "/") else { return true }
      return changed.contains(String(diagnostic.place.path.dropFirst(content.count + 1)))
    }
  }
}
