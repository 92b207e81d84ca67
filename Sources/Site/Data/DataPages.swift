import Complaints
import Findings
import Hypertext

/// The figures and the cases as files that other programs read: data/metrics.json and data/cases.csv.
///
/// The public gets no row of a case.
func dataPages(of edition: Edition) -> [Page] {
  var pages = [Page(.metrics) { buffer in metricsDocument(of: edition).write(into: &buffer) }]
  if edition.audience != .public {
    pages.append(Page(.cases) { buffer in buffer += caseTable(of: edition).bytes })
  }
  return pages
}

extension PagePath {
  static let metrics = PagePath("data/metrics.json")
  static let cases = PagePath("data/cases.csv")
}

/// One row a case that counts, in the ledger's order.
func caseTable(of edition: Edition) -> CSVTable {
  var table = CSVTable(columns: CaseRow.columns)
  for row in edition.findings.rows() { table.append(row: shown(row, in: edition)) }
  return table
}

/// A row as its audience may read it: a private case without title and customer, contact data in texts masked.
private func shown(_ row: CaseRow, in edition: Edition) -> [String] {
  let file = edition.findings.file(row.number)
  guard let masking = Masking(for: file.record, audience: edition.audience) else { return row.values }
  let allowed = file.complaint.isPrivate ? row.without(CaseRow.privateColumns) : row
  let numbers = file.complaint.products.contains { $0.partNumber != nil }
  return zip(CaseRow.columns, allowed.values).map { column, value in
    switch column {
    // Numbers of things may look like telephone numbers, and are none; nor are dates and figures.
    case "id", "repeat_of",
      _ where CaseRow.figureColumns.contains(column):
      value
    case "product" where numbers: value
    default: masking.text(value)
    }
  }
}
