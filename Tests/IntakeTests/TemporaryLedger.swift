import Complaints
import Foundation
import Glibc

@testable import Intake

/// A ledger in a folder of its own, removed when the last holder lets go of it.
final class TemporaryLedger {
  let root: String
  var content: String { root + "/content" }

  /// - Parameter files: Texts by their paths below content/; a site.yaml with a title is there unless given.
  init(_ files: [String: String] = [:]) throws {
    root = NSTemporaryDirectory() + "kesu-intake-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: content, withIntermediateDirectories: true)
    for (name, text) in files.merging(["site.yaml": "title: 看板\n"], uniquingKeysWith: { mine, _ in mine }) {
      try write(Array(text.utf8), to: name)
    }
  }

  deinit {
    // A folder left behind harms nobody; a test that failed has said so already.
    do { try FileManager.default.removeItem(atPath: root) } catch {}
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let path = content + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// Makes a file, or of nothing a folder, under a name of any bytes below content/, in a folder that is there.
  func write(raw name: [UInt8], _ bytes: [UInt8]) throws {
    let path = (Array((content + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
    if bytes.isEmpty {
      guard mkdir(path, 0o755) == 0 else { throw CocoaError(.fileWriteUnknown) }
      return
    }
    guard let file = fopen(path, "w") else { throw CocoaError(.fileWriteUnknown) }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw CocoaError(.fileWriteUnknown) }
  }

  /// What was read, and every diagnostic as its reader sees it, with paths from `content/` on.
  func read(jobs: Int = 1) throws -> (ledger: Ledger, lines: [String]) {
    let ledger = try readLedger(content: content, jobs: jobs)
    return (ledger, ledger.diagnostics.map { $0.description.replacing(root + "/", with: "") })
  }
}

/// Settings as a site.yaml with a title and these lines gives them.
func settings(_ lines: String = "") -> Settings {
  readSettings(Array(("title: 看板\n" + lines).utf8), path: "content/site.yaml").settings
}

/// What becomes of a case file with these settings.
func readCase(_ text: String, site: String = "", processes: [String]? = nil) -> CaseOutcome {
  let context = ReadingContext(
    settings: settings(site), attachments: AttachmentIndex(names: ["a.pdf", "图/b.jpg"]), processes: processes)
  return readCase(Array(text.utf8), path: "content/cases/a.md", context: context)
}

/// The diagnostics of a case file that has these lines beside id, title and received, which stand in lines 2 to 4.
func complaints(about lines: String, site: String = "", processes: [String]? = nil) -> [String] {
  let text = "---\nid: a1\ntitle: 电源异响\nreceived: 2026-10-12\n\(lines)\n---\n"
  return readCase(text, site: site, processes: processes).diagnostics.map(\.description)
}
