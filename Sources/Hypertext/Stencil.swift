/// Markup that stands on many pages, with places left open for what differs: numbers first, then perhaps content.
///
/// What is drawn hundreds of times on a page is a few copies then, and nothing is put together anew.
package struct Stencil: BitwiseCopyable, Sendable {
  /// Stands for an open place while a stencil is made, as a coordinate or a text; no drawing has such a number.
  package static let gap = 98_765_432.0
  package static let textGap = "98765432"

  /// What stands before the first gap, between the gaps, and behind the last; empty ones behind that.
  fileprivate let parts: InlineArray<8, Piece>
}

extension PieceMaking {
  /// What `write` appends, open at each gap, of which there are seven at the most.
  package mutating func stencil(_ write: (inout Markup) -> Void) -> Stencil {
    var whole = Markup()
    write(&whole)
    let parts = whole.withBytes { Self.parts(of: $0) }
    precondition(parts.count <= 8, "a stencil has seven gaps at the most")
    let pieces = parts.map { range in piece { $0.append(whole.part(range)) } }
    return Stencil(parts: InlineArray { $0 < pieces.count ? pieces[$0] : .empty })
  }

  private static func parts(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let gap = Array(Stencil.textGap.utf8)
    var (parts, start, place): ([Range<Int>], Int, Int) = ([], 0, 0)
    while place + gap.count <= bytes.count {
      if bytes[place..<place + gap.count].elementsEqual(gap) {
        parts.append(start..<place)
        place += gap.count
        start = place
      } else {
        place += 1
      }
    }
    return parts + [start..<bytes.count]
  }
}

extension Markup {
  /// Appends a stencil with three coordinates in its gaps.
  package mutating func append(_ stencil: Stencil, of pieces: LentPieces, _ one: Double, _ two: Double, _ three: Double)
  {
    let pen = pen()
    pen.pointee.write(stencil.parts[0], one, of: pieces)
    pen.pointee.write(stencil.parts[1], two, of: pieces)
    pen.pointee.write(stencil.parts[2], three, of: pieces)
    pen.pointee.write(stencil.parts[3], of: pieces)
  }

  /// The same with four.
  package mutating func append(
    _ stencil: Stencil, of pieces: LentPieces, _ one: Double, _ two: Double, _ three: Double, _ four: Double
  ) {
    let pen = pen()
    pen.pointee.write(stencil.parts[0], one, of: pieces)
    pen.pointee.write(stencil.parts[1], two, of: pieces)
    pen.pointee.write(stencil.parts[2], three, of: pieces)
    pen.pointee.write(stencil.parts[3], four, of: pieces)
    pen.pointee.write(stencil.parts[4], of: pieces)
  }

  /// The same with two coordinates, and a text in the last gap.
  package mutating func append(
    _ stencil: Stencil, of pieces: LentPieces, _ one: Double, _ two: Double, text: String
  ) {
    let pen = pen()
    pen.pointee.write(stencil.parts[0], one, of: pieces)
    pen.pointee.write(stencil.parts[1], two, of: pieces)
    pen.pointee.write(stencil.parts[2], of: pieces)
    pen.pointee.write(text: text)
    pen.pointee.write(stencil.parts[3], of: pieces)
  }

  /// The same with whatever `content` appends in the last gap.
  package mutating func append(
    _ stencil: Stencil, of pieces: LentPieces, _ one: Double, _ two: Double, content: (inout Markup) -> Void
  ) {
    let pen = pen()
    pen.pointee.write(stencil.parts[0], one, of: pieces)
    pen.pointee.write(stencil.parts[1], two, of: pieces)
    pen.pointee.write(stencil.parts[2], of: pieces)
    content(&self)
    append(stencil.parts[3], of: pieces)
  }

  /// The same with four coordinates, two texts, and whatever `content` appends in the last gap.
  package mutating func append(
    _ stencil: Stencil, of pieces: LentPieces, _ numbers: (Double, Double, Double, Double), _ texts: (String, String),
    content: (inout Markup) -> Void
  ) {
    let pen = pen()
    pen.pointee.write(stencil.parts[0], numbers.0, of: pieces)
    pen.pointee.write(stencil.parts[1], numbers.1, of: pieces)
    pen.pointee.write(stencil.parts[2], numbers.2, of: pieces)
    pen.pointee.write(stencil.parts[3], numbers.3, of: pieces)
    pen.pointee.write(stencil.parts[4], of: pieces)
    pen.pointee.write(text: texts.0)
    pen.pointee.write(stencil.parts[5], of: pieces)
    pen.pointee.write(text: texts.1)
    pen.pointee.write(stencil.parts[6], of: pieces)
    content(&self)
    append(stencil.parts[7], of: pieces)
  }

  /// The same with a text in the first gap, and whatever `content` appends in the second.
  package mutating func append(
    _ stencil: Stencil, of pieces: LentPieces, text one: String, _ two: String, content: (inout Markup) -> Void
  ) {
    let pen = pen()
    pen.pointee.write(stencil.parts[0], of: pieces)
    pen.pointee.write(text: one)
    pen.pointee.write(stencil.parts[1], of: pieces)
    pen.pointee.write(text: two)
    pen.pointee.write(stencil.parts[2], of: pieces)
    content(&self)
    append(stencil.parts[3], of: pieces)
  }
}

extension ByteWriter {
  @inline(__always)
  fileprivate mutating func write(_ piece: Piece, of pieces: LentPieces) { write(pieces.part(piece)) }

  /// A piece and the coordinate behind it.
  @inline(__always)
  fileprivate mutating func write(_ piece: Piece, _ number: Double, of pieces: LentPieces) {
    let bytes = pieces.part(piece)
    makeRoom(for: bytes.count + Self.longestCoordinate)
    if let first = bytes.baseAddress { put(first, bytes.count) }
    put(coordinate: number)
  }
}
