import Complaints

/// One cell and where it begins.
struct Cell: Sendable {
  let text: String
  let mark: Mark
}

/// The rows of a CSV file as RFC 4180 has them; empty lines are no rows.
///
/// Unlike most readers it refuses an unterminated quote and a quote in the middle of a cell.
///
/// - Parameter bytes: Valid UTF-8.
/// - Parameter start: Past a byte order mark.
func readCSV(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(Fault) -> [[Cell]] {
  var reading = CSVReading(bytes: bytes, index: start)
  var rows: [[Cell]] = []
  while !reading.isAtEnd {
    let row = try reading.row()
    if row.count > 1 || row.first?.text.isEmpty == false { rows.append(row) }
  }
  return rows
}

private struct CSVReading {
  let bytes: UnsafeBufferPointer<UInt8>
  var index: Int
  private var line = 1
  private var column = 1

  init(bytes: UnsafeBufferPointer<UInt8>, index: Int) {
    self.bytes = bytes
    self.index = index
  }

  var isAtEnd: Bool { index >= bytes.count }

  /// The cells up to the end of the row, which is passed.
  mutating func row() throws(Fault) -> [Cell] {
    var cells: [Cell] = []
    while true {
      cells.append(try cell())
      if isAtEnd { return cells }
      if bytes[index] == UInt8(ascii: ",") {
        step()
        if isAtEnd {
          cells.append(Cell(text: "", mark: here))
          return cells
        }
        continue
      }
      while !isAtEnd, bytes[index] == 0x0D { step() }
      if !isAtEnd, bytes[index] == 0x0A { step() }
      return cells
    }
  }

  private var here: Mark { Mark(line: line, column: column) }

  /// Passes one byte and counts lines and scalars.
  private mutating func step() {
    if bytes[index] == 0x0A {
      (line, column) = (line + 1, 1)
    } else if bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
    index += 1
  }

  private mutating func cell() throws(Fault) -> Cell {
    let mark = here
    if !isAtEnd, bytes[index] == UInt8(ascii: "\"") { return Cell(text: try quoted(from: mark), mark: mark) }
    let start = index
    while !isAtEnd, !isEnd(bytes[index]) {
      if bytes[index] == UInt8(ascii: "\"") { throw Fault(.table(.strayQuote), at: here) }
      step()
    }
    return Cell(text: text(bytes[start..<index]), mark: mark)
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D }

  private func text(_ bytes: some Collection<UInt8>) -> String { trimmed(String(decoding: bytes, as: UTF8.self)) }

  private mutating func quoted(from mark: Mark) throws(Fault) -> String {
    step()
    var content: [UInt8] = []
    while !isAtEnd {
      if bytes[index] == UInt8(ascii: "\"") {
        step()
        if isAtEnd || isEnd(bytes[index]) { return text(content) }
        guard bytes[index] == UInt8(ascii: "\"") else { throw Fault(.table(.strayQuote), at: here) }
      }
      content.append(bytes[index])
      step()
    }
    throw Fault(.table(.unterminatedQuote), at: mark)
  }
}
