import ArgumentParser

@main
struct Kesu: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kesu", abstract: "Complaint ledgers in git, dashboards as static pages.")
}
