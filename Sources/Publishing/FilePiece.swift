package import Digests
import Synchronization

/// A run of a file's bytes that is made of less than the whole file is: where that is as it was, the bytes are taken from the file that stands.
package struct FilePiece: Sendable {
  /// Of all that the bytes are made of, and of which piece of the file it is: no other piece of it has the same.
  package let inputs: Digest
  /// Appends the bytes to those of the pieces before.
  package let make: @Sendable (inout [UInt8]) throws -> Void

  package init(inputs: Digest, make: @escaping @Sendable (inout [UInt8]) throws -> Void) {
    self.inputs = inputs
    self.make = make
  }
}

/// What is kept of a piece; 24 bytes without a gap between them, as they are written to the disk.
struct KeptPiece: Hashable, Sendable, BitwiseCopyable {
  let inputs: Digest
  /// How many bytes it has.
  let count: UInt64
}

/// The pieces of pages, as the threads that make these tell them.
final class MadePieces: Sendable {
  private let pieces = Mutex<[Int: [KeptPiece]]>([:])

  func keep(_ kept: [KeptPiece], of page: Int) { pieces.withLock { $0[page] = kept } }

  /// `nil` of a page that was not put together.
  func of(_ page: Int) -> [KeptPiece]? { pieces.withLock { $0[page] } }
}

/// A file that stands, by what its pieces were made of.
struct StandingPieces: ~Copyable {
  private let file: SourceFile
  private let identity: FileIdentity
  private let places: [Digest: Range<Int>]

  /// How many bytes the whole file has.
  var count: Int { Int(clamping: identity.size) }

  /// - Parameters:
  ///   - identity: By which the file was known when the pieces were kept: it tells their bytes without another look.
  ///   - kept: Of all pieces, in their order.
  /// - Returns: `nil` where it is not that file any more, or the pieces do not make it up, or are not told apart by what
  ///   they were made of.
  init?(_ path: String, _ identity: FileIdentity, _ kept: [KeptPiece]) throws(PublishingFailure) {
    var places: [Digest: Range<Int>] = [:]
    places.reserveCapacity(kept.count)
    let size = Int(clamping: identity.size)
    var start = 0
    for piece in kept {
      let count = Int(clamping: piece.count)
      guard count <= size - start, places.updateValue(start..<start + count, forKey: piece.inputs) == nil
      else { return nil }
      start += count
    }
    let file = try SourceFile(path)
    guard start == size, try file.identity() == identity else { return nil }
    self.file = file
    (self.identity, self.places) = (identity, places)
  }

  subscript(inputs: Digest) -> Range<Int>? { places[inputs] }

  /// Appends some of its bytes.
  ///
  /// - Returns: Whether it had all of them.
  func read(_ range: Range<Int>, into buffer: inout [UInt8]) throws(PublishingFailure) -> Bool {
    try file.read(range, into: &buffer)
  }

  /// Whether nobody has changed the file since it was known: whatever was read of it before is then what it was.
  func isUnchanged() throws(PublishingFailure) -> Bool { try file.identity() == identity }
}

extension [FilePiece] {
  /// Puts the bytes of all pieces together, in place of what the buffer holds.
  ///
  /// - Parameter standing: Where pieces that did not change are taken from.
  /// - Returns: What is to be kept of them.
  func assemble(_ standing: consuming StandingPieces?, into buffer: inout [UInt8]) throws -> [KeptPiece] {
    if let standing, let kept = try assemble(from: standing, into: &buffer) { return kept }
    buffer.removeAll(keepingCapacity: true)
    return try map { piece in
      let start = buffer.count
      try piece.make(&buffer)
      return KeptPiece(inputs: piece.inputs, count: UInt64(buffer.count - start))
    }
  }

  /// - Returns: `nil` where the standing file was changed meanwhile.
  private func assemble(
    from standing: borrowing StandingPieces, into buffer: inout [UInt8]
  ) throws -> [KeptPiece]? {
    buffer.removeAll(keepingCapacity: true)
    // It rarely becomes much longer, and grows by being copied.
    buffer.reserveCapacity(standing.count + standing.count / 64)
    var kept: [KeptPiece] = []
    kept.reserveCapacity(count)
    // What stands side by side is read at once.
    var run = 0..<0
    for piece in self {
      if let range = standing[piece.inputs] {
        if range.lowerBound != run.upperBound {
          guard try standing.read(run, into: &buffer) else { return nil }
          run = range.lowerBound..<range.lowerBound
        }
        run = run.lowerBound..<range.upperBound
        kept.append(KeptPiece(inputs: piece.inputs, count: UInt64(range.count)))
      } else {
        guard try standing.read(run, into: &buffer) else { return nil }
        run = run.upperBound..<run.upperBound
        let start = buffer.count
        try piece.make(&buffer)
        kept.append(KeptPiece(inputs: piece.inputs, count: UInt64(buffer.count - start)))
      }
    }
    guard try standing.read(run, into: &buffer), try standing.isUnchanged() else { return nil }
    return kept
  }
}
