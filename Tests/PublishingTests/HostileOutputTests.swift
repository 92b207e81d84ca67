import Foundation
import Testing

@testable import Publishing

/// Invariant 7 of the README, for what people may write after --output: nothing outside the output changes, and in it nothing that others wrote is lost.
struct HostileOutputTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["content/site.yaml", "content/cases/a.md", "templates/page.mustache", "home/letter", "foreign/letter"]
    {
      try folder.write("mine", to: name)
    }
    try folder.write("mine", to: "worktree/.git/HEAD")
    try folder.write("mine", to: "file")
    try folder.makeFolder("empty")
    try folder.write("mine", to: "mine/.besides.kesu/letter")
    try folder.write("*", to: "mine/.tree.kesu/.gitignore")
    try folder.write("mine", to: "mine/.tree.kesu/tree/letter")
    try folder.write("*", to: "mine/.former.kesu/.gitignore")
    try folder.write("mine", to: "mine/.former.kesu/former/letter")
    try folder.write("mine", to: "mine/.asFile.kesu")
    #expect(mkfifo(folder("pipe"), 0o600) == 0)
    let links = [
      ("link", "foreign"), ("homeLink", "home"), ("dangling", "nowhere"), ("siteLink", "site"), ("loop", "loop"),
      ("contentLink", "content"), ("mine/.asLink.kesu", "../home"),
    ]
    for (link, target) in links {
      try FileManager.default.createSymbolicLink(atPath: folder(link), withDestinationPath: target)
    }
    try folder.publishSite([page("index.html", "old"), page("cases/a.html", "old")])
  }

  private static let refused: [String] = [
    ".", "..", "/", "//", "", "site/.", "site/..", "content", "content/", "content/site", "content/cases/a.md/site",
    "contentLink", "contentLink/site", "templates", "templates/site", "@", "@/", "@/.", "@/content/..", "worktree",
    "worktree/.git", "worktree/.git/site", "worktree/.git/a/site", "home", "homeLink", "homeLink/", "link", "link/",
    "dangling", "dangling/", "dangling/site",
    "siteLink", "loop", "loop/site", "empty", "foreign", "foreign///", "foreign/../foreign", "file", "file/",
    "file/site",
    "pipe", "/proc/site", "/dev/null", "missing/../foreign", "mine/besides", "mine/asFile", "mine/asLink",
    "mine/former", "mine/tree",
    String(repeating: "n", count: 255), String(repeating: "长", count: 90),
  ]

  @Test(arguments: refused)
  func isRefusedAndNothingChanges(output: String) throws {
    let before = try folder.listing()
    // The cases without a name mean the same in every folder; the others stand in the test's own.
    let isNameless = ["", ".", "..", "site/.", "site/.."].contains(output)
    let path = output.hasPrefix("/") || isNameless ? output : folder(output.replacing("@", with: "."))
    #expect(throws: PublishingFailure.self) {
      let output = try checkOutput(path, sources: [folder("content"), folder("templates")])
      try publish([page("index.html", "new")], to: output, jobs: 2)
    }
    #expect(try folder.listing() == before)
  }

  @Test(arguments: [
    ("site", "site"), ("site///", "site"), ("./content/../site", "site"), ("new", "new"), ("a/b/new/", "a/b/new"),
    ("link/new", "foreign/new"), ("网站 é", "网站 é"), ("two\nlines", "two\nlines"), ("-x", "-x"), (".hidden", ".hidden"),
    (String(repeating: "n", count: 240), String(repeating: "n", count: 240)),
  ])
  func isTakenAndNothingElseChanges(output: String, standsAt: String) throws {
    let before = try folder.listing()
    try folder.publishSite([page("index.html", "new")], to: output)
    #expect(try folder.listing(standsAt) == [".kesu-site": "kesu site 1\nindex.html\n", "index.html": "new"])
    let isOther = { (path: String) in
      !(path + "/").hasPrefix(standsAt + "/") && !(standsAt + "/").hasPrefix(path + "/")
    }
    #expect(try folder.listing().filter { isOther($0.key) } == before.filter { isOther($0.key) })
  }

  @Test func anotherFileSystemIsTaken() throws {
    let memory = "/dev/shm/kesu-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: memory, withIntermediateDirectories: true)
    // A folder left behind harms nobody.
    defer { do { try FileManager.default.removeItem(atPath: memory) } catch {} }
    try FileManager.default.createSymbolicLink(atPath: folder("other"), withDestinationPath: memory)
    for text in ["old", "new"] {
      try folder.publishSite([page("index.html", text)], to: "other/site")
      #expect(try Data(contentsOf: URL(fileURLWithPath: memory + "/site/index.html")) == Data(text.utf8))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: memory) == ["site"])
  }

  @Test(arguments: ["folder", "full folder", "link", "link to a folder", "pipe"])
  func whatTookAPagesPlaceIsNotLost(kind: String) throws {
    try FileManager.default.removeItem(atPath: folder("site/index.html"))
    switch kind {
    case "folder": try folder.makeFolder("site/index.html")
    case "full folder": try folder.write("mine", to: "site/index.html/letter")
    case "pipe": #expect(mkfifo(folder("site/index.html"), 0o600) == 0)
    default:
      let target = folder(kind == "link" ? "file" : "home")
      try FileManager.default.createSymbolicLink(atPath: folder("site/index.html"), withDestinationPath: target)
    }
    let before = try folder.listing()
    let said = try #require(failure(in: folder) { try folder.publishSite([page("index.html", "new")]) })
    #expect(said.hasPrefix("site/index.html: this file was not made by kesu"))
    #expect(try folder.listing() == before)
    // Where the new site has no such page, nothing stands against keeping it.
    try folder.publishSite([page("other.html", "new")])
    #expect(try folder.listing("site")["index.html"] == before["site/index.html"])
  }

  @Test func aFolderOfPagesThatBecameALinkIsKeptAndNotFollowed() throws {
    try FileManager.default.removeItem(atPath: folder("site/cases"))
    try folder.write("mine", to: "home/a.html")
    try FileManager.default.createSymbolicLink(atPath: folder("site/cases"), withDestinationPath: folder("home"))
    try folder.publishSite([page("index.html", "new")])
    #expect(try folder.listing("home") == ["a.html": "mine", "letter": "mine"])
    #expect(try folder.listing("site")["cases"] == "→ " + folder("home"))
  }

  @Test func aManifestThatNamesFilesElsewhereRemovesNone() throws {
    let text = "kesu site 1\n../home/letter\n\(folder("home/letter"))\nindex.html\ncases/../../home/letter\n"
    try folder.write(text, to: "site/.kesu-site")
    try folder.publishSite([page("index.html", "new")])
    #expect(try folder.listing("home") == ["letter": "mine"])
    #expect(try folder.listing("site")["cases/a.html"] == "old", "no manifest names it any more, so it is not ours")
  }

  @Test func aFileThatCameAtTheLastMomentMovesOver() throws {
    try folder.write("*", to: ".site.kesu/.gitignore")
    try folder.write("kesu site 1\nindex.html\n", to: ".site.kesu/tree/.kesu-site")
    try folder.write("older", to: ".site.kesu/tree/index.html")
    try folder.write("late", to: ".site.kesu/tree/late.txt")
    try folder.publishSite([page("index.html", "new")])
    #expect(try folder.listing("site")["late.txt"] == "late")
    #expect(try folder.listing()[".site.kesu"] == nil)
  }
}
