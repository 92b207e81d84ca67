/// A text broken into lines of about equal length.
enum WrappedText {
  /// At most `lines` lines no wider than `width`; the last is elided where the text is longer still.
  static func lines(_ text: String, width: Double, lines count: Int, bold: Bool = false) -> [String] {
    let whole = TextWidth.of(text, bold: bold)
    guard whole > width, count > 1, width > 0 else { return nonEmpty([TextWidth.elided(text, to: width, bold: bold)]) }
    let needed = min(Double(count), (whole / width).rounded(.up))
    var limit = whole / needed
    while limit < width {
      let balanced = greedy(text, width: limit, bold: bold)
      if Double(balanced.count) <= needed { return nonEmpty(balanced) }
      limit += 2
    }
    var full = greedy(text, width: width, bold: bold)
    guard full.count > count else { return nonEmpty(full) }
    let rest = full[(count - 1)...].joined()
    full = Array(full.prefix(count - 1)) + [TextWidth.elided(rest, to: width, bold: bold)]
    return nonEmpty(full)
  }

  private static func nonEmpty(_ lines: [String]) -> [String] {
    lines.filter { !$0.isEmpty }
  }

  /// Words of Latin letters stay whole while they fit a line; everything else breaks anywhere.
  private static func greedy(_ text: String, width: Double, bold: Bool) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(text) {
      if TextWidth.of(line + piece, bold: bold) <= width || line.isEmpty {
        line += piece
      } else {
        lines.append(line)
        line = piece == " " ? "" : piece
      }
      while line.count > 1, TextWidth.of(line, bold: bold) > width {
        let head = longestPrefix(of: line, width: width, bold: bold)
        lines.append(head)
        line = String(line.dropFirst(head.count))
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  /// At least one character, however narrow the line.
  private static func longestPrefix(of text: String, width: Double, bold: Bool) -> String {
    var head = ""
    for character in text {
      if !head.isEmpty, TextWidth.of(head + String(character), bold: bold) > width { break }
      head.append(character)
    }
    return head
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
