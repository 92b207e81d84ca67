/// The figures and the cases as files that other programs read: data/metrics.json and data/cases.csv.
///
/// The public gets no row of a case.
func dataPages(of edition: Edition) -> [Page] {
  var pages = [Page(.metrics) { buffer in metricsDocument(of: edition).write(into: &buffer) }]
  if edition.audience != .public {
    pages.append(Page(.cases) { buffer in buffer = CaseTable(edition).bytes })
  }
  return pages
}

extension PagePath {
  static let metrics = PagePath("data/metrics.json")
  static let cases = PagePath("data/cases.csv")
}
