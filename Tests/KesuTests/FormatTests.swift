import Foundation
import Testing

/// Diagnostics for machines: paths from the top of the repository on.
struct FormatTests {
  let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try workplace.write("title: 看板\nas_of: 2026-10-31\n", to: "team/质量/content/site.yaml")
    try workplace.write(caseText("a1", "50% off: \"x\"\n"), to: "team/质量/content/cases/a 1.md")
    try workplace.write(caseText("b2", received: "2026-13-45"), to: "team/质量/content/cases/b,2.md")
    try workplace.commitAll()
  }

  private func check(_ format: String, in folder: String = "team/质量") throws -> Outcome {
    try kesu(["check", "--format", format, "--content", "content/"], in: workplace(folder))
  }

  @Test func gitHubShowsThemBesideTheLine() throws {
    let outcome = try check("github")
    #expect(outcome.code == 1)
    let starts = [
      "::warning file=team/质量/content/cases/a 1.md,line=5,col=1,title=key.unknown::unknown key '50%25 off'",
      "::error file=team/质量/content/cases/b%2C2.md,line=4,col=11,title=date.invalid::",
      account(found: 2, published: 1, errors: 1),
    ]
    #expect(outcome.outputLines.count == 3)
    #expect(zip(outcome.outputLines, starts).allSatisfy { $0.hasPrefix($1) }, "\(outcome.output)")
  }

  @Test func sarifIsOneDocument() throws {
    struct Log: Decodable {
      struct Run: Decodable {
        struct Tool: Decodable {
          struct Driver: Decodable {
            struct Rule: Decodable { let id: String }
            let name: String, version: String, rules: [Rule]
          }
          let driver: Driver
        }
        struct Result: Decodable {
          struct Message: Decodable { let text: String }
          struct Location: Decodable {
            struct Physical: Decodable {
              struct Artifact: Decodable { let uri: String }
              struct Region: Decodable { let startLine: Int, startColumn: Int }
              let artifactLocation: Artifact, region: Region
            }
            let physicalLocation: Physical
          }
          let ruleId: String, level: String, message: Message, locations: [Location]
        }
        let tool: Tool, columnKind: String, results: [Result]
      }
      let version: String, runs: [Run]
    }
    let outcome = try check("sarif")
    #expect(outcome.code == 1)
    #expect(outcome.errors == account(found: 2, published: 1, errors: 1) + "\n")
    let log = try JSONDecoder().decode(Log.self, from: Data(outcome.output.utf8))
    #expect(log.version == "2.1.0")
    let run = try #require(log.runs.first)
    #expect(run.tool.driver.name == "kesu")
    #expect(run.tool.driver.rules.map(\.id) == ["date.invalid", "key.unknown"])
    #expect(run.columnKind == "unicodeCodePoints")
    #expect(run.results.map(\.ruleId) == ["key.unknown", "date.invalid"])
    #expect(run.results.map(\.level) == ["warning", "error"])
    let places = run.results.flatMap(\.locations).map(\.physicalLocation)
    #expect(
      places.map(\.artifactLocation.uri) == [
        // 质量 in UTF-8 is E8 B4 A8 E9 87 8F.
        "team/%E8%B4%A8%E9%87%8F/content/cases/a%201.md", "team/%E8%B4%A8%E9%87%8F/content/cases/b%2C2.md",
      ])
    #expect(places.map(\.region.startLine) == [5, 4])
    #expect(places.map(\.region.startColumn) == [1, 11])
  }

  @Test(arguments: ["github", "sarif"])
  func outsideARepositoryPathsAreAsGiven(format: String) throws {
    let workplace = try Workplace(["cases/a1.md": caseText("a1", "titel: x\n")])
    let output = try workplace.check("--format", format).output
    #expect(output.contains(format == "github" ? "file=content/cases/a1.md," : "\"uri\":\"content/cases/a1.md\""))
  }
}
