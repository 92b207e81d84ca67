import Complaints
import Findings
import Hypertext

/// One row a case that counts, in the ledger's order, as its audience may read it.
struct CaseTable {
  private let edition: Edition
  private var table: CSVTable

  var bytes: [UInt8] { table.bytes }

  init(_ edition: Edition) {
    self.edition = edition
    let columns = CaseColumn.allCases.map { (column: $0, isFigure: $0.isFigure, isPrivate: $0.isPrivate) }
    let cases = edition.findings.cases.indices
    table = CSVTable(columns: columns.map(\.column.rawValue), reserving: 400 * (cases.count + 1))
    for number in cases {
      let file = edition.findings.file(number)
      let masking = Masking(for: file.record, audience: edition.audience)
      let isWithheld = masking != nil && file.complaint.isPrivate
      let hasPartNumber = edition.findings.hasPartNumber(number)
      for (column, isFigure, isPrivate) in columns {
        // Numbers of things may look like telephone numbers, and are none; nor are dates and figures.
        let isPlain = isFigure || column == .id || column == .repeatOf || column == .product && hasPartNumber
        let cell = isPrivate && isWithheld ? .empty : edition.findings.cell(column, of: number)
        append(cell, isPlain ? nil : masking)
      }
      table.endRow()
    }
  }

  private mutating func append(_ cell: CaseCell, _ masking: Masking?) {
    switch cell {
    case .empty: table.appendEmpty()
    case .text(let text): table.append(masking?.text(text) ?? text)
    case .moment(let moment): moment.readDateTime { table.append(plain: $0) }
    case .decimal(let number, let places, let isFull): table.append(number, places: places, isFull: isFull)
    case .answer(let answer): table.append(answer ? "true" : "false")
    }
  }
}
