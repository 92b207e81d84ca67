/// Rows of comma-separated values (RFC 4180), safe to open in Excel.
package struct CSVTable: Sendable {
  /// UTF-8, beginning with a byte order mark so that Excel reads Chinese.
  package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// Whether the row has no field yet.
  private var isFirst = true

  /// A table with its header row.
  ///
  /// - Parameter capacity: About so many bytes will come.
  package init(columns: [String], reserving capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
    append(row: columns)
  }

  /// Further rows of a table.
  ///
  /// - Parameter bytes: What stands before them.
  package init(after bytes: consuming [UInt8]) { self.bytes = bytes }

  /// Appends one row; a missing value is an empty field.
  package mutating func append(row: [String?]) {
    for field in row { if let field { append(field) } else { appendEmpty() } }
    endRow()
  }

  /// Ends the row to which fields were appended.
  package mutating func endRow() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isFirst = true
  }

  /// Appends an empty field.
  package mutating func appendEmpty() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  /// Appends a field of digits, signs and ASCII letters, which is neither a formula nor needs quotes.
  package mutating func append(plain field: UnsafeBufferPointer<UInt8>) {
    appendEmpty()
    bytes.append(contentsOf: field)
  }

  /// Appends a number that is given in units of its last decimal place.
  ///
  /// - Parameter isFull: Whether zeros at the end stay.
  package mutating func append(_ number: Int, places: Int, isFull: Bool) {
    appendEmpty()
    bytes.append { $0.write(number, places: places, isFull: isFull) }
  }

  /// Appends a text as a field: one that a spreadsheet would run as a formula is given a leading apostrophe; a plain
  /// negative number is not one.
  package mutating func append(_ field: String) {
    appendEmpty()
    let guarded = Self.isFormula(field) ? "'" + field : field
    guarded.withBytes { field in
      guard field.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
        return bytes.append(contentsOf: field)
      }
      bytes.append(0x22)
      for byte in field {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }
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
