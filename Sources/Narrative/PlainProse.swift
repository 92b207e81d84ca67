import Hypertext

/// A narrative that is nothing but paragraphs of text, which most are: it is written as it stands, without a parser.
///
/// cmark takes 10 to 17 µs for what is here a pass over the bytes. Whatever might mean anything else to CommonMark, or to
/// the tables, is not plain.
struct PlainProse {
  /// Paragraphs, each without the line ending behind its last line.
  private let paragraphs: [Range<Int>]
  private let source: UnsafeBufferPointer<UInt8>

  /// Returns `nil` for a source that has to be parsed.
  init?(_ source: UnsafeBufferPointer<UInt8>) {
    var paragraphs: [Range<Int>] = []
    var (line, start) = (0, -1)
    while line < source.count {
      let end = source[line...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
      if end == line {
        if start >= 0 { paragraphs.append(start..<line - 1) }
        start = -1
      } else {
        guard Self.isPlain(UnsafeBufferPointer(rebasing: source[line..<end])) else { return nil }
        if start < 0 { start = line }
      }
      line = end + 1
    }
    if start >= 0 { paragraphs.append(start..<(source.last == UInt8(ascii: "\n") ? source.count - 1 : source.count)) }
    self.paragraphs = paragraphs
    self.source = source
  }

  /// Appends the paragraphs as cmark would write them.
  func write(_ options: NarrativeOptions, into out: inout Markup) {
    for paragraph in paragraphs {
      let text = UnsafeBufferPointer(rebasing: source[paragraph])
      out.element("p") { element in
        if let filter = options.text, options.mayChange(text) {
          element.text(filter(String(decoding: text, as: UTF8.self)))
        } else {
          element.text(text)
        }
      }
      out.text("\n")
    }
  }

  /// Whether a line, not empty, is text from its first character to its last.
  private static func isPlain(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = line.last, last != UInt8(ascii: " "), last != UInt8(ascii: "\t"), isPlainBeginning(line) else {
      return false
    }
    return line.allSatisfy { $0 >= 0x80 || !isSign[Int($0)] }
  }

  /// A letter or a digit, but no number of a list; a byte order mark is none.
  private static func isPlainBeginning(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    switch line[0] {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let next = line.first { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return next != UInt8(ascii: ".") && next != UInt8(ascii: ")")
    case 0x80...: return !line.starts(with: [0xEF, 0xBB, 0xBF])
    default: return false
    }
  }

  /// The characters of ASCII that can mean something inside a line, and those that are no text.
  private static let isSign: [Bool] = {
    var isSign = [Bool](repeating: false, count: 128)
    for byte in "\\`*_[]<>&!|~^".utf8 { isSign[Int(byte)] = true }
    for byte in 0..<0x20 where byte != 0x09 { isSign[byte] = true }
    return isSign
  }()
}
