import Complaints
import Digests
import Findings
import Hypertext

/// One row a case that counts, in the ledger's order, as its audience may read it.
struct CaseTable: Sendable {
  let edition: Edition

  private static let columns = CaseColumn.allCases.map {
    (column: $0, isFigure: $0.isFigure, isPrivate: $0.isPrivate)
  }

  func write(into bytes: inout [UInt8]) {
    bytes += header
    append(edition.findings.cases.indices, to: &bytes)
  }

  /// The header row, and the rows of each day of receipt: made of the cases of that day, whatever becomes of the others.
  ///
  /// - Parameter inputs: Of the cases of the ledger.
  func pieces(_ inputs: PageInputs) -> [PagePiece] {
    let header = header
    let top = PagePiece(inputs: Digest(of: header)) { $0 += header }
    return [top]
      + days.map { numbers in
        var digester = Digester()
        // Two days may have the same digest, that of a case of either that names one of the other.
        digester.add(edition.findings.cases[numbers.lowerBound].receivedDay.number)
        digester.add(inputs.list(of: numbers.lazy.map { edition.findings.cases[$0].place }))
        return PagePiece(inputs: digester.digest()) { append(numbers, to: &$0) }
      }
  }

  private var header: [UInt8] { CSVTable(columns: Self.columns.map(\.column.rawValue)).bytes }

  /// The cases that were received on one day follow each other.
  private var days: [Range<Int>] {
    let cases = edition.findings.cases
    var days: [Range<Int>] = []
    var start = 0
    for number in cases.indices.dropFirst() where cases[number].receivedDay != cases[start].receivedDay {
      days.append(start..<number)
      start = number
    }
    return cases.isEmpty ? [] : days + [start..<cases.count]
  }

  /// Appends the rows of some cases.
  private func append(_ numbers: Range<Int>, to bytes: inout [UInt8]) {
    var table = CSVTable(after: bytes)
    bytes = []
    for number in numbers { append(number, to: &table) }
    bytes = table.bytes
  }

  private func append(_ number: Int, to table: inout CSVTable) {
    let file = edition.findings.file(number)
    let masking = Masking(for: file.record, audience: edition.audience)
    let isWithheld = masking != nil && file.complaint.isPrivate
    let hasPartNumber = edition.findings.hasPartNumber(number)
    for (column, isFigure, isPrivate) in Self.columns {
      // Numbers of things may look like telephone numbers, and are none; nor are dates and figures.
      let isPlain = isFigure || column == .id || column == .repeatOf || column == .product && hasPartNumber
      let cell = isPrivate && isWithheld ? .empty : edition.findings.cell(column, of: number)
      append(cell, isPlain ? nil : masking, to: &table)
    }
    table.endRow()
  }

  private func append(_ cell: CaseCell, _ masking: Masking?, to table: inout CSVTable) {
    switch cell {
    case .empty: table.appendEmpty()
    case .text(let text): table.append(masking?.text(text) ?? text)
    case .moment(let moment): moment.readDateTime { table.append(plain: $0) }
    case .decimal(let number, let places, let isFull): table.append(number, places: places, isFull: isFull)
    case .answer(let answer): table.append(answer ? "true" : "false")
    }
  }
}
