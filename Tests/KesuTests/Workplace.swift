import Foundation
import Testing

/// A folder with a ledger in `content` in which kesu is run, removed when the last holder lets go of it.
final class Workplace {
  let path: String

  /// - Parameter files: Texts by their paths below content/; a site.yaml with a title and an as-of day is there unless given.
  init(_ files: [String: String] = [:]) throws {
    let path = NSTemporaryDirectory() + "kesu-workplace-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path + "/content", withIntermediateDirectories: true)
    self.path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let site = ["site.yaml": "title: 看板\nas_of: 2026-10-31\n"]
    for (name, text) in site.merging(files, uniquingKeysWith: { $1 }) { try write(text, to: "content/" + name) }
  }

  /// One with the repository's sample ledger.
  static func sample() throws -> Workplace {
    let workplace = try Workplace()
    try FileManager.default.removeItem(atPath: workplace("content"))
    try workplace.copy(repository + "/content", to: "content")
    return workplace
  }

  /// Copies the repository's templates, to spoil them.
  func copyTemplates() throws -> String {
    try copy(repository + "/site-templates", to: "templates")
    return "templates"
  }

  /// Unlike Foundation's copy, one that works for whoever may read.
  private func copy(_ folder: String, to name: String) throws {
    let outcome = try run(["cp", "-R", folder, self(name)], in: path)
    try #require(outcome.code == 0, "\(outcome.errors)")
  }

  deinit {
    // A folder left behind harms nobody; a test that failed has said so already.
    do { try FileManager.default.removeItem(atPath: path) } catch {}
  }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws {
    let folder = (self(name) as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: self(name)))
  }

  func build(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try kesu(["build"] + arguments, in: path, environment: environment)
  }

  func check(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try kesu(["check"] + arguments, in: path, environment: environment)
  }

  func git(_ arguments: String...) throws { try run(["git"] + arguments, in: path) }

  /// Makes the ledger a repository with one commit.
  func commitAll() throws {
    try git("init", "-q", "-b", "main")
    try git("add", "-A")
    try git("commit", "-q", "-m", "ledger")
  }

  /// The bytes of every file below a folder by path, hidden ones too; empty if there is no folder.
  func files(_ folder: String = "_site") throws -> [String: Data] {
    guard FileManager.default.fileExists(atPath: self(folder)) else { return [:] }
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: self(folder)) {
      var isFolder: ObjCBool = false
      let full = self(folder) + "/" + path
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      files[path] = try Data(contentsOf: URL(fileURLWithPath: full))
    }
    return files
  }

  /// The names at the top of the workplace, hidden ones too, but for what the program keeps for itself.
  func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: path)).subtracting([".kesu", "._site.kesu"])
  }
}

/// A case file that is right, with more lines in its front matter.
func caseText(_ id: String, title: String = "电源异响", received: String = "2026-10-12", _ lines: String = "") -> String {
  "---\nid: \(id)\ntitle: \(title)\nreceived: \(received)\n\(lines)---\n正文。\n"
}

/// The paths whose bytes differ, or that only one of two sites has.
func differences(_ one: [String: Data], _ other: [String: Data]) -> [String] {
  Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
}

/// The account as every build and check ends with it.
func account(found: Int, published: Int, excluded: [Int] = [0, 0, 0, 0], errors: Int = 0) -> String {
  let reasons = zip(["after_as_of", "void", "not_complaint", "appeal"], excluded).map { "\($0) \($1)" }
  return "ledger: \(found) found = \(published) published + \(excluded.reduce(0, +)) excluded "
    + "(\(reasons.joined(separator: ", "))) + \(errors) in error"
}
