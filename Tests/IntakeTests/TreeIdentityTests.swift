import Foundation
import Testing

@testable import Intake

/// Folders of which anything that is read has changed are known by something else.
struct TreeIdentityTests {
  private func ledger() throws -> TemporaryLedger {
    try TemporaryLedger(["cases/1/a.md": "a", "cases/2/b.md": "b", "attachments/c.pdf": "c"])
  }

  private func identity(_ ledger: TemporaryLedger, jobs: Int = 2) throws -> TreeIdentity {
    try #require(TreeIdentity(of: [ledger.content], jobs: jobs))
  }

  @Test(arguments: [
    "edited", "the same size and time", "renamed", "moved", "removed", "added", "mode", "attachment", "empty file",
  ])
  func whateverIsReadCounts(way: String) throws {
    let ledger = try ledger()
    let before = try identity(ledger)
    let path = ledger.content + "/cases/1/a.md"
    usleep(10_000)
    switch way {
    case "edited": try ledger.write([1, 2], to: "cases/1/a.md")
    case "the same size and time":
      var status = stat()
      #expect(stat(path, &status) == 0)
      try ledger.write([1], to: "cases/1/a.md")
      #expect(utimensat(AT_FDCWD, path, [status.st_atim, status.st_mtim], 0) == 0)
    case "renamed": #expect(rename(path, ledger.content + "/cases/1/c.md") == 0)
    case "moved": #expect(rename(path, ledger.content + "/cases/2/a.md") == 0)
    case "removed": unlink(path)
    case "added": try ledger.write([1], to: "cases/3/d.md")
    case "mode": chmod(path, 0o600)
    case "attachment": try ledger.write([2], to: "attachments/c.pdf")
    default: try ledger.write([], to: "notes")
    }
    #expect(try identity(ledger).digest != before.digest)
  }

  @Test func whatIsNotReadDoesNotCount() throws {
    let ledger = try ledger()
    let before = try identity(ledger)
    let ofAll = try #require(before.ofAll)
    try ledger.write([1], to: ".git/index")
    try ledger.write([1], to: "cases/1/a.md~")
    try ledger.write([1], to: "cases/.a.md.swp")
    #expect(try identity(ledger).digest == before.digest)
    #expect(try identity(ledger, jobs: 1).digest == before.digest)
    #expect(try identity(ledger, jobs: 1).ofAll == identity(ledger).ofAll)
    // git sees it, but not its own folder.
    #expect(try identity(ledger).ofAll != ofAll)
  }

  /// What a hidden folder holds is looked at by git alone.
  @Test func aHiddenFolderIsKnownToNobody() throws {
    let ledger = try ledger()
    try ledger.write([1], to: ".git/index")
    #expect(try identity(ledger).ofAll != nil)
    try ledger.write([1], to: "cases/.notes/a")
    #expect(try identity(ledger).ofAll == nil)
  }

  @Test func twoFilesThatChangePlacesAreSeen() throws {
    let ledger = try ledger()
    let before = try identity(ledger)
    let (one, other) = (ledger.content + "/cases/1/a.md", ledger.content + "/cases/2/b.md")
    #expect(rename(one, one + ".x") == 0)
    #expect(rename(other, one) == 0)
    #expect(rename(one + ".x", other) == 0)
    #expect(try identity(ledger).digest != before.digest)
  }

  @Test func aLinkMayLeadAnywhere() throws {
    let ledger = try ledger()
    #expect(try identity(ledger).isPlain)
    symlink("/etc/passwd", ledger.content + "/attachments/link")
    #expect(try !identity(ledger).isPlain)
  }

  @Test func aFolderThatIsNotThereIsNotKnown() {
    #expect(TreeIdentity(of: ["/nonexistent"], jobs: 2) == nil)
  }
}
