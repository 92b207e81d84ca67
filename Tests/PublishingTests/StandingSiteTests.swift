import Foundation
import Testing

@testable import Publishing

/// A site is said to stand as it was left only where it does.
struct StandingSiteTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func keeping(_ isPassedOver: Bool = false) -> Keeping {
    Keeping(folder: folder(".kesu"), site: ["content", "site"], program: "1", isPassedOver: isPassedOver)
  }

  private func publishPages(note: String = "note") throws {
    try publish(
      [page("a.html"), page("b/c.html")], to: checkOutput(folder("site"), sources: []), keeping: keeping(),
      note: Array(note.utf8), jobs: 2)
  }

  private func stands() throws -> Bool {
    try #require(try FormerSite(keeping())).stands(in: folder("site"), jobs: 2)
  }

  @Test func theNoteOfTheLastBuildIsFound() throws {
    #expect(try FormerSite(keeping()) == nil)
    try publishPages()
    #expect(try FormerSite(keeping())?.note == Array("note".utf8))
    #expect(try FormerSite(keeping(true)) == nil)
    // Nothing is written but the note.
    try publishPages(note: "another")
    #expect(try FormerSite(keeping())?.note == Array("another".utf8))
    #expect(try stands())
  }

  @Test(arguments: [
    "edited", "removed", "touched", "mode", "folder", "gone", "marker", "marker removed", "a link",
    "in a folder's place",
  ])
  func whoeverTouchesTheSiteIsFoundOut(way: String) throws {
    try publishPages()
    #expect(try stands())
    let path = folder("site/b/c.html")
    switch way {
    case "edited": try folder.write("gape", to: "site/b/c.html")
    case "removed": unlink(path)
    case "touched": utimensat(AT_FDCWD, path, nil, 0)
    case "mode": chmod(path, 0o600)
    case "folder": chmod(folder("site/b"), 0o700)
    case "gone": try FileManager.default.removeItem(atPath: folder("site"))
    case "marker": try folder.write("kesu site 1\na.html\n", to: "site/.kesu-site")
    case "a link":
      unlink(path)
      symlink("../a.html", path)
    case "marker removed": unlink(folder("site/.kesu-site"))
    default:
      try FileManager.default.removeItem(atPath: folder("site/b"))
      try folder.write("x", to: "site/b")
    }
    #expect(try !stands())
  }

  @Test func whatOthersPutThereDoesNotMatter() throws {
    try publishPages()
    try folder.write("mine", to: "site/CNAME")
    try folder.write("mine", to: "site/notes/letter")
    #expect(try stands())
  }

  @Test func aDamagedRecordIsNoRecord() throws {
    try publishPages()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: keeping().path))
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var bad = bytes
      bad[place] ^= 1
      try bad.write(to: URL(fileURLWithPath: keeping().path))
      #expect(try FormerSite(keeping()) == nil, "byte \(place)")
    }
  }

  @Test func nobodyElseBuildsMeanwhile() throws {
    try publishPages()
    let hold = try Hold(output: folder("site"), jobs: 1)
    #expect(throws: PublishingFailure.locked(path: folder("site"))) { try stands() }
    withExtendedLifetime(hold) {}
  }
}
