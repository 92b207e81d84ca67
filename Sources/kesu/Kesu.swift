import ArgumentParser

/// The program; each command is a file of its own.
@main
struct Kesu: ParsableCommand {
  static let version = "0.1.0"
  static let configuration = CommandConfiguration(
    commandName: "kesu", abstract: "Complaint ledgers (客诉台账) in git, dashboards as static pages.",
    version: version, subcommands: [BuildCommand.self, CheckCommand.self])
}
