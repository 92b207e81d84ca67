import Foundation
import Testing

@testable import Publishing

/// A folder that the program did not make is not touched.
struct CheckOutputTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("title: 看板\n", to: "content/site.yaml")
    try folder.write("<p>", to: "templates/page.mustache")
  }

  private func refusal(of output: String) -> String? {
    failure(in: folder) { _ = try checkOutput(output, sources: [folder("content"), folder("templates")]) }
  }

  @Test(arguments: [
    ("empty", "empty: this folder was not made by kesu"),
    ("foreign", "foreign: this folder was not made by kesu"),
    ("foreign/", "foreign: this folder was not made by kesu"),
    ("./foreign/../foreign", "foreign: this folder was not made by kesu"),
    ("otherMarker", "otherMarker: this folder was not made by kesu"),
    ("folderMarker", "folderMarker: this folder was not made by kesu"),
    ("file", "file: not a folder"),
    ("link", "link: not a folder"),
    ("broken", "broken: not a folder"),
    ("file/site", "file/site: cannot look at: Not a directory"),
    ("worktree", "worktree: this folder is a git work tree"),
    ("content", "content: the site cannot be written over, into or around content"),
    ("content/site", "content/site: the site cannot be written over, into or around content"),
    ("content/a/b", "content/a/b: the site cannot be written over, into or around content"),
    ("linkToContent/site", "content/site: the site cannot be written over, into or around content"),
    ("templates/assets", "templates/assets: the site cannot be written over, into or around templates"),
  ])
  func isRefused(output: String, message: String) throws {
    try folder.makeFolder("empty")
    try folder.write("mine", to: "foreign/letter.txt")
    try folder.write("some other program\n", to: "otherMarker/.kesu-site")
    try folder.makeFolder("folderMarker/.kesu-site")
    try folder.write("mine", to: "file")
    try folder.write("gitdir: elsewhere\n", to: "worktree/.git")
    try folder.publishSite([page("index.html")])
    for (link, target) in [("link", "site"), ("broken", "nowhere"), ("linkToContent", "content")] {
      try FileManager.default.createSymbolicLink(atPath: folder(link), withDestinationPath: target)
    }
    let said = try #require(refusal(of: folder(output)))
    #expect(said.hasPrefix(message))
  }

  @Test(arguments: [".", "..", "/", "//", "", "site/.", "site/.."])
  func aNamelessFolderIsRefused(output: String) throws {
    let said = try #require(refusal(of: output))
    #expect(said.hasPrefix("\(output): this folder was not made by kesu"))
  }

  @Test func theFolderAboveTheLedgerIsRefused() throws {
    let said = try #require(refusal(of: folder.path))
    #expect(said.contains("cannot be written over, into or around content"))
  }

  @Test func aRefusalIsWrongUsageAndAFailureIsNot() {
    #expect(PublishingFailure.foreignFolder(path: "").isWrongUsage)
    #expect(PublishingFailure.workTree(path: "").isWrongUsage)
    #expect(PublishingFailure.overlaps(output: "", source: "").isWrongUsage)
    #expect(!PublishingFailure.system(action: .write, path: "", code: 28).isWrongUsage)
    #expect(!PublishingFailure.locked(path: "").isWrongUsage)
  }

  @Test func anOutputPathIsTakenWithoutLinksAndDots() throws {
    try folder.makeFolder("real")
    try FileManager.default.createSymbolicLink(atPath: folder("linked"), withDestinationPath: "real")
    for output in ["real/site", "linked/site", "linked/site/", "./real/../linked//site"] {
      #expect(try checkOutput(folder(output), sources: []) == folder("real/site"))
    }
    #expect(try checkOutput(folder("not/there/yet"), sources: []) == folder("not/there/yet"))
  }

  @Test func aSiteOfOursIsTaken() throws {
    try folder.publishSite([page("index.html")])
    #expect(refusal(of: folder("site")) == nil)
  }
}
