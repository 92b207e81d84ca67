/// The figures and the cases as files that other programs read: data/metrics.json and data/cases.csv.
///
/// The public gets no row of a case.
func dataPages(of edition: Edition) -> [Page] {
  let inputs = edition.audience == .public ? nil : edition.inputs
  let metrics = inputs.map { inputs in Page(.metrics, pieces: { metricsPieces(of: edition, inputs()) }) }
  var pages = [metrics ?? Page(.metrics) { buffer in metricsDocument(of: edition).write(into: &buffer) }]
  if edition.audience != .public {
    let table = CaseTable(edition: edition)
    let pieces = inputs.map { inputs in Page(.cases, pieces: { table.pieces(inputs()) }) }
    pages.append(pieces ?? Page(.cases) { table.write(into: &$0) })
  }
  return pages
}

extension PagePath {
  static let metrics = PagePath("data/metrics.json")
  static let cases = PagePath("data/cases.csv")
}
