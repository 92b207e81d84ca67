import Foundation
import Testing

/// Exit code 74: the machine refused to read or write (README, «退出码»).
struct ReadingFailureTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace(["cases/a1.md": caseText("a1")]) }

  @Test(arguments: [
    (
      ["check", "--content", "nowhere"],
      "error: nowhere: there is no such folder; run kesu where it is, or name it with --content"
    ),
    (["build", "--content", "nowhere/"], "error: nowhere: there is no such folder"),
    (
      ["build", "--templates", "nowhere"],
      "error: nowhere: there is no such folder; run kesu where it is, or name it with --templates"
    ),
    (["check", "--content", "content/site.yaml"], "error: content/site.yaml: Not a directory"),
    (["build", "--output", "/proc/site"], "/proc/.site.kesu: cannot make the folder"),
  ])
  func whatCannotBeReadOrWrittenIsNamed(arguments: [String], message: String) throws {
    let outcome = try kesu(arguments, in: workplace.path)
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains(message))
    #expect(try workplace.names() == ["content"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func aFolderThatMayNotBeReadIsNamed() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: workplace("content/cases"))
    defer {
      do {
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workplace("content/cases"))
      } catch { Issue.record(error) }
    }
    let outcome = try workplace.check()
    #expect(outcome.code == 74)
    #expect(outcome.errors == "error: content/cases: Permission denied\n")
  }

  @Test func aFileThatMayNotGrowLeavesTheOldSite() throws {
    #expect(try workplace.build().code == 0)
    let before = try workplace.files()
    try workplace.write(caseText("a2"), to: "content/cases/a2.md")
    // One block of 1,024 bytes; bash tells it to the program as the system tells a full disk.
    let script = "ulimit -f 1; exec \"$0\" build --templates \"$1\" 2>&1 | cat"
    let outcome = try run(
      ["bash", "-o", "pipefail", "-c", script, kesuPath(), repository + "/site-templates"], in: workplace.path)
    #expect(outcome.code == 74)
    #expect(outcome.output.contains("cannot write: File too large"))
    #expect(outcome.outputLines.last.map(String.init) == account(found: 2, published: 2))
    #expect(try workplace.files() == before)
    #expect(try workplace.names() == ["content", "_site"])
  }

  @Test func aFullDiskLeavesTheOldSite() throws {
    // A small file system in memory, seen by this one program only; not every machine lets a test make one.
    let mount = "mkdir disk && mount -t tmpfs -o size=16k none disk"
    let prefix = ["unshare", "--map-root-user", "--mount", "bash", "-c"]
    guard try run(prefix + [mount + "; code=$?; exit $code"], in: workplace.path).code == 0 else {
      print("skipped: this machine lets nobody mount a small file system")
      return
    }
    let script = """
      rmdir disk; \(mount) || exit 1
      mkdir disk/site && printf 'kesu site 1\\nindex.html\\n' > disk/site/.kesu-site && echo old > disk/site/index.html
      "$0" build --templates "$1" --output disk/site; echo "code $?"
      find disk -type f | sort; cat disk/site/index.html
      """
    let outcome = try run(prefix + [script, kesuPath(), repository + "/site-templates"], in: workplace.path)
    #expect(outcome.outputLines == ["code 74", "disk/site/.kesu-site", "disk/site/index.html", "old"])
    #expect(outcome.errors.contains("No space left on device"))
  }

  @Test func aReaderThatWentAwayStopsNothing() throws {
    let script =
      "(sleep 0.2; \"$0\" build --templates \"$1\"; echo $? > code) 2>&1 | true; while [ ! -s code ]; do sleep 0.1; done"
    try run(["bash", "-c", script, kesuPath(), repository + "/site-templates"], in: workplace.path)
    #expect(try String(contentsOfFile: workplace("code"), encoding: .utf8) == "0\n")
    #expect(try workplace.files()[".kesu-site"] != nil)
  }
}
