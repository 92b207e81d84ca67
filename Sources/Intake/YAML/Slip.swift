import Complaints

/// A slip of the pen that explains why a document cannot be read, where libyaml only says that it cannot.
///
/// Looked for in the line that libyaml stopped at and the one above it, which is often the one at fault.
struct Slip {
  /// What is wrong and what would be right.
  let words: String
  /// Both count from 0, in scalars.
  let line: Int
  let column: Int

  private init(_ words: String, _ line: Int, _ column: Int) {
    self.words = words
    self.line = line
    self.column = column
  }

  /// - Parameters:
  ///   - line: Where libyaml stopped, and in which column of it; both count from 0.
  ///   - problem: What it says there, and what it was doing.
  static func found(in document: String, line: Int, column: Int, problem: String, context: String) -> Slip? {
    let lines = document.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    if let conflict = lines.firstIndex(where: { $0.starts(with: "<<<<<<< ".unicodeScalars) }) {
      return Slip(
        "a merge conflict is left open; keep one version and delete the lines '<<<<<<<' to '>>>>>>>'", conflict, 0)
    }
    guard lines.indices.contains(line) else { return nil }
    let here = lines[line]
    if let tab = here.prefix(while: { isBlank($0) }).firstIndex(of: "\t") {
      return Slip("a Tab begins the line; indent with blanks", line, tab)
    }
    if context.contains("flow"), let wide = wideSign(in: here, line) { return wide }
    let above = lines[..<line].lastIndex { !$0.allSatisfy(isBlank) }
    for index in [line, above].compactMap({ $0 }) {
      if let slip = colon(in: lines[index], index) { return slip }
    }
    return problem == "did not find expected key" ? afterQuotes(in: lines, line, column) : nil
  }

  /// A root that is a text because every colon of the document is a full-width one.
  static func found(inText document: String) -> Slip? {
    let lines = document.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    return lines.indices.lazy.compactMap { colon(in: lines[$0], $0) }.first
  }

  /// A key whose colon is a full-width one, or has no blank behind it.
  private static func colon(in line: [Unicode.Scalar], _ number: Int) -> Slip? {
    var start = line.firstIndex { !isBlank($0) } ?? line.endIndex
    if line[start...].starts(with: "- ".unicodeScalars) { start += 2 }
    guard let place = line[start...].firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let key = line[start..<place]
    guard (1...24).contains(key.count),
      !key.contains(where: { isBlank($0) || "\"'{}[]#，。".unicodeScalars.contains($0) })
    else { return nil }
    if line[place] == "：" { return Slip("a full-width '：' behind the key; write ':' and a blank", number, place) }
    // The end of the line, 12:30 and https:// are no slips.
    guard place + 1 < line.count, ![" ", "\t", "\r", "/"].contains(line[place + 1]),
      !(key.last?.properties.numericType != nil && line[place + 1].properties.numericType != nil)
    else { return nil }
    return Slip("no blank behind the ':'; write 'key: value'", number, place + 1)
  }

  /// A full-width comma or colon inside braces or brackets.
  private static func wideSign(in line: [Unicode.Scalar], _ number: Int) -> Slip? {
    line.firstIndex { $0 == "，" || $0 == "：" }.map { place in
      let right = line[place] == "，" ? "','" : "':' and a blank"
      return Slip(
        "a full-width '\(line[place])' in braces or brackets; write \(right), or put the text in quotes", number, place)
    }
  }

  /// Text behind a closing quote or bracket; where the quotes were opened on a line above, they were never closed there.
  private static func afterQuotes(in lines: [[Unicode.Scalar]], _ line: Int, _ column: Int) -> Slip? {
    guard let last = lines[line].prefix(column).last(where: { !isBlank($0) }), "\"']}".unicodeScalars.contains(last)
    else { return nil }
    for above in lines[..<line].indices.reversed() {
      guard let opening = lines[above].firstIndex(of: last), last == "\"" || last == "'" else { continue }
      guard lines[above].count(where: { $0 == last }) == 1 else { break }
      guard let before = lines[above][..<opening].last(where: { !isBlank($0) }), before == ":" || before == "-" else {
        break
      }
      return Slip(plainWords("found unexpected end of stream"), above, opening)
    }
    return Slip("text behind a closing quote or bracket; put the whole value in quotes", line, column)
  }

  /// Blanks as people type them, the ideographic one included.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\t", "\r", "\u{3000}", "\u{A0}"].contains(scalar)
  }
}
