import Foundation
import Testing

@testable import Publishing

/// Files and folders are made as the umask says; the output folder itself keeps the mode that somebody gave it.
struct ModeTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func mode(_ name: String) throws -> mode_t? { try status(of: folder(name)).map { $0.st_mode & 0o7777 } }

  @Test(arguments: [0o700, 0o750, 0o2775, 0o755] as [mode_t])
  func theOutputKeepsItsMode(mode: mode_t) throws {
    try folder.publishSite([page("index.html", "old")])
    #expect(chmod(folder("site"), mode) == 0)
    try folder.publishSite([page("index.html", "new")])
    #expect(try self.mode("site") == mode)
  }

  @Test func aFolderOfOthersKeepsItsMode() throws {
    try folder.publishSite([page("index.html", "old")])
    try folder.write("mine", to: "site/notes/letter")
    #expect(chmod(folder("site/notes"), 0o700) == 0)
    try folder.publishSite([page("index.html", "new")])
    #expect(try mode("site/notes") == 0o700)
  }
}
