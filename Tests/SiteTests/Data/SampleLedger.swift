import Complaints
import Findings
import Foundation
import Hypertext
import Intake

@testable import Site

/// A ledger in a folder of its own, read and made into an edition with the program's own templates.
final class SampleLedger {
  private let root: String

  /// - Parameter files: Texts by their paths below content/.
  init(_ files: [String: String]) throws {
    root = NSTemporaryDirectory() + "kesu-site-" + UUID().uuidString
    for (name, text) in files.merging(["site.yaml": "title: 看板\n"], uniquingKeysWith: { mine, _ in mine }) {
      try write(text, to: name)
    }
  }

  /// - Parameter text: `nil` removes the file.
  func write(_ text: String?, to name: String) throws {
    let path = "\(root)/content/\(name)"
    guard let text else { return try FileManager.default.removeItem(atPath: path) }
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  deinit {
    // A folder left behind harms nobody; a test that failed has said so already.
    do { try FileManager.default.removeItem(atPath: root) } catch {}
  }

  func edition(
    _ audience: Audience, asOf: String = "2026-10-31", language: Language = .chinese
  ) throws -> Edition {
    let ledger = try readLedger(content: root + "/content", jobs: 1)
    let package = #filePath.components(separatedBy: "/Tests/SiteTests/")[0]
    let (texts, diagnostics) = prepare(try readTemplates(folder: package + "/site-templates"), language: language)
    let parts = asOf.split(separator: "-").compactMap { Int($0) }
    guard let texts, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
      throw SampleFailure(lines: diagnostics.map(\.description))
    }
    return Edition(
      ledger: ledger, findings: Findings(Census(ledger, asOf: day)), asOf: day, audience: audience,
      strings: texts.strings,
      templates: texts.library, commit: nil, version: "1", texts: texts.digest)
  }
}

struct SampleFailure: Error {
  let lines: [String]
}

/// A case file with these lines beside its id and title.
func sampleCase(_ id: String, _ lines: String, narrative: String = "") -> String {
  "---\nid: \(id)\ntitle: 案\(id)\n\(lines)\n---\n\(narrative)"
}

extension Page {
  var html: String {
    get throws {
      var bytes: [UInt8] = []
      try render(&bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

extension MetricsDocument {
  /// The document as Foundation reads it, a reader that is not ours.
  var parsed: [String: Any] {
    get throws {
      var bytes: [UInt8] = []
      write(into: &bytes)
      return try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
    }
  }
}
