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

/// The bytes of a file that stands, by what its pieces were made of.
struct StandingPieces {
  private let bytes: [UInt8]
  private let places: [Digest: Range<Int>]

  /// - Parameter kept: Of all pieces, in their order.
  /// - Returns: `nil` where they do not make up the file, or are not told apart by what they were made of.
  init?(_ bytes: [UInt8], _ kept: [KeptPiece]) {
    var places: [Digest: Range<Int>] = [:]
    var start = 0
    for piece in kept {
      let count = Int(clamping: piece.count)
      guard count <= bytes.count - start, places.updateValue(start..<start + count, forKey: piece.inputs) == nil
      else { return nil }
      start += count
    }
    guard start == bytes.count else { return nil }
    (self.bytes, self.places) = (bytes, places)
  }

  /// Of the whole file.
  var count: Int { bytes.count }

  subscript(inputs: Digest) -> ArraySlice<UInt8>? { places[inputs].map { bytes[$0] } }
}

extension [FilePiece] {
  /// Puts the bytes of all pieces together, in place of what the buffer holds.
  ///
  /// - Parameter standing: Where pieces that did not change are taken from.
  /// - Returns: What is to be kept of them.
  func assemble(_ standing: StandingPieces?, into buffer: inout [UInt8]) throws -> [KeptPiece] {
    buffer.removeAll(keepingCapacity: true)
    // It rarely becomes much longer, and grows by being copied.
    if let standing { buffer.reserveCapacity(standing.count + standing.count / 64) }
    return try map { piece in
      let start = buffer.count
      if let bytes = standing?[piece.inputs] {
        buffer.append(contentsOf: bytes)
      } else {
        try piece.make(&buffer)
      }
      return KeptPiece(inputs: piece.inputs, count: UInt64(buffer.count - start))
    }
  }
}
