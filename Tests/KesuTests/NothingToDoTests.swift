import Foundation
import Testing

/// A build that has nothing to do reads no case, and says what the last one said.
struct NothingToDoTests {
  let workplace: Workplace

  init() throws {
    workplace = try Workplace([
      "cases/a1.md": caseText("a1"), "cases/b2.md": caseText("b2", "什么: 不认识\n"),
      "attachments/a.pdf": "pdf", "site.yaml": "title: 看板\n",
    ])
    _ = try workplace.copyTemplates()
    // Past the tick in which the files were written.
    usleep(20_000)
  }

  private func build(_ more: String..., environment: [String: String] = [:]) throws -> Outcome {
    try kesu(
      ["build", "--templates", "templates", "--timings", "--quiet"] + more, in: workplace.path,
      environment: ["SOURCE_DATE_EPOCH": "1793404800"].merging(environment) { $1 })
  }

  private func reads(_ outcome: Outcome) -> Bool { outcome.errorLines.contains { $0.hasPrefix("read: ") } }

  /// All but where the time went.
  private func said(_ outcome: Outcome) -> [Substring] { outcome.errorLines.filter { !$0.hasSuffix(" s") } }

  @Test func itSaysTheSameAgain() throws {
    let (first, second) = (try build(), try build())
    #expect(reads(first))
    #expect(!reads(second))
    #expect(second.code == 0)
    #expect(said(second) == said(first))
    #expect(second.errors.contains("content/cases/b2.md:5:1: warning: "))
    #expect(second.errorLines.last.map(String.init) == account(found: 2, published: 2))
  }

  @Test func anErrorIsStillAnError() throws {
    try workplace.write(caseText("b2", received: "2026-13-45"), to: "content/cases/b2.md")
    usleep(20_000)
    let (first, second) = (try build("--keep-going"), try build("--keep-going"))
    #expect(!reads(second))
    #expect((first.code, second.code) == (1, 1))
    #expect(said(second) == said(first))
    // Without the option nothing is published, and that is said.
    #expect(try build().errors.contains("1 error: nothing was published"))
  }

  @Test(arguments: [
    "case", "attachment", "settings", "template", "strings", "asset", "new case", "as-of", "day", "audience",
    "keep going",
    "full", "link", "page", "commit", "content by another name",
  ])
  func whateverABuildRestsOnIsLookedAt(way: String) throws {
    #expect(try reads(build()))
    #expect(try !reads(build()))
    var options: [String] = []
    var environment: [String: String] = [:]
    switch way {
    case "case": try workplace.write(caseText("a1") + "又及。\n", to: "content/cases/a1.md")
    case "attachment": try workplace.write("fdp", to: "content/attachments/a.pdf")
    case "settings": try workplace.write("title: 另一块\n", to: "content/site.yaml")
    case "template": try append("\n", to: "templates/pages/overview.mustache")
    case "strings": try append("\n", to: "templates/strings/en.yaml")
    case "asset": try append("\n", to: "templates/assets/kesu.css")
    case "new case": try workplace.write(caseText("c3"), to: "content/cases/c3.md")
    case "as-of": options = ["--as-of", "2026-10-30"]
    case "day": environment = ["SOURCE_DATE_EPOCH": "1793491200"]
    case "audience": options = ["--audience", "team"]
    case "keep going": options = ["--keep-going"]
    case "full": options = ["--full"]
    case "link": symlink("a.pdf", workplace("content/attachments/b.pdf"))
    case "page": try append("x", to: "_site/index.html")
    case "commit": try workplace.commitAll()
    default: options = ["--content", "./content"]
    }
    let outcome = try kesu(
      ["build", "--templates", "templates", "--timings", "--quiet"] + options, in: workplace.path,
      environment: ["SOURCE_DATE_EPOCH": "1793404800"].merging(environment) { $1 })
    #expect(outcome.code == 0)
    #expect(reads(outcome))
  }

  private func append(_ text: String, to name: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: workplace(name)))
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }
}
