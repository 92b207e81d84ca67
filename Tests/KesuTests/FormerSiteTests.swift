import Foundation
import Testing

/// Invariant 7 of the README: a ledger in error leaves the published site as it stands.
struct FormerSiteTests {
  let workplace: Workplace
  let before: [String: Data]

  init() throws {
    workplace = try Workplace(["cases/a1.md": caseText("a1"), "cases/b2.md": caseText("b2")])
    try #require(try workplace.build().code == 0)
    before = try workplace.files()
  }

  @Test func anErrorPublishesNothing() throws {
    try workplace.write(caseText("b2", received: "2026-13-45"), to: "content/cases/b2.md")
    let outcome = try workplace.build()
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("1 error: nothing was published"))
    #expect(try workplace.files() == before)
    #expect(try workplace.names() == ["content", "_site"])
  }

  @Test func keepGoingPublishesTheRest() throws {
    try workplace.write(caseText("b2", received: "2026-13-45"), to: "content/cases/b2.md")
    let outcome = try workplace.build("--keep-going")
    #expect(outcome.code == 1)
    #expect(outcome.errorLines.last.map(String.init) == account(found: 2, published: 1, errors: 1))
    let paths = try workplace.files().keys
    #expect(paths.contains("cases/2026-10/a1.html"))
    #expect(!paths.contains("cases/2026-10/b2.html"))
  }

  @Test(arguments: [
    ("site.yaml", "title: 看板\ntime_zone: Mars/Base\n"),
    ("site.yaml", "title: [\n"),
    ("calendar/2026.yaml", "holidays: [2026-02-30]\n"),
    ("exposure/2026.csv", "period,product,shipped_lots\n2026-10,,many\n"),
    ("reports/monthly/october.md", "什么\n"),
    ("pages/a.md", "a\u{0}b\n"),
  ])
  func anErrorOutsideCasesPublishesNothingEvenSo(file: String, text: String) throws {
    try workplace.write(text, to: "content/" + file)
    for options in [[], ["--keep-going"]] {
      let outcome = try kesu(["build", "--as-of", "2026-10-31"] + options, in: workplace.path)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("content/\(file):"))
      #expect(try workplace.files() == before)
    }
  }

  @Test func aLedgerWithoutSettingsPublishesNothing() throws {
    try FileManager.default.removeItem(atPath: workplace("content/site.yaml"))
    for command in ["build", "check"] {
      let outcome = try kesu([command, "--as-of", "2026-10-31"], in: workplace.path)
      #expect(outcome.code == 1)
      let said = (outcome.output + outcome.errors).split(separator: "\n").first
      #expect(
        said
          == "content/site.yaml:1:1: error: the file is missing; it needs at least the line 'title: …' [file.missing]")
    }
    #expect(try workplace.files() == before)
  }

  @Test(arguments: [
    ("layouts/page.mustache", "{{#open}}", "templates/layouts/page.mustache:1:1: error: "),
    ("pages/ledger.mustache", "\n{{pagee.title}}", "templates/pages/ledger.mustache:2:1: error: "),
    ("strings/en.yaml", "a: [\n", "templates/strings/en.yaml:"),
  ])
  func anErrorInTemplatesPublishesNothingEvenSo(file: String, text: String, message: String) throws {
    let templates = try workplace.copyTemplates()
    try workplace.write(text, to: "templates/" + file)
    for options in [[], ["--keep-going"]] {
      let outcome = try kesu(["build", "--templates", templates] + options, in: workplace.path)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains(message))
      #expect(outcome.errors.contains("nothing was published"))
      #expect(outcome.errorLines.last.map(String.init) == account(found: 2, published: 2))
      #expect(try workplace.files() == before)
      #expect(try workplace.names() == ["content", "templates", "_site"])
    }
  }

  @Test func aKilledBuildLeavesTheOldSiteAndTheNextOneCleansUp() throws {
    let script = "\"$0\" build --templates \"$1\" & sleep 0.0\(Int.random(in: 1...9)); kill -9 $!; wait; true"
    try run(["bash", "-c", script, kesuPath(), repository + "/site-templates"], in: workplace.path)
    #expect(try workplace.files() == before)
    #expect(try workplace.build().code == 0)
    #expect(try workplace.files() == before)
    #expect(try workplace.names() == ["content", "_site"])
  }
}
