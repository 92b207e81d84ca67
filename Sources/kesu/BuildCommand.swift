import ArgumentParser
import Foundation
import Site

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Reads the ledger and publishes the site.")

  @OptionGroup var ledger: LedgerOptions

  @Option(help: "The folder of the site; made by kesu, or not there yet.")
  var output = "_site"

  @Option(help: "What kesu keeps for itself.")
  var cache = ".kesu"

  @Option(help: "For whom: \(Audience.allCases.map(\.rawValue).joined(separator: ", ")).")
  var audience = Audience.management

  @Option(help: "How many threads work.")
  var jobs = max(1, ProcessInfo.processInfo.activeProcessorCount)

  @Flag(help: "Publishes the rest where case files have errors.")
  var keepGoing = false

  @Flag(help: "Makes everything anew, whatever is kept.")
  var full = false

  @Flag(help: "Says where the time went.")
  var timings = false

  @Flag(help: "Says nothing but what is wrong.")
  var quiet = false

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs is \(jobs); it must be 1 to 256") }
  }

  func run() throws {
    try Build(self).run()
  }
}

extension Audience: ExpressibleByArgument {}
