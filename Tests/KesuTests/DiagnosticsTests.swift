import Foundation
import Testing

/// Where diagnostics and the account of the ledger stand.
struct DiagnosticsTests {
  /// Two files in error, one with a warning, one right; written so that their order in the folder is not that of their paths.
  let workplace: Workplace

  init() throws {
    workplace = try Workplace([
      "cases/2026/b2.md": caseText("b2", received: "2026-13-45"),
      "cases/2026/a1.md": caseText("a1", "titel: x\n"),
      "cases/c3.md": caseText("c3", "colour: red\nchannel: pigeon\n"),
      "cases/2026/10/d4.md": caseText("d4"),
    ])
  }

  private let places = [
    "content/cases/2026/a1.md:5:1: warning", "content/cases/2026/b2.md:4:11: error",
    "content/cases/c3.md:5:1: warning", "content/cases/c3.md:6:10: error",
  ]

  private func places(in lines: [Substring]) -> [String] {
    lines.compactMap { line in
      line.firstMatch(of: #/^(\S+:\d+:\d+: (?:error|warning)): .+ \[[a-z_.]+\]$/#).map { String($0.1) }
    }
  }

  @Test func aBuildWritesThemToStandardError() throws {
    let outcome = try workplace.build()
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(places(in: outcome.errorLines) == places)
    #expect(
      outcome.errorLines.suffix(2) == [
        "2 errors: nothing was published", account(found: 4, published: 2, errors: 2)[...],
      ])
  }

  @Test func aCheckWritesThemToStandardOutput() throws {
    let outcome = try workplace.check()
    #expect(outcome.code == 1)
    #expect(outcome.errors == "")
    #expect(places(in: outcome.outputLines) == places)
    #expect(outcome.outputLines.last.map(String.init) == account(found: 4, published: 2, errors: 2))
    #expect(outcome.outputLines.count == 5)
  }

  @Test(arguments: [[], ["--quiet"], ["--keep-going"], ["--quiet", "--keep-going"], ["--timings"]])
  func theAccountIsTheLastLineOfABuild(options: [String]) throws {
    let outcome = try kesu(["build"] + options, in: workplace.path)
    #expect(outcome.code == 1)
    #expect(outcome.errorLines.last.map(String.init) == account(found: 4, published: 2, errors: 2))
  }

  @Test func aQuietBuildSaysNothingElse() throws {
    let right = try Workplace(["cases/a1.md": caseText("a1")])
    let outcome = try right.build("--quiet")
    #expect(outcome.code == 0)
    #expect(outcome.output + outcome.errors == account(found: 1, published: 1) + "\n")
  }

  @Test func everyFileIsInTheAccount() throws {
    let ledger = try Workplace([
      "cases/a1.md": caseText("a1"), "cases/A2.MD": caseText("a2"),
      "cases/later.md": caseText("a3", received: "2026-11-01"),
      "cases/void.md": caseText("a4", "status: void\n"), "cases/question.md": caseText("a5", "kind: inquiry\n"),
      "cases/appeal.md": caseText("a6", "appeal_of: a1\n"), "cases/wrong.md": "no front matter\n",
      "cases/.hidden.md": "x", "cases/copy.md~": "x", "cases/notes.txt": "x", "cases/folder.md/a7.md": caseText("a7"),
    ])
    let outcome = try ledger.check()
    #expect(
      outcome.outputLines.last.map(String.init) == account(found: 8, published: 3, excluded: [1, 1, 1, 1], errors: 1))
  }

  @Test func aPathIsPrintedAsTheFolderWasGiven() throws {
    let ledger = try Workplace(["cases/a1.md": caseText("a1", "titel: x\n")])
    for (given, shown) in [("content/", "content"), ("./content", "./content"), (ledger("content"), ledger("content"))]
    {
      #expect(try ledger.check("--content", given).output.hasPrefix("\(shown)/cases/a1.md:5:1: warning: "))
    }
  }
}
