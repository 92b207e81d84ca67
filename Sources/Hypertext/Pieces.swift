/// A piece of markup among others, told by where it lies.
package struct Piece: Sendable, BitwiseCopyable {
  fileprivate let start: Int32
  fileprivate let count: Int32

  package var isEmpty: Bool { count == 0 }

  static let empty = Piece(start: 0, count: 0)
}

/// Pieces of markup that many pages have, side by side in one memory; made once.
package final class Pieces: Sendable {
  private let markup: Markup

  package init(_ making: PieceMaking) {
    markup = making.markup
  }

  /// The pieces, for whoever holds these: what writes a page uses hundreds, and need not count a reference for each.
  package var lent: LentPieces { LentPieces(bytes: markup.written) }
}

/// Pieces as they lie in memory, which must not outlive the `Pieces` that lent them.
package struct LentPieces: BitwiseCopyable {
  fileprivate let bytes: UnsafeBufferPointer<UInt8>

  /// Hands out a piece, as bytes.
  package func withBytes<Result>(of piece: Piece, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(part(piece))
  }

  @inline(__always)
  func part(_ piece: Piece) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes.baseAddress.map { $0 + Int(piece.start) }, count: Int(piece.count))
  }
}

/// Pieces while they are made.
package struct PieceMaking {
  fileprivate var markup = Markup()

  package init() {}

  /// Whatever `write` appends.
  package mutating func piece(_ write: (inout Markup) -> Void) -> Piece {
    let start = markup.count
    write(&markup)
    return Piece(start: Int32(start), count: Int32(markup.count - start))
  }

  /// Text, escaped.
  package mutating func piece(text: String) -> Piece { piece { $0.text(text) } }

  /// What stands before and after a place that is left open.
  ///
  /// - Parameter write: Writes the whole, and calls what it is given once where the place is.
  package mutating func pieces(
    around write: (inout Markup, _ place: (inout Markup) -> Void) -> Void
  ) -> (before: Piece, after: Piece) {
    var places: [Int] = []
    let whole = piece { markup in write(&markup) { places.append($0.count) } }
    precondition(places.count == 1, "there is one place")
    let (start, end) = (Int32(places[0]), whole.start + whole.count)
    return (Piece(start: whole.start, count: start - whole.start), Piece(start: start, count: end - start))
  }
}

extension Markup {
  /// Appends a piece.
  package mutating func append(_ piece: Piece, of pieces: LentPieces) {
    if !piece.isEmpty { pen().pointee.write(pieces.part(piece)) }
  }

  /// Puts another piece in the place of one that was appended when there were `start` bytes.
  package mutating func replace(
    _ piece: Piece, at start: Int, by other: Piece, of pieces: LentPieces
  ) {
    pen().pointee.replace(start..<start + Int(piece.count), by: pieces.part(other))
  }
}
