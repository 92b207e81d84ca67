import Foundation

@testable import Publishing

/// A folder of a test's own, removed when the last holder lets go of it; its path has no links in it.
final class TemporaryFolder {
  let path: String

  init() throws {
    let path = NSTemporaryDirectory() + "kesu-publishing-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    self.path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  deinit {
    // A folder left behind harms nobody; a test that failed has said so already.
    do { try FileManager.default.removeItem(atPath: path) } catch {}
  }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: self(name), withIntermediateDirectories: true)
  }

  func write(_ text: String, to name: String) throws {
    try makeFolder((name as NSString).deletingLastPathComponent)
    try Data(text.utf8).write(to: URL(fileURLWithPath: self(name)))
  }

  /// Every path below a folder with what a file holds, `→ target` for a link, `/` for a folder; hidden ones too.
  func listing(_ name: String = "") throws -> [String: String] {
    let root = name.isEmpty ? path : self(name)
    var found: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      let full = root + "/" + path
      switch try kind(of: full) {
      case .folder: found[path] = "/"
      case .link: found[path] = "→ " + (try FileManager.default.destinationOfSymbolicLink(atPath: full))
      case .file: found[path] = String(decoding: try Data(contentsOf: URL(fileURLWithPath: full)), as: UTF8.self)
      case .other, nil: found[path] = "special"
      }
    }
    return found
  }
}

/// A page with a text.
func page(_ path: String, _ text: String = "page") -> OutputFile {
  OutputFile(path: path, content: .made { $0.append(contentsOf: text.utf8) })
}

/// What went wrong, as its reader sees it, with paths from the folder on; `nil` if nothing did.
func failure(in folder: TemporaryFolder, _ work: () throws -> Void) -> String? {
  do {
    try work()
    return nil
  } catch {
    return String(describing: error).replacing(folder.path + "/", with: "")
  }
}

extension TemporaryFolder {
  /// Publishes pages as a build does: first the check, then the writing.
  func publishSite(_ files: [OutputFile], to output: String = "site", jobs: Int = 2) throws {
    try publish(files, to: checkOutput(self(output), sources: [self("content")]), jobs: jobs)
  }
}
