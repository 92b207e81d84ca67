import Digests
import Foundation
import Testing

@testable import Publishing

/// A file of pieces is what it is when made from nothing; of its pieces only those are made of which something changed.
struct PiecesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Publishes one file; each piece is the text after its inputs, as in `a:first`.
  ///
  /// - Parameter meanwhile: Done whenever a piece is made.
  /// - Returns: The pieces that were made.
  private func publish(
    _ pieces: [String], meanwhile: @escaping @Sendable () throws -> Void = {}
  ) throws -> [String] {
    let made = Made()
    let parts = pieces.map { piece in
      let words = piece.split(separator: ":")
      return FilePiece(inputs: Digest(of: Array(words[0].utf8))) { bytes in
        made.add(piece)
        try meanwhile()
        bytes.append(contentsOf: words[1].utf8)
      }
    }
    let output = try checkOutput(folder("site"), sources: [])
    try Publishing.publish(
      [OutputFile(path: "a.csv", content: .pieced { parts })], to: output,
      keeping: Keeping(folder: folder(".kesu"), site: ["site"], program: "1"), jobs: 1)
    return made.pieces
  }

  private func text() throws -> String { try String(contentsOfFile: folder("site/a.csv"), encoding: .utf8) }

  static let edits: [(former: [String], now: [String], made: [String])] = [
    (["a:one", "b:two"], ["a:one", "b:two"], []),
    (["a:one", "b:two", "c:three"], ["a:one", "B:twice", "c:three"], ["B:twice"]),
    (["a:one", "b:two"], ["new:0", "a:one", "b:two", "end:9"], ["new:0", "end:9"]),
    (["a:one", "b:two", "c:three"], ["c:three", "a:one"], []),
    (["a:one"], ["b:two"], ["b:two"]),
    // Two that are not told apart are of no use.
    (["a:one", "a:two"], ["a:one", "a:two", "b:three"], ["a:one", "a:two", "b:three"]),
  ]

  @Test(arguments: edits)
  func onlyPiecesOfWhichSomethingChangedAreMade(former: [String], now: [String], made: [String]) throws {
    #expect(try publish(former) == former)
    #expect(try publish(now) == made)
    #expect(try text() == now.map { $0.split(separator: ":")[1] }.joined())
    // What was taken over is known the next time too.
    if Set(now.map { $0.prefix(1) }).count == now.count { #expect(try publish(now) == []) }
  }

  @Test func nothingIsTakenFromAFileEditedByHand() throws {
    let pieces = ["a:one", "b:two"]
    #expect(try publish(pieces) == pieces)
    try Data("onetoo".utf8).write(to: URL(fileURLWithPath: folder("site/a.csv")))
    #expect(try publish(pieces) == pieces)
    #expect(try text() == "onetwo")
  }

  @Test func nothingIsTakenFromAFileThatIsEditedMeanwhile() throws {
    #expect(try publish(["a:one", "b:two", "c:three"]) == ["a:one", "b:two", "c:three"])
    let file = URL(fileURLWithPath: folder("site/a.csv"))
    let now = ["a:one", "B:twice", "c:three"]
    // The piece that is made once more was the first to be made: by then the file is another.
    #expect(try publish(now) { try Data("onetwothrex".utf8).write(to: file) } == ["B:twice"] + now)
    #expect(try text() == "onetwicethree")
  }
}

private final class Made: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var pieces: [String] = []

  func add(_ piece: String) { lock.withLock { pieces.append(piece) } }
}
