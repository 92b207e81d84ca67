import Foundation
import Testing

/// What `kesu check` is for in CI.
struct CheckTests {
  private struct Report: Decodable, Equatable {
    struct Entry: Decodable, Equatable {
      let severity: String, code: String, path: String, line: Int, column: Int
    }
    let as_of: String
    let cases: Int
    let rejected: Int
    let diagnostics: [Entry]
  }

  @Test func jsonIsOneDocument() throws {
    let workplace = try Workplace([
      "cases/a1.md": caseText("a1", "titel: \"x\"\n"), "cases/b2.md": caseText("b2", received: "2026-13-45"),
    ])
    let outcome = try workplace.check("--format", "json")
    #expect(outcome.code == 1)
    #expect(outcome.errors == account(found: 2, published: 1, errors: 1) + "\n")
    let data = Data(outcome.output.utf8)
    #expect(
      try JSONDecoder().decode(Report.self, from: data)
        == Report(
          as_of: "2026-10-31", cases: 2, rejected: 1,
          diagnostics: [
            .init(severity: "warning", code: "key.unknown", path: "content/cases/a1.md", line: 5, column: 1),
            .init(severity: "error", code: "date.invalid", path: "content/cases/b2.md", line: 4, column: 11),
          ]))
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(Set(document.keys) == ["as_of", "cases", "rejected", "diagnostics"])
    let entries = try #require(document["diagnostics"] as? [[String: Any]])
    let keys: Set = ["severity", "code", "path", "line", "column", "message"]
    #expect(entries.allSatisfy { Set($0.keys) == keys })
  }

  @Test func warningsFailOnlyAStrictCheck() throws {
    let workplace = try Workplace(["cases/a1.md": caseText("a1", "titel: x\n")])
    #expect(try workplace.check().code == 0)
    #expect(try workplace.check("--strict").code == 1)
    let right = try Workplace(["cases/a1.md": caseText("a1")])
    #expect(try right.check("--strict").code == 0)
  }

  @Test func sinceShowsOnlyWhatChanged() throws {
    let workplace = try Workplace([
      "cases/old.md": caseText("a1", received: "2026-13-45"), "cases/edited.md": caseText("a2"),
      "cases/名 «x».md": caseText("a3"),
    ])
    try workplace.commitAll()
    #expect(try workplace.check("--since", "HEAD").outputLines == [account(found: 3, published: 2, errors: 1)[...]])
    #expect(try workplace.check("--since", "HEAD").code == 0)
    try workplace.write(caseText("a2", received: "x"), to: "content/cases/edited.md")
    try workplace.write(caseText("a3", received: "x"), to: "content/cases/名 «x».md")
    try workplace.write(caseText("a4", received: "x"), to: "content/cases/new.md")
    for revision in ["HEAD", "main"] {
      let outcome = try workplace.check("--since", revision)
      #expect(outcome.code == 1)
      #expect(
        outcome.outputLines.dropLast().map { $0.prefix { $0 != ":" } } == [
          "content/cases/edited.md", "content/cases/new.md", "content/cases/名 «x».md",
        ])
      #expect(outcome.outputLines.last.map(String.init) == account(found: 4, published: 0, errors: 4))
    }
  }

  @Test func nothingIsWritten() throws {
    let workplace = try Workplace(["cases/a1.md": caseText("a1")])
    let before = try workplace.files("content")
    #expect(try workplace.check().code == 0)
    #expect(try workplace.files("content") == before)
    #expect(try workplace.names() == ["content"])
  }

  @Test func aTemplateThatPagesNeedIsMissedBeforeAnyIsMade() throws {
    let workplace = try Workplace(["cases/a1.md": caseText("a1")])
    let templates = try workplace.copyTemplates()
    try FileManager.default.removeItem(atPath: workplace.path + "/templates/pages/card.mustache")
    let line =
      "templates/pages/card.mustache:1:1: error: there is no such file, but the pages are made with it; "
      + "take it from git, or from kesu's own templates [template.file]"
    let checked = try workplace.check("--templates", templates)
    #expect(checked.code == 1)
    #expect(checked.output.contains(line))
    let built = try kesu(["build", "--templates", templates], in: workplace.path)
    #expect(built.code == 1)
    #expect(built.errors.contains(line))
    #expect(try !workplace.names().contains("_site"))
  }

  @Test func templatesAreCheckedWhereTheFolderExists() throws {
    let workplace = try Workplace(["cases/a1.md": caseText("a1")])
    #expect(try workplace.check("--templates", "nowhere").code == 0)
    let templates = try workplace.copyTemplates()
    #expect(try workplace.check("--templates", templates).code == 0)
    try workplace.write("{{#open}}", to: "templates/pages/mine.mustache")
    let outcome = try workplace.check("--templates", templates)
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("templates/pages/mine.mustache:1:1: error: "))
  }
}
