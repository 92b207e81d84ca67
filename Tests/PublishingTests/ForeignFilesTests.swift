import Foundation
import Testing

@testable import Publishing

/// Invariant 7 of the README: files that the program did not write are never deleted.
struct ForeignFilesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.publishSite([page("index.html", "old"), page("cases/1.html", "old"), page("gone/2.html", "old")])
  }

  @Test func whatOthersPutThereStaysThere() throws {
    try folder.write("example.com", to: "site/CNAME")
    try folder.write("mine", to: "site/gone/notes/mine.txt")
    try folder.makeFolder("site/empty")
    try FileManager.default.createSymbolicLink(atPath: folder("site/latest"), withDestinationPath: "cases/1.html")
    #expect(mkfifo(folder("site/pipe"), 0o600) == 0)
    for _ in 1...2 {
      try folder.publishSite([page("index.html", "new"), page("cases/1.html", "new")])
      #expect(
        try folder.listing("site") == [
          ".kesu-site": "kesu site 1\ncases/1.html\nindex.html\n", "CNAME": "example.com", "cases": "/",
          "cases/1.html": "new", "empty": "/", "gone": "/", "gone/notes": "/", "gone/notes/mine.txt": "mine",
          "index.html": "new", "latest": "→ cases/1.html", "pipe": "special",
        ])
    }
    #expect(try folder.listing().keys.filter { !$0.hasPrefix("site") } == [])
  }

  @Test func aPageThatSomebodyEditedIsMadeAnew() throws {
    try folder.write("edited", to: "site/index.html")
    try folder.publishSite([page("index.html", "new")])
    #expect(try folder.listing("site")["index.html"] == "new")
  }

  @Test(arguments: [
    ("new.html", "new.html", "site/new.html: this file was not made by kesu"),
    ("new", "new/page.html", "site/new: this file was not made by kesu"),
    ("new.html/mine.txt", "new.html", "site/new.html: this file was not made by kesu"),
  ])
  func nothingIsPublishedOverAForeignFile(foreign: String, path: String, message: String) throws {
    try folder.write("mine", to: "site/" + foreign)
    let before = try folder.listing()
    let said = try #require(failure(in: folder) { try folder.publishSite([page("index.html", "new"), page(path)]) })
    #expect(said.hasPrefix(message))
    #expect(try folder.listing() == before)
  }

  @Test func aFolderThatLostItsMarkerMeanwhileIsLeftAlone() throws {
    let output = try checkOutput(folder("site"), sources: [])
    try FileManager.default.removeItem(atPath: folder("site/.kesu-site"))
    let before = try folder.listing()
    #expect(throws: PublishingFailure.foreignFolder(path: output)) {
      try publish([page("a.html")], to: output, jobs: 1)
    }
    #expect(try folder.listing() == before)
  }
}
