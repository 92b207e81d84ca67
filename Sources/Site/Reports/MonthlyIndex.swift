import Complaints
import Findings
import Hypertext
import Templates

/// All monthly reports, the latest first, each with its main figures.
struct MonthlyIndex {
  let edition: Edition
  private let path = PagePath.monthlyIndex

  init(edition: Edition) {
    self.edition = edition
  }

  private var strings: Strings { edition.strings }

  func render(into buffer: inout [UInt8]) throws {
    let months = edition.findings.periods(.month)
    let frame = Frame(
      title: strings(MonthlyPhrase.indexTitle), heading: strings(MonthlyPhrase.indexTitle),
      lead: months.isEmpty
        ? strings(OverviewPhrase.emptyLedger)
        : strings(MonthlyPhrase.indexLead, ["n": edition.numbers.count(months.count)]),
      section: .monthly)
    let content: TemplateObject = [
      "withheld": .text(edition.withheldNote), "chart": .markup(chart(months)),
      "table": months.isEmpty ? .none : table(months).object,
    ]
    try edition.render(.reports, at: path, frame: frame, content: content, into: &buffer)
  }

  private func chart(_ months: [PeriodFigures]) -> Markup {
    guard let last = months.last,
      let received = edition.findings.controlCharts.first(where: { $0.metric == .received })
    else { return Markup() }
    return ControlFigure(received, in: edition, at: path, through: last.period)
      .markup(id: "received-chart", number: strings(ReportPhrase.figure, ["n": "1"]), width: 1216)
  }

  private static let metrics: [Metric] = [
    .received, .closed, .openEnd, .overdueEnd, .complaintRate, .onTimeRate, .medianDaysToClose, .cost,
  ]

  private func table(_ months: [PeriodFigures]) -> ReportTable {
    let text = MetricText(edition: edition)
    let narrated = Set(edition.ledger.narratives.map(\.period))
    let isInternal = edition.audience != .public
    return ReportTable(
      id: "month-table", caption: strings(MonthlyPhrase.indexCaption),
      columns: [.init(label: strings(ReportPhrase.month))]
        + Self.metrics.map { .metric($0, withUnit: true, text, at: path) }
        + (isInternal ? [.init(label: strings(MonthlyPhrase.written))] : []),
      rows: months.reversed().map { month in
        let name = edition.heading(of: month)
        let cells: [ReportTable.Cell] = Self.metrics.map { metric in
          .init(edition.figure(metric, in: month), at: path)
        }
        let written = strings(narrated.contains(month.period) ? UnitPhrase.yes : .no)
        return ReportTable.Row(
          [.init(name, href: path.href(to: .monthly(month.period)))] + cells + (isInternal ? [.init(written)] : []))
      })
  }
}
