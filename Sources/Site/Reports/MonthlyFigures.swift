import Complaints
import Findings
import Hypertext

/// The main figures of a month beside last month's, last year's and the target.
struct MonthlyFigures {
  let page: MonthlyPage
  private let text: MetricText

  init(_ page: MonthlyPage) {
    self.page = page
    text = MetricText(edition: page.edition)
  }

  private var strings: Strings { page.edition.strings }

  private static let metrics: [Metric] = [
    .received, .valid, .closed, .openEnd, .overdueEnd, .complaintLots, .shippedLots, .complaintRate, .defective, .ppm,
    .onTimeRate,
    .completedOfReceived, .medianDaysToClose, .medianHoursToRespond, .cost, .satisfactionMean, .reopened, .repeats,
  ]

  var table: ReportTable {
    ReportTable(
      id: "figures-table", caption: strings(MonthlyPhrase.figuresCaption),
      columns: [
        .init(label: strings(ReportPhrase.figureName)),
        .init(label: page.edition.numbers.monthOfYear(page.month.period.first.month), isNumber: true),
        .init(label: strings(ReportPhrase.lastMonth), isNumber: true),
        .init(label: strings(ReportPhrase.change), isNumber: true),
        .init(label: strings(ReportPhrase.lastYearMonth), isNumber: true),
        .init(label: strings(ReportPhrase.target), style: "nb"),
      ],
      rows: Self.metrics.map(row), style: "tight")
  }

  private func row(_ metric: Metric) -> ReportTable.Row {
    let now = page.edition.value(of: metric, in: page.month)
    let former = page.edition.value(of: metric, in: page.former)
    let step = now.flatMap { now in former.map { now - $0 } }
    return ReportTable.Row([
      .init(text.heading(metric, withUnit: true, at: page.path)), figure(metric, page.month),
      figure(metric, page.former, style: "z"), .init(text.step(metric, step)),
      figure(metric, page.yearEarlier, style: "z"),
      .init(target(metric, now), style: "nb"),
    ])
  }

  private func figure(_ metric: Metric, _ period: PeriodFigures?, style: String = "") -> ReportTable.Cell {
    .init(page.edition.figure(metric, in: period), at: page.path, style: style)
  }

  private func target(_ metric: Metric, _ value: Double?) -> Markup {
    guard let target = page.edition.target(of: metric) else { return Markup(text: Numbers.missing) }
    let words = text.target(target, of: metric)
    guard let value else { return Markup(text: words) }
    let isMet = target.isMet(by: value)
    return .joined([
      Markup(text: words + " "),
      .mark(isMet ? .done : .worse, strings(isMet ? ReportPhrase.met : ReportPhrase.missed)),
    ])
  }
}
