import Foundation
import Testing

/// Exit codes 0 and 64, and what stands on which stream (README, «退出码»).
struct UsageTests {
  @Test(arguments: [
    ([], "USAGE: kesu <subcommand>"), (["--help"], "USAGE: kesu <subcommand>"), (["--version"], "0.1.0"),
    (["build", "--help"], "USAGE: kesu build"), (["help", "check"], "USAGE: kesu check"),
  ])
  func helpIsAskedFor(arguments: [String], shown: String) throws {
    let outcome = try run([kesuPath()] + arguments, in: "/")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains(shown))
    #expect(outcome.errors == "")
  }

  @Test(arguments: [
    (["buid"], "Unexpected argument 'buid'"),
    (["build", "--outptu", "x"], "Did you mean '--output'?"),
    (["build", "x"], "Unexpected argument 'x'"),
    (["build", "--jobs", "0"], "--jobs is 0; it must be 1 to 256"),
    (["build", "--jobs", "257"], "--jobs is 257; it must be 1 to 256"),
    (["build", "--jobs", "two"], "'two' is invalid for '--jobs"),
    (["build", "--audience", "boss"], "'team', 'management' or 'public'"),
    (["build", "--as-of", "2026-02-30"], "'2026-02-30' is not a day; write it like 2026-10-31"),
    (["check", "--as-of", "2026-2-3"], "'2026-2-3' is not a day"),
    (["check", "--as-of", "1989-12-31"], "'1989-12-31' is not a day"),
    (["check", "--format", "xml"], "'xml' is invalid for '--format"),
    (["check", "--since", "no-such-revision"], "--since no-such-revision: git does not know this revision"),
    (["check", "--since=--output=x"], "git does not know this revision"),
    (["build", "--output", "."], ".: this folder was not made by kesu"),
    (["build", "--output", "content/site"], "cannot be written over, into or around content"),
    (["build", "--output", "mine"], "mine: this folder was not made by kesu"),
  ])
  func aWrongCallIsToldAndDoesNothing(arguments: [String], message: String) throws {
    let workplace = try Workplace(["cases/a1.md": caseText("a1")])
    try workplace.write("mine", to: "mine/letter.txt")
    let outcome = try kesu(arguments, in: workplace.path)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains(message))
    #expect(try workplace.names() == ["content", "mine"])
    #expect(try workplace.files("mine").keys.sorted() == ["letter.txt"])
  }

  @Test func aWrongEpochIsTold() throws {
    let outcome = try Workplace().check(environment: ["SOURCE_DATE_EPOCH": "yesterday"])
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("SOURCE_DATE_EPOCH is 'yesterday'"))
  }
}
