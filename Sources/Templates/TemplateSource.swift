/// One template as it was read.
package struct TemplateSource: Hashable, Sendable {
  /// What other templates call it: `pages/overview`.
  package let name: String
  /// What messages call it: `site-templates/pages/overview.mustache`.
  package let path: String
  /// UTF-8, with or without a byte order mark, lines ending in LF or CRLF.
  package let bytes: [UInt8]

  package init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }

  /// Where the text begins: behind a byte order mark.
  var start: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// What is wrong at an offset, with line and column from 1, counted in Unicode scalars.
  func error(at offset: Int, _ problem: TemplateError.Problem) -> TemplateError {
    var line = 1
    var column = 1
    for byte in bytes[start..<max(start, offset)] {
      if byte == .lineFeed {
        line += 1
        column = 1
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        column += 1
      }
    }
    return TemplateError(template: name, path: path, line: line, column: column, problem: problem)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Whether a line begins at this offset.
  func beginsLine(_ offset: Int) -> Bool {
    offset == start || bytes[offset - 1] == .lineFeed
  }

  /// The begin of the blanks that end before `offset`.
  func blanksBegin(before offset: Int) -> Int {
    var offset = offset
    while offset > start, bytes[offset - 1].isBlank { offset -= 1 }
    return offset
  }

  /// The line ending that follows `offset` after nothing but blanks; empty at the end of the file; `nil` if something
  /// else stands on the line.
  func lineEnding(after offset: Int) -> Range<Int>? {
    var offset = offset
    while offset < bytes.count, bytes[offset].isBlank { offset += 1 }
    if offset == bytes.count { return offset..<offset }
    if bytes[offset] == .lineFeed { return offset..<offset + 1 }
    let next = offset + 1
    if bytes[offset] == .carriageReturn, next < bytes.count, bytes[next] == .lineFeed { return offset..<next + 1 }
    return nil
  }
}

extension UInt8 {
  static var lineFeed: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
  /// A space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isWhitespace: Bool { isBlank || self == .lineFeed || self == .carriageReturn }
}
