/// Texts that YAML leaves out as comments without a word, though whoever wrote them may have meant them: `title: #3 机台漏液`.
///
/// A comment on a line of its own, or with a blank behind its `#`, is meant to be one.
struct LostText {
  /// Where something stands; both count from 0, in scalars.
  struct Position: Comparable {
    let line, column: Int

    static func < (one: Position, other: Position) -> Bool {
      (one.line, one.column) < (other.line, other.column)
    }
  }

  /// The texts in quotes and the blocks of a document, in its order, each up to its end: in them `#` is text.
  private var quoted: [Range<Position>] = []

  mutating func skip(from start: Position, to end: Position) {
    if start < end { quoted.append(start..<end) }
  }

  /// Where each such comment begins.
  ///
  /// - Parameter document: Valid UTF-8.
  func places(in document: UnsafeBufferPointer<UInt8>) -> [Position] {
    var places: [Position] = []
    for (number, line) in document.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.contains(UInt8(ascii: "#")) {
      let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
      let column = scalars.indices.first { column in
        scalars[column] == "#" && Self.isLone(column, in: scalars) && !isQuoted(Position(line: number, column: column))
      }
      guard let column, let next = scalars.dropFirst(column + 1).first, !Self.isBlank(next), next != "#",
        scalars[..<column].contains(where: { !Self.isBlank($0) })
      else { continue }
      places.append(Position(line: number, column: column))
    }
    return places
  }

  private func isQuoted(_ place: Position) -> Bool { quoted.contains { $0.contains(place) } }

  /// Whether a `#` begins a comment by what stands before it.
  private static func isLone(_ column: Int, in line: [Unicode.Scalar]) -> Bool {
    column == 0 || isBlank(line[column - 1])
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { [" ", "\t", "\r"].contains(scalar) }
}
