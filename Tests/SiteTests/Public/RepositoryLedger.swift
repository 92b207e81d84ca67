import Complaints
import Findings
import Foundation
import Intake
import Testing

@testable import Site

/// The ledger of the repository itself, made into an edition as of the day that its site.yaml names.
struct RepositoryLedger {
  let edition: Edition

  init(_ audience: Audience) throws {
    let package = #filePath.components(separatedBy: "/Tests/SiteTests/")[0]
    let ledger = try readLedger(content: package + "/content", jobs: 2)
    let texts = try #require(prepare(try readTemplates(folder: package + "/site-templates"), language: .chinese).texts)
    let asOf = try #require(Day(year: 2026, month: 10, day: 31))
    edition = Edition(
      ledger: ledger, findings: Findings(Census(ledger, asOf: asOf)), asOf: asOf, audience: audience,
      strings: texts.strings,
      templates: texts.library, commit: nil, version: "1")
  }
}

/// What a case holds that may not be told, and the whole words of a text.
struct Secrets {
  private(set) var texts: Set<String> = []

  mutating func add(_ text: String?) {
    guard let text, !text.isEmpty else { return }
    texts.insert(text)
  }

  /// Those that stand in a text, numbers only where they do not belong to a longer number or word.
  func found(in page: String) -> [String] {
    let bytes = Array(page.utf8)
    return texts.filter { Self.stands(Array($0.utf8), in: bytes) }.sorted()
  }

  private static func stands(_ word: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    var place = bytes.startIndex
    while let start = bytes[place...].firstIndex(of: first) {
      place = start + 1
      let end = start + word.count
      guard end <= bytes.count, bytes[start..<end].elementsEqual(word) else { continue }
      let isJoined =
        isWord(first) && start > 0 && isWord(bytes[start - 1])
        || isWord(last) && end < bytes.count && isWord(bytes[end])
      if !isJoined { return true }
    }
    return false
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
