import Foundation
import Testing

/// Nothing under content/ but regular files is read, and nothing makes a build wait.
struct SpecialFilesTests {
  @Test func linksAndPipesAreNamedAndNotRead() throws {
    let workplace = try Workplace(["cases/a1.md": caseText("a1")])
    try workplace.write(caseText("secret", title: "外人"), to: "secret.md")
    try FileManager.default.createDirectory(atPath: workplace("content/attachments"), withIntermediateDirectories: true)
    #expect(mkfifo(workplace("content/cases/pipe.md"), 0o600) == 0)
    #expect(mkfifo(workplace("content/attachments/pipe"), 0o600) == 0)
    for (link, target) in [("cases/link.md", "../../secret.md"), ("cases/loop", "."), ("attachments/out", "/etc")] {
      try FileManager.default.createSymbolicLink(atPath: workplace("content/" + link), withDestinationPath: target)
    }
    let warnings = [
      "content/attachments/out:1:1: warning: a symbolic link is not read",
      "content/attachments/pipe:1:1: warning: a named pipe is not read",
      "content/cases/link.md:1:1: warning: a symbolic link is not read",
      "content/cases/loop:1:1: warning: a symbolic link is not read",
      "content/cases/pipe.md:1:1: warning: a named pipe is not read",
    ]
    let checked = try workplace.check()
    #expect(checked.code == 0)
    #expect(zip(checked.outputLines, warnings).allSatisfy { $0.hasPrefix($1) })
    let built = try workplace.build("--audience", "team")
    #expect(built.code == 0)
    #expect(built.errorLines.last.map(String.init) == account(found: 1, published: 1))
    let files = try workplace.files()
    #expect(!files.keys.contains { $0.hasPrefix("attachments/") || $0.contains("secret") })
    #expect(!files.values.contains { String(decoding: $0, as: UTF8.self).contains("外人") })
  }

  @Test func theLedgerItselfMayStandBehindALink() throws {
    let workplace = try Workplace(["cases/a1.md": caseText("a1")])
    try FileManager.default.createSymbolicLink(atPath: workplace("linked"), withDestinationPath: "content")
    #expect(try workplace.check("--content", "linked").code == 0)
    #expect(try workplace.build("--content", "linked", "--output", "content/site").code == 64)
  }
}
