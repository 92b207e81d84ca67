import Complaints
import Findings
import Templates

/// All annual reports, the latest first, each with its main figures.
struct AnnualIndex {
  let edition: Edition
  private let path = PagePath.annualIndex

  init(edition: Edition) {
    self.edition = edition
  }

  private var strings: Strings { edition.strings }

  func render(into buffer: inout [UInt8]) throws {
    let years = edition.findings.periods(.year)
    let frame = Frame(
      title: strings(AnnualPhrase.indexTitle), heading: strings(AnnualPhrase.indexTitle),
      lead: years.isEmpty
        ? strings(OverviewPhrase.emptyLedger) : strings(AnnualPhrase.indexLead, ["n": String(years.count)]),
      section: .annual)
    let content: TemplateObject = [
      "withheld": .text(edition.withheldNote), "chart": .none, "table": years.isEmpty ? .none : table(years).object,
    ]
    try edition.render(.reports, at: path, frame: frame, content: content, into: &buffer)
  }

  private func table(_ years: [PeriodFigures]) -> ReportTable {
    let text = MetricText(edition: edition)
    let metrics: [Metric] = [
      .received, .closed, .openEnd, .complaintRate, .onTimeRate, .medianDaysToClose, .cost, .satisfactionMean,
    ]
    return ReportTable(
      id: "year-table", caption: strings(AnnualPhrase.indexCaption),
      columns: [.init(label: strings(AnnualPhrase.year))]
        + metrics.map { .metric($0, withUnit: true, text, at: path) },
      rows: years.reversed().map { year in
        ReportTable.Row(
          [.init(edition.heading(of: year), href: path.href(to: .annual(year.period)))]
            + metrics.map { metric in
              .init(edition.figure(metric, in: year), at: path)
            })
      })
  }
}
