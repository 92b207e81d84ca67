import ArgumentParser
import Complaints
import Findings
import Foundation

struct RemindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind",
    abstract: "Prints the slips to issue: 催办单 for open cases past their limit, 洽办单 for overruns of departments.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @OptionGroup var ledger: LedgerOptions

  @Option(help: "How the slips are written: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  @Option(
    help: "Leaves out the 洽办单 of cases closed before this day, such as 2026-10-01.", transform: LedgerOptions.day)
  var closedSince: Day?

  func run() throws {
    try withExitCodes { try reminded() }
  }

  /// Files in error are named on standard error, and their cases get no slip; where the rules themselves are in error,
  /// no slip could be trusted and none is printed. Either way the exit code says so.
  private func reminded() throws {
    var ledger = ledger
    ledger.content = withoutTrailingSlash(ledger.content)
    let jobs = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let reading = try Reading(ledger, jobs: jobs, templates: .unused)
    for diagnostic in reading.diagnostics where diagnostic.severity == .error { Console.note(diagnostic.description) }
    guard !reading.hasErrorsOutsideCases else { throw ExitCode.ledgerHasErrors }
    let findings = Findings(reading.census, jobs: jobs)
    let reminders = findings.reminders(closedSince: closedSince)
    switch format {
    case .text: Console.print(Slips(reminders, of: findings).text)
    case .markdown: Console.print(Slips(reminders, of: findings).markdown)
    case .json: Console.print(report(reminders, of: findings))
    }
    Console.note(accountLine(findings.account))
    if reading.errors > 0 { throw ExitCode.ledgerHasErrors }
  }
}
