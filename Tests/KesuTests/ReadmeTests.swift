import Foundation
import Testing

/// The README says what is so.
struct ReadmeTests {
  let readme: String

  init() throws { readme = try String(contentsOfFile: repository + "/README.md", encoding: .utf8) }

  /// The lines of code blocks.
  private var commands: [Substring] {
    var isCode = false
    return readme.split(separator: "\n").filter { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return isCode && !line.hasPrefix("```")
    }
  }

  @Test func theFirstCommandBuildsTheSite() {
    #expect(
      commands.first
        == "apt-get update && apt-get install -y libcmark-dev libyaml-dev && swift run -c release kesu build")
  }

  @Test func theSecondCommandIsWhatCIRuns() throws {
    let script = try String(contentsOfFile: repository + "/.ci/run", encoding: .utf8)
    let last = try #require(script.split(separator: "\n").last)
    #expect(commands.dropFirst().first == last)
    #expect(last.contains("swift test"))
    #expect(FileManager.default.isExecutableFile(atPath: repository + "/.ci/run"))
  }

  @Test func everyTestThatItNamesExists() throws {
    let tests = try FileManager.default.subpathsOfDirectory(atPath: repository + "/Tests")
      .filter { $0.hasSuffix(".swift") }.map {
        try String(contentsOfFile: "\(repository)/Tests/\($0)", encoding: .utf8)
      }
    let named = Set(readme.matches(of: #/`(\w+Tests)`/#).map { String($0.1) })
    #expect(named.count > 7)
    let targets = Set(try FileManager.default.contentsOfDirectory(atPath: repository + "/Tests"))
    for name in named.subtracting(targets).sorted() {
      #expect(tests.contains { $0.contains("struct \(name) ") || $0.contains("func \(name)(") }, "\(name)")
    }
  }

  @Test func itsCasesAreRight() throws {
    let blocks = readme.components(separatedBy: "```markdown\n").dropFirst().map {
      $0.components(separatedBy: "\n```")[0]
    }
    #expect(blocks.count == 2)
    // By the rules and words of the sample ledger.
    let workplace = try Workplace.sample()
    for folder in ["cases", "attachments", "reports", "improvements", "pages"] {
      try FileManager.default.removeItem(atPath: workplace("content/" + folder))
    }
    for (number, block) in blocks.enumerated() { try workplace.write(block + "\n", to: "content/cases/\(number).md") }
    try workplace.write("x", to: "content/attachments/2610/261001-8d.pdf")
    let outcome = try workplace.check("--strict")
    #expect(outcome.output == account(found: 2, published: 2) + "\n")
    #expect(outcome.code == 0)
  }

  @Test func everyFolderOfSourcesStandsInTheMap() throws {
    for folder in try FileManager.default.contentsOfDirectory(atPath: repository + "/Sources") {
      #expect(readme.contains("`\(folder)`"), "\(folder)")
    }
  }
}
