import Foundation
import Testing

/// A build that has nothing to do asks git once more only where git might answer otherwise.
struct GitGroundsTests {
  let workplace: Workplace

  init() throws {
    workplace = try Workplace(["cases/a1.md": caseText("a1"), "cases/.keep": "", ".gitignore": "*.bak\n"])
    try workplace.write("[core]\n\texcludesFile = ~/passed-over\n", to: "home/.gitconfig")
    try workplace.write("*.tmp\n", to: "home/passed-over")
    // In the place of git stands one that writes down that it was asked.
    try workplace.write(
      "#!/bin/sh\necho \"$*\" >> '\(workplace("asked"))'\nPATH=$GIT_BEHIND exec git \"$@\"\n", to: "bin/git")
    try run(["chmod", "+x", "bin/git"], in: workplace.path)
    try workplace.write("/_site\n/.kesu\n/asked\n", to: ".gitignore")
    try workplace.commitAll()
    usleep(20_000)
  }

  /// Builds over what stands.
  ///
  /// - Returns: What the overview names as the commit, and whether git was asked.
  private func build() throws -> (commit: String?, isAsked: Bool) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let log = workplace("asked")
    if FileManager.default.fileExists(atPath: log) { try FileManager.default.removeItem(atPath: log) }
    let outcome = try workplace.build(
      environment: [
        "HOME": workplace("home"), "GIT_CONFIG_GLOBAL": workplace("home/.gitconfig"), "GIT_BEHIND": path,
        "PATH": workplace("bin") + ":" + path,
      ])
    #expect(outcome.code == 0)
    let page = try String(contentsOfFile: workplace("_site/index.html"), encoding: .utf8)
    let commit = page.firstMatch(of: /版本 ([0-9a-f]+)/).map { String($0.output.1) }
    return (commit, FileManager.default.fileExists(atPath: log))
  }

  @Test func whatIsKnownIsNotAskedAgain() throws {
    let first = try build()
    #expect(first.isAsked)
    let second = try build()
    #expect(!second.isAsked)
    #expect(second.commit == first.commit)
  }

  /// What is not read may still be a change that is not committed, and then no commit is named.
  @Test(arguments: [
    ("a hidden file is changed", false), ("a hidden file is new", false), ("an editor leaves a copy", false),
    ("a file is passed over that is not there", true), ("one on the way is", true),
    ("one of all repositories is", true),
    ("another commit", true), ("what is staged", true), ("settings of the repository", true),
    ("a repository nearer by", false),
  ])
  func whatMightBeOtherwiseIsAsked(way: String, hasCommit: Bool) throws {
    let first = try build()
    #expect(try !build().isAsked)
    switch way {
    case "a hidden file is changed": try workplace.write("x", to: "content/cases/.keep")
    case "a hidden file is new": try workplace.write("x", to: "content/cases/.a1.md.swp")
    case "an editor leaves a copy": try workplace.write("x", to: "content/cases/a1.md~")
    case "a file is passed over that is not there": try workplace.write("*.old\n", to: ".git/info/exclude")
    case "one on the way is": try workplace.write("/_site\n/.kesu\n/asked\n*.old\n", to: ".gitignore")
    case "one of all repositories is": try workplace.write("*.old\n", to: "home/passed-over")
    case "another commit": try workplace.git("commit", "-q", "--amend", "-m", "other")
    case "what is staged":
      try workplace.write("x", to: "other")
      try workplace.git("add", "other")
    case "settings of the repository": try workplace.git("config", "core.filemode", "false")
    default: try run(["git", "init", "-q"], in: workplace("content"))
    }
    usleep(20_000)
    let after = try build()
    #expect(after.isAsked)
    #expect((after.commit != nil) == hasCommit, "\(after.commit ?? "")")
    #expect((after.commit != first.commit) == (way == "another commit" || !hasCommit))
  }

  /// Settings that are not looked at may send git anywhere.
  @Test(arguments: ["[include]\n\tpath = other\n", "[core]\n\texcludesFile = passed-over\n"])
  func whereSettingsLeadElsewhereGitIsAlwaysAsked(settings: String) throws {
    try workplace.write(settings, to: "home/.gitconfig")
    usleep(20_000)
    #expect(try build().isAsked)
    #expect(try build().isAsked)
  }

  /// Git looks at every file of a ledger to tell whether one has changed; to tell that of one, at that one.
  @Test(arguments: ["cases/a2.md", "cases/二月 [1]/'a2'.md", "cases/a1.md"])
  func whatWasNotCommittedIsLookedAtFirst(name: String) throws {
    let first = try build()
    try workplace.write(caseText(name == "cases/a1.md" ? "a1" : "a2", title: "屏幕不亮"), to: "content/" + name)
    #expect(try build().commit == nil)
    try workplace.write(caseText("a3"), to: "content/cases/a3.md")
    #expect(try build().commit == nil)
    #expect(try questions("status").count == 1)
    // Another one is found when that one is what it was.
    try workplace.git("checkout", "-q", ".")
    if name != "cases/a1.md" { try FileManager.default.removeItem(atPath: workplace("content/" + name)) }
    #expect(try build().commit == nil)
    #expect(try questions("status").count == 2)
    try workplace.git("clean", "-fdqx", "content")
    usleep(20_000)
    #expect(try build().commit == first.commit)
  }

  /// Of the questions to git in the last build, those that are of a kind.
  private func questions(_ kind: String) throws -> [Substring] {
    try String(contentsOfFile: workplace("asked"), encoding: .utf8).split(separator: "\n").filter {
      $0.contains(" \(kind) ")
    }
  }
}
