import ArgumentParser
import CLinux
import Glibc

/// The program; each command is a file of its own.
@main
struct Kesu: ParsableCommand {
  static let version = "0.1.0"
  static let configuration = CommandConfiguration(
    commandName: "kesu", abstract: "Complaint ledgers (客诉台账) in git, dashboards as static pages.",
    version: version, subcommands: [BuildCommand.self, CheckCommand.self, RemindCommand.self])

  static func main() {
    // A pipe that nobody reads any more and a limit on the size of files are told by the call that meets them; nothing dies half-way.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // Swift finds the arguments by /proc/self/maps; without, the program would take a build for a call of nothing.
    guard !CommandLine.arguments.isEmpty else {
      Console.note("error: cannot read /proc/self/maps, which tells the arguments")
      Glibc.exit(ExitCode.readingOrWritingFailed.rawValue)
    }
    give_back_freed_memory()
    main(nil)
  }
}
