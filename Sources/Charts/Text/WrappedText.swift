/// A text broken into lines of about equal length.
enum WrappedText {
  /// At most `lines` lines no wider than `width`; the last is elided where the text is longer still.
  static func lines(_ text: String, width: Double, lines count: Int, bold: Bool = false) -> [String] {
    let whole = TextWidth.of(text, bold: bold)
    guard whole > width, count > 1, width > 0 else { return nonEmpty([TextWidth.elided(text, to: width, bold: bold)]) }
    let needed = min(Double(count), (whole / width).rounded(.up))
    var limit = whole / needed
    let longest = pieces(text).map { TextWidth.of($0, bold: bold) }.max() ?? 0
    limit = max(limit, min(longest, width))
    while limit < width {
      let balanced = greedy(text, width: limit, bold: bold)
      if Double(balanced.count) <= needed { return nonEmpty(balanced) }
      limit += 2
    }
    var full = greedy(text, width: width, bold: bold)
    guard full.count > count else { return nonEmpty(full) }
    // Only Latin words were parted by the space that the break swallowed.
    let rest = full[(count - 1)...].reduce("") { rest, line in
      let isLatin = rest.last?.isASCII == true && line.first?.isASCII == true
      return rest + (isLatin ? " " : "") + line
    }
    full = Array(full.prefix(count - 1)) + [TextWidth.elided(rest, to: width, bold: bold)]
    return nonEmpty(full)
  }

  private static func nonEmpty(_ lines: [String]) -> [String] {
    lines.filter { !$0.isEmpty }
  }

  /// Words of Latin letters stay whole, elided where they alone are too wide; everything else breaks anywhere.
  private static func greedy(_ text: String, width: Double, bold: Bool) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(text) {
      let piece = TextWidth.elided(piece, to: width, bold: bold)
      if TextWidth.of(line + piece, bold: bold) <= width {
        line += piece
      } else {
        if !line.isEmpty { lines.append(line) }
        line = piece == " " ? "" : piece
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in text {
      if character.isASCII, character != " " {
        word.append(character)
      } else {
        if !word.isEmpty { pieces.append(word) }
        word = ""
        pieces.append(String(character))
      }
    }
    if !word.isEmpty { pieces.append(word) }
    return pieces
  }
}
