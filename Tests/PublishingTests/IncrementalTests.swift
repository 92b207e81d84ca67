import Digests
import Foundation
import Testing

@testable import Publishing

/// Invariant 8 of the README: what is made over an earlier site is what is made from nothing, and only what changed is written.
struct IncrementalTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func keeping(program: String = "1", isPassedOver: Bool = false) -> Keeping {
    Keeping(folder: folder(".kesu"), site: ["content", "site"], program: program, isPassedOver: isPassedOver)
  }

  /// Publishes pages by their texts; a page whose text begins with `=` says by its text what it reads.
  @discardableResult
  private func publish(
    _ texts: [String: String], rendered: Rendered? = nil, keeping: Keeping? = nil, refused: (String) -> Void = { _ in }
  ) throws -> Int {
    let files = texts.sorted { $0.key < $1.key }.map { path, text in
      let make: @Sendable (inout [UInt8]) -> Void = {
        rendered?.add(path)
        $0.append(contentsOf: text.utf8)
      }
      var inputs: (@Sendable () -> Digest)?
      if text.hasPrefix("=") { inputs = { Digest(of: Array(text.utf8)) } }
      return OutputFile(path: path, content: .made(make), inputs: inputs)
    }
    let output = try checkOutput(folder("site"), sources: [])
    return try Publishing.publish(
      files, to: output, keeping: keeping ?? self.keeping(), jobs: 2, refused: refused)
  }

  /// Every file of the site with its text; the manifest too.
  private func site() throws -> [String: String] { try folder.listing("site") }

  private func identity(_ path: String) throws -> FileIdentity? {
    try status(of: folder(path)).map(FileIdentity.init)
  }

  private func expectTwin(_ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(try folder.listing(".site.kesu/tree") == site(), comment, sourceLocation: sourceLocation)
    for (path, text) in try site() where text != "/" {
      #expect(
        try identity("site/" + path)?.inode == identity(".site.kesu/tree/" + path)?.inode, "\(path)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func nothingToDoTouchesNothing() throws {
    #expect(try publish(["a.html": "=a", "b/c.html": "c"]) == 2)
    try expectTwin()
    let before = try folder.identities()
    let rendered = Rendered()
    #expect(try publish(["a.html": "=a", "b/c.html": "c"], rendered: rendered) == 0)
    #expect(rendered.paths == ["b/c.html"], "what a page reads is as it was, so it is not even rendered")
    #expect(try folder.identities() == before)
  }

  @Test func onlyWhatChangedIsWritten() throws {
    try publish(["a.html": "=a", "b/c.html": "c", "b/d.html": "=d"])
    let before = try identity("site/a.html")
    #expect(try publish(["a.html": "=a", "b/c.html": "new", "e/f.html": "f"]) == 3, "written 2, removed 1")
    #expect(
      try site() == [
        ".kesu-site": "kesu site 1\na.html\nb/c.html\ne/f.html\n", "a.html": "=a", "b": "/", "b/c.html": "new",
        "e": "/",
        "e/f.html": "f",
      ])
    #expect(try identity("site/a.html") == before)
    try expectTwin()
  }

  @Test(arguments: ["edited", "removed", "touched", "mode", "replaced", "a link"])
  func aSiteEditedByHandIsMended(way: String) throws {
    let pages = ["a.html": "=aa", "b/c.html": "=cc"]
    try publish(pages)
    let path = folder("site/b/c.html")
    switch way {
    // The same size and time, through the shared inode.
    case "edited":
      let before = try #require(try status(of: path))
      try FileHandle(forUpdating: URL(fileURLWithPath: path)).write(contentsOf: Data("=xx".utf8))
      var times = [before.st_atim, before.st_mtim]
      #expect(utimensat(AT_FDCWD, path, &times, 0) == 0)
    case "removed": unlink(path)
    case "touched": utimensat(AT_FDCWD, path, nil, 0)
    case "mode": chmod(path, 0o600)
    case "replaced": try Data("=xx".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    default:
      unlink(path)
      symlink("../a.html", path)
    }
    guard way != "a link" else {
      #expect(throws: PublishingFailure.foreignFile(path: path)) { try publish(pages) }
      return
    }
    let written = try publish(pages)
    #expect(written == (way == "touched" ? 0 : 1))
    #expect(try site()["b/c.html"] == "=cc")
    #expect(
      try status(of: path).map { $0.st_mode & 0o777 } == status(of: folder("site/a.html")).map { $0.st_mode & 0o777 })
    if way != "touched" { try expectTwin() }
    #expect(try publish(pages) == 0)
  }

  @Test(arguments: ["edited", "removed", "removed wholly", "a file more", "a link", "a folder", "no marker", "half"])
  func aTwinEditedByHandIsFoundOut(way: String) throws {
    try publish(["a.html": "=a", "b/c.html": "=c"])
    let tree = ".site.kesu/tree/"
    switch way {
    case "edited":
      unlink(folder(tree + "a.html"))
      try folder.write("wrong", to: tree + "a.html")
    case "removed": unlink(folder(tree + "a.html"))
    case "removed wholly": try FileManager.default.removeItem(atPath: folder(".site.kesu"))
    case "a file more": try folder.write("mine", to: tree + "b/mine.txt")
    case "a link":
      unlink(folder(tree + "a.html"))
      symlink("/etc/passwd", folder(tree + "a.html"))
    case "a folder":
      unlink(folder(tree + "a.html"))
      try folder.makeFolder(tree + "a.html/x")
    case "no marker": unlink(folder(tree + ".kesu-site"))
    default:
      // As a build leaves it that is killed while it writes the tree.
      unlink(folder(tree + "b/c.html"))
      try folder.write("kesu site 1\na.html\nb/c.html\nb/new.html\n", to: "half")
      #expect(rename(folder("half"), folder(tree + ".kesu-site")) == 0)
      try folder.write("half a pa", to: tree + "b/new.html")
    }
    let pages = ["a.html": "=a", "b/c.html": "=new"]
    // Nobody knows whose it is then.
    guard way != "no marker" else {
      #expect(throws: PublishingFailure.self) { try publish(pages) }
      return
    }
    try publish(pages)
    var expected = [".kesu-site": "kesu site 1\na.html\nb/c.html\n", "a.html": "=a", "b": "/", "b/c.html": "=new"]
    // What others put there is kept, as always.
    if way == "a file more" { expected["b/mine.txt"] = "mine" }
    #expect(try site() == expected)
    try expectTwin()
  }

  @Test func whatOthersRemoveFromTheSiteDoesNotComeBack() throws {
    try publish(["a.html": "1"])
    try folder.write("mine", to: "site/CNAME")
    try folder.write("mine", to: "site/notes/letter")
    try publish(["a.html": "2"])
    #expect(try site()["CNAME"] == "mine")
    try expectTwin()
    unlink(folder("site/CNAME"))
    // An editor writes another file and puts it in the place of the first.
    try Data("other".utf8).write(to: URL(fileURLWithPath: folder("site/notes/letter")), options: .atomic)
    try publish(["a.html": "3"])
    #expect(try site()["CNAME"] == nil)
    #expect(try site()["notes/letter"] == "other")
    try expectTwin()
  }

  @Test(arguments: [
    ("cut", "damaged"), ("changed", "damaged"), ("empty", "damaged"), ("text", "damaged"), ("folder", "damaged"),
    ("program", "another version"), ("format", "another version"), ("removed", ""),
  ])
  func aRecordThatIsNotToBeBelievedIsNotUsed(way: String, said: String) throws {
    let pages = ["a.html": "=a", "b/c.html": "c"]
    try publish(pages)
    let before = try identity("site/a.html")
    let path = keeping().path
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    switch way {
    case "cut": bytes = bytes.dropLast(20)
    case "changed": bytes[bytes.count / 2] ^= 1
    case "empty": bytes = Data()
    case "text": bytes = Data("hello\n".utf8)
    case "format": bytes = Data("kesu record 0\n".utf8) + bytes.dropFirst(14)
    default: break
    }
    unlink(path)
    if way == "folder" { try folder.makeFolder(".kesu/" + (path as NSString).lastPathComponent) }
    if !["folder", "removed"].contains(way) { try bytes.write(to: URL(fileURLWithPath: path)) }
    var notes: [String] = []
    let rendered = Rendered()
    func again() throws {
      try publish(pages, rendered: rendered, keeping: keeping(program: way == "program" ? "2" : "1")) {
        notes.append($0)
      }
    }
    if way == "folder" {
      #expect(throws: PublishingFailure.self) { try again() }
      return
    }
    try again()
    #expect(rendered.paths.sorted() == ["a.html", "b/c.html"])
    #expect(notes.count == (said.isEmpty ? 0 : 1))
    #expect(notes.allSatisfy { $0.hasPrefix(path) && $0.contains(said) })
    #expect(try identity("site/a.html")?.inode != before?.inode, "nothing is known of the old file, so it is not kept")
    try expectTwin()
  }

  @Test func aFullBuildTrustsNothing() throws {
    let pages = ["a.html": "=a", "b/c.html": "=c"]
    try publish(pages)
    let before = try identity("site/a.html")
    let rendered = Rendered()
    #expect(try publish(pages, rendered: rendered, keeping: keeping(isPassedOver: true)) == 2)
    #expect(rendered.paths.sorted() == ["a.html", "b/c.html"])
    #expect(try identity("site/a.html")?.inode != before?.inode)
    try expectTwin()
    #expect(try publish(pages) == 0)
  }

  @Test func aCopiedFileIsCopiedAnewOnlyWhenItChanged() throws {
    func copy() throws -> Int {
      try Publishing.publish(
        [OutputFile(path: "film", content: .copy(of: folder("film")))],
        to: checkOutput(folder("site"), sources: []), keeping: keeping(), jobs: 1)
    }
    try folder.write("one", to: "film")
    #expect(try copy() == 1)
    #expect(try copy() == 0)
    try folder.write("two", to: "film")
    #expect(try copy() == 1)
    #expect(try site()["film"] == "two")
    // The same bytes in another file.
    unlink(folder("film"))
    try folder.write("two", to: "film")
    #expect(try copy() == 0)
  }

  /// Whatever became of the record, the twin's folders are not taken for what they should be.
  @Test(arguments: ["kept", "of another program", "removed"])
  func aTwinsFolderWhoseModeWasChangedIsMended(record: String) throws {
    try publish(["a.html": "=a", "b/c.html": "=c"])
    let mode = try status(of: folder("site/b"))?.st_mode
    chmod(folder(".site.kesu/tree/b"), 0o700)
    if record == "removed" { unlink(keeping().path) }
    for text in ["=a2", "=a3"] {
      try publish(
        ["a.html": text, "b/c.html": "=c"], keeping: keeping(program: record == "of another program" ? "2" : "1"))
      #expect(try status(of: folder("site/b"))?.st_mode == mode)
    }
  }

  /// What others put into the site is theirs to change, also between two versions of the program.
  @Test func aForeignFileThatWasReplacedStaysSoWhenAnotherProgramBuilds() throws {
    try publish(["a.html": "=a"])
    try folder.write("one", to: "site/CNAME")
    try publish(["a.html": "=b"])
    unlink(folder("site/CNAME"))
    try folder.write("two", to: "site/CNAME")
    try publish(["a.html": "=b"], keeping: keeping(program: "2"))
    #expect(try site()["CNAME"] == "two")
    try expectTwin()
  }

  @Test func aFolderWhoseModeWasChangedIsMended() throws {
    try publish(["a.html": "=a", "b/c.html": "=c"])
    let mode = try status(of: folder("site/b"))?.st_mode
    chmod(folder("site/b"), 0o700)
    for _ in 1...2 {
      try publish(["a.html": "=a", "b/c.html": "=c"])
      #expect(try status(of: folder("site/b"))?.st_mode == mode)
      #expect(try status(of: folder(".site.kesu/tree/b"))?.st_mode == mode)
    }
  }
}

/// The paths of the pages that were rendered.
private final class Rendered: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var paths: [String] = []

  func add(_ path: String) { lock.withLock { paths.append(path) } }
}

extension TemporaryFolder {
  /// By what every file and folder is known.
  func identities() throws -> [String: FileIdentity] {
    var found: [String: FileIdentity] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: self.path) {
      found[path] = try status(of: self(path)).map(FileIdentity.init)
    }
    return found
  }
}
