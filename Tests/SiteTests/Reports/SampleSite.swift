import Complaints
import Findings
import Foundation
import Intake
import Testing

@testable import Site

/// A ledger written into a folder of its own, and the pages that it makes.
struct SampleSite {
  let edition: Edition

  /// - Parameters:
  ///   - files: Texts by their paths below content/.
  ///   - site: Lines of site.yaml besides its title.
  init(_ files: [String: String], site: String = "", asOf: String, audience: Audience = .management) throws {
    let root = NSTemporaryDirectory() + "kesu-site-" + UUID().uuidString
    defer {
      // A folder left behind harms nobody; a test that failed has said so already.
      do { try FileManager.default.removeItem(atPath: root) } catch {}
    }
    for (name, text) in files.merging(["site.yaml": "title: 看板\n" + site], uniquingKeysWith: { mine, _ in mine }) {
      let path = root + "/" + name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    let ledger = try readLedger(content: root, jobs: 1)
    #expect(ledger.rejected.isEmpty)
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = try readTemplates(folder: repository.path + "/site-templates")
    let texts = try #require(prepare(folder, language: .chinese).texts)
    let parts = asOf.split(separator: "-").compactMap { Int($0) }
    let day = try #require(Day(year: parts[0], month: parts[1], day: parts[2]))
    edition = Edition(
      ledger: ledger, findings: Findings(Census(ledger, asOf: day)), asOf: day, audience: audience,
      strings: texts.strings,
      templates: texts.library, commit: nil, version: "test")
  }

  /// The same as it reads, without the links of its numbers and names.
  func plain(_ path: String) throws -> String { try html(path).replacing(/<\/?a( [^>]*)?>/, with: "") }

  /// The HTML of a page of the overview, the reports and the lists.
  func html(_ path: String) throws -> String {
    let page = try #require(
      pages(of: edition).first { $0.path.text == path })
    var buffer: [UInt8] = []
    try page.render(&buffer)
    return String(decoding: buffer, as: UTF8.self)
  }
}

/// A case file with these lines beside id, title and received.
func caseText(_ id: String, _ received: String, title: String = "电源异响", _ lines: String = "") -> String {
  "---\nid: \(id)\ntitle: \(title)\nreceived: \(received)\n\(lines)\n---\n"
}
