import Foundation
import Testing

@testable import Publishing

/// What happens to a site between the look at it and the publishing over it.
struct FormerLookTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var keeping: Keeping { Keeping(folder: folder(".kesu"), site: ["content", "site"], program: "1") }

  @discardableResult
  private func publishPages(_ names: [String], text: String = "page", over former: FormerSite? = nil) throws -> Int {
    try publish(
      names.map { page($0, text) }, to: checkOutput(folder("site"), sources: []), keeping: keeping, former: former,
      jobs: 2)
  }

  private func lookedAt() throws -> FormerSite {
    let site = try #require(try FormerSite(keeping))
    try site.beginLook(in: folder("site"), jobs: 2)
    return site
  }

  private func files(_ name: String) throws -> [String] {
    try folder.listing(name).filter { $0.value != "/" }.keys.sorted()
  }

  @Test func nobodyElseBuildsFromTheLookOn() throws {
    try publishPages(["a.html"])
    let site = try lookedAt()
    #expect(throws: PublishingFailure.locked(path: folder("site"))) { try publishPages(["a.html"]) }
    #expect(try publishPages(["a.html"], over: site) == 0)
  }

  @Test func aSiteThatIsLetGoOfIsFree() throws {
    try publishPages(["a.html"])
    _ = try lookedAt()
    #expect(try publishPages(["a.html"]) == 0)
  }

  @Test func pagesThatAreNewOrGoneAreFound() throws {
    try publishPages(["a.html", "b/c.html", "d.html"])
    let site = try lookedAt()
    // One is written, two are gone.
    #expect(try publishPages(["a.html", "b/e.html"], over: site) == 3)
    #expect(try files("site") == [".kesu-site", "a.html", "b/e.html"])
    #expect(try files(".site.kesu/tree") == [".kesu-site", "a.html", "b/e.html"])
  }

  @Test func whatOthersPutThereMeanwhileIsKept() throws {
    try publishPages(["a.html", "b/c.html"])
    let site = try lookedAt()
    _ = try site.look(in: folder("site"))?.survey()
    try folder.write("mine", to: "site/b/letter")
    try publishPages(["a.html"], text: "other", over: site)
    #expect(try files("site") == [".kesu-site", "a.html", "b/letter"])
    #expect(try folder.listing("site")["b/letter"] == "mine")
  }

  @Test func aPageThatWasEditedMeanwhileIsMadeByTheNextBuild() throws {
    try publishPages(["a.html", "b.html"])
    do {
      let site = try lookedAt()
      _ = try site.look(in: folder("site"))?.survey()
      try folder.write("gape", to: "site/a.html")
      try publishPages(["a.html", "b.html", "c.html"], over: site)
    }
    try publishPages(["a.html", "b.html", "c.html"])
    #expect(try folder.listing("site")["a.html"] == "page")
  }

  @Test func whatOthersPutInTheWayOfANewPageIsNotOverwritten() throws {
    try publishPages(["a.html"])
    try folder.write("mine", to: "site/b.html")
    let site = try lookedAt()
    #expect(throws: PublishingFailure.foreignFile(path: folder("site/b.html"))) {
      try publishPages(["a.html", "b.html"], over: site)
    }
    #expect(try folder.listing("site")["b.html"] == "mine")
  }

  @Test func aRecordThatAnotherBuildReplacedIsReadAgain() throws {
    try publishPages(["a.html"])
    let site = try #require(try FormerSite(keeping))
    try publishPages(["a.html", "b.html"])
    try site.beginLook(in: folder("site"), jobs: 2)
    #expect(site.look(in: folder("site")) == nil)
    #expect(try publishPages(["a.html"], over: site) == 1)
    #expect(try files("site") == [".kesu-site", "a.html"])
  }

  @Test func aSiteWithoutItsTwinIsNotLookedAtBefore() throws {
    try publishPages(["a.html"])
    try FileManager.default.removeItem(atPath: folder(".site.kesu"))
    let site = try lookedAt()
    #expect(site.look(in: folder("site")) == nil)
    #expect(!FileManager.default.fileExists(atPath: folder(".site.kesu")))
  }

  @Test func whatCannotBeLookedAtIsToldWhenItIsPublished() throws {
    try publishPages(["a.html"])
    let site = try #require(try FormerSite(keeping))
    unlink(folder("site/.kesu-site"))
    try site.beginLook(in: folder("site"), jobs: 2)
    #expect(throws: PublishingFailure.foreignFolder(path: folder("site"))) {
      try publishPages(["a.html"], over: site)
    }
  }
}
