/// Rows of comma-separated values (RFC 4180), safe to open in Excel.
package struct CSVTable: Sendable {
  /// UTF-8, beginning with a byte order mark so that Excel reads Chinese.
  package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// A table with its header row.
  package init(columns: [String]) {
    append(row: columns)
  }

  /// Appends one row; a missing value is an empty field.
  package mutating func append(row: [String?]) {
    for (index, field) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let field { append(field: field) }
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// A text that a spreadsheet would run as a formula is given a leading apostrophe; a plain negative number is not one.
  private mutating func append(field: String) {
    let guarded = Self.isFormula(field) ? "'" + field : field
    let needsQuotes = guarded.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      bytes.append(contentsOf: guarded.utf8)
      return
    }
    bytes.append(0x22)
    for byte in guarded.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private static func isFormula(_ field: String) -> Bool {
    // Most fields begin with a letter or a digit, or a character of three bytes that is neither blank nor full-width.
    guard let first = field.utf8.first else { return false }
    switch first {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xE4...0xE9: return false
    default: break
    }
    let trimmed = field.drop { $0 == " " || $0 == "\u{3000}" }
    guard let first = trimmed.unicodeScalars.first else { return false }
    guard "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else { return false }
    return Double(field) == nil
  }
}
