import Foundation
import Testing

@testable import Publishing

/// Only regular files are copied into a site, byte for byte.
struct CopyTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func copy(_ name: String) throws {
    try folder.publishSite([OutputFile(path: "attachments/copy", content: .copy(of: folder(name)))])
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
  func everyByteIsCopied(size: Int) throws {
    let bytes = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
    try bytes.write(to: URL(fileURLWithPath: folder("source")))
    try copy("source")
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder("site/attachments/copy"))) == bytes)
  }

  @Test(arguments: [
    ("link", "link: not a regular file"), ("pipe", "pipe: not a regular file"),
    ("folder", "folder: not a regular file"), ("missing", "missing: not a regular file"),
  ])
  func nothingElseIsCopied(source: String, message: String) throws {
    try folder.write("secret", to: "secret")
    try folder.makeFolder("folder")
    try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: "secret")
    #expect(mkfifo(folder("pipe"), 0o600) == 0)
    let before = try folder.listing()
    let said = try #require(failure(in: folder) { try copy(source) })
    #expect(said.hasPrefix(message))
    #expect(try folder.listing() == before)
  }
}
