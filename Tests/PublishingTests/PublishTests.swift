import Foundation
import Testing

@testable import Publishing

/// Invariant 7 of the README: the published site is the old one or the new one, never half of each.
struct PublishTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aSiteIsItsFilesAndTheirManifest() throws {
    try folder.publishSite([page("index.html", "i"), page("cases/2026-10/261001.html", "c")])
    #expect(
      try folder.listing() == [
        "site": "/", "site/.kesu-site": "kesu site 1\ncases/2026-10/261001.html\nindex.html\n", "site/cases": "/",
        "site/cases/2026-10": "/", "site/cases/2026-10/261001.html": "c", "site/index.html": "i",
      ])
  }

  @Test func whatTheNewSiteHasNotIsGone() throws {
    try folder.publishSite([page("index.html", "old"), page("cases/1.html"), page("a/b/c.html")])
    try folder.publishSite([page("index.html", "new"), page("cases/2.html")])
    #expect(
      try folder.listing("site") == [
        ".kesu-site": "kesu site 1\ncases/2.html\nindex.html\n", "cases": "/", "cases/2.html": "page",
        "index.html": "new",
      ])
    #expect(try folder.listing().keys.filter { !$0.hasPrefix("site") } == [])
  }

  @Test(arguments: [1, 2, 8])
  func theNumberOfThreadsChangesNoByte(jobs: Int) throws {
    let files = (0..<200).map { page("\($0 % 7)/\($0).html", "\($0)") }
    try folder.publishSite(files, jobs: jobs)
    let listing = try folder.listing("site")
    #expect(listing.count == 200 + 7 + 1)
    #expect((0..<200).allSatisfy { listing["\($0 % 7)/\($0).html"] == "\($0)" })
  }

  @Test func aSiteWithoutFilesIsItsManifest() throws {
    try folder.publishSite([])
    #expect(try folder.listing("site") == [".kesu-site": "kesu site 1\n"])
  }

  @Test func foldersThatAreNotThereAreMade() throws {
    try folder.publishSite([page("index.html")], to: "a/b/site")
    #expect(try folder.listing("a/b").keys.contains("site/index.html"))
  }

  @Test func namesThatOnlyLookAlikeAreTwo() throws {
    // é as one scalar, and as e with an accent: equal as Swift strings, two names to the file system.
    try folder.publishSite([page("caf\u{E9}/1.html"), page("cafe\u{301}/2.html")])
    #expect(FileManager.default.fileExists(atPath: folder("site/caf\u{E9}/1.html")))
    #expect(FileManager.default.fileExists(atPath: folder("site/cafe\u{301}/2.html")))
  }

  @Test func twoPagesOfOnePathFail() throws {
    let said = failure(in: folder) { try folder.publishSite([page("a.html"), page("a.html")]) }
    #expect(said == ".site.kesu/tree/a.html: cannot create: File exists")
    #expect(try folder.listing() == [:])
  }

  @Test func aPageThatFailsLeavesTheOldSiteAndNoLitter() throws {
    struct Wrong: Error {}
    try folder.publishSite([page("index.html", "old")])
    let before = try folder.listing()
    let files =
      (0..<50).map { page("\($0).html") } + [OutputFile(path: "x.html", content: .made { _ in throw Wrong() })]
    #expect(throws: Wrong.self) { try folder.publishSite(files) }
    #expect(try folder.listing() == before)
  }

  @Test func theFirstFailureInTheOrderOfTheFilesIsTold() throws {
    struct Wrong: Error, Equatable { let number: Int }
    let files = (0..<20).map { number in
      OutputFile(path: "\(number).html", content: .made { _ in throw Wrong(number: number) })
    }
    #expect(throws: Wrong(number: 0)) { try folder.publishSite(files, jobs: 1) }
  }

  @Test func whatAKilledBuildLeftIsRemoved() throws {
    try folder.publishSite([page("index.html", "old")])
    try folder.write("*", to: ".site.kesu/.gitignore")
    try folder.write("half", to: ".site.kesu/tree/cases/half.html")
    try folder.write("half", to: ".site.kesu/tree/.kesu-site")
    try folder.publishSite([page("index.html", "new")])
    #expect(
      try folder.listing() == [
        "site": "/", "site/.kesu-site": "kesu site 1\nindex.html\n", "site/index.html": "new",
      ])
  }

  @Test func twoBuildsDoNotMeet() throws {
    let output = try checkOutput(folder("site"), sources: [])
    let first = try Hold(output: output, jobs: 1)
    let said = failure(in: folder) { try publish([page("a.html")], to: output, jobs: 1) }
    #expect(said == "site: another build is writing this site; wait for it to end")
    #expect(try folder.listing() == [".site.kesu": "/", ".site.kesu/.gitignore": "*\n"])
    try first.removeEmpty()
    #expect(try folder.listing() == [:])
  }

  @Test func aFolderThatNobodyMayWriteFails() {
    // Not even root makes folders there.
    let said = failure(in: folder) {
      try publish([page("a.html")], to: checkOutput("/proc/site", sources: []), jobs: 1)
    }
    #expect(said == "/proc/.site.kesu: cannot make the folder: No such file or directory")
  }
}
