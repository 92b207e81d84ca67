import Charts
import Complaints
import Findings
import Hypertext

/// The complaint rate of a year against its target: the run chart, the table under it, and the chart with limits.
struct AnnualRate {
  let page: AnnualPage
  private let text: MetricText
  /// January to December, whether the ledger has them or not.
  private let calendar: [(month: Period, figures: PeriodFigures?)]

  init(_ page: AnnualPage) {
    self.page = page
    text = MetricText(edition: page.edition)
    calendar = Period.all(.month, from: page.year.period.first, through: page.year.period.last).map { month in
      (month, page.months.first { $0.period == month })
    }
  }

  private var edition: Edition { page.edition }
  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  /// Nothing where no month has a rate.
  func run(number: String) -> Markup {
    guard page.months.contains(where: { rate($0) != nil }) else { return Markup() }
    let target = edition.target(of: .complaintRate).flatMap { $0.maximum ?? $0.minimum }
    let method = strings(AnnualPhrase.runMethod)
    // The word for a month in course belongs to the last point, so the axis ends there.
    let isRunning = page.months.last?.isRunning == true
    let drawn = isRunning ? calendar.filter { $0.figures != nil } : calendar
    let finding = finding
    let chart = RunChart(
      name: ChartName(id: "run-chart", title: finding.text, detail: method, rows: strings(ReportPhrase.month)),
      periods: drawn.map { edition.axisMonth($0.month) },
      series: ChartSeries(
        name: text.name(.complaintRate),
        points: drawn.map { entry in
          DataPoint(rate(entry.figures), href: edition.href(.complaintRate, in: entry.figures, from: page.path))
        }),
      format: .percent(decimals: 2),
      target: target.map { ReferenceLine(name: strings(ReportPhrase.target), value: $0) },
      running: isRunning ? strings(ReportPhrase.runningShort) : nil)
    return ChartFigure(
      chart, number: number, method: method, summary: strings(ReportPhrase.chartData, ["figure": number]), width: 1000,
      heading: finding.markup(at: page.path), definition: page.path.href(to: .definitions, fragment: "complaint_rate")
    ).markup()
  }

  private func rate(_ figures: PeriodFigures?) -> Double? { edition.value(of: .complaintRate, in: figures) }

  /// The worst month, and how many missed the target.
  private var finding: Sentence {
    let known = page.months.filter { !$0.isRunning }.compactMap { month in rate(month).map { (month, $0) } }
    guard let worst = known.max(by: { $0.1 < $1.1 }), known.count > 1 else {
      return Sentence(text.name(.complaintRate))
    }
    let value = Sentence.Piece.figure(edition.figure(.complaintRate, in: worst.0))
    let month = Sentence.Piece.words(numbers.monthOfYear(worst.0.period.first.month))
    guard let target = edition.target(of: .complaintRate) else {
      return strings.sentence(AnnualPhrase.findingWorst, ["month": month, "value": value])
    }
    let missed = known.count { !target.isMet(by: $0.1) }
    return strings.sentence(
      missed == 0 ? AnnualPhrase.findingKept : .findingMissed,
      [
        "month": month, "value": value,
        "n": .figure(Figure(String(missed), .list(page.path, place: "rate-table"))),
        "target": .words(text.target(target, of: .complaintRate)),
      ])
  }

  func control(number: String) -> Markup {
    guard let chart = edition.findings.controlCharts.first(where: { $0.metric == .complaintRate }),
      let last = page.months.last
    else { return Markup() }
    return ControlFigure(chart, in: edition, at: page.path, through: last.period)
      .markup(id: "control-chart", number: number, width: 1000)
  }

  /// 出货批次, 合格批次, 客诉批次, 客诉率: one column a month, as the source's sheet has it.
  var table: ReportTable {
    func row(_ metric: Metric) -> ReportTable.Row {
      ReportTable.Row(
        [.init(.definition(text.name(metric), of: metric.rawValue, at: page.path))]
          + calendar.map { .init(edition.figure(metric, in: $0.figures), at: page.path) }
          + [.init(edition.figure(metric, in: page.year), at: page.path)])
    }
    let accepted = ReportTable.Row(
      [.init(strings(AnnualPhrase.acceptedLots))]
        + calendar.map { .init(numbers.count(self.accepted(in: $0.month))) }
        + [.init(numbers.count(sum(page.months.map { self.accepted(in: $0.period) })))])
    return ReportTable(
      id: "rate-table", caption: strings(AnnualPhrase.rateCaption),
      columns: [.init(label: strings(ReportPhrase.figureName))]
        + calendar.map { .init(label: numbers.monthOfYear($0.month.first.month), isNumber: true) }
        + [.init(label: page.wholeName, isNumber: true)],
      rows: [row(.shippedLots), accepted, row(.complaintLots), row(.complaintRate)], style: "tight")
  }

  /// Lots that were accepted, of all products: the row of all where there is one, else the sum over products.
  ///
  /// `nil` where no row of the month gives them, or not all do.
  private func accepted(in month: Period) -> Int? {
    guard page.months.contains(where: { $0.period == month }) else { return nil }
    let rows = edition.ledger.exposure.filter { $0.month == month }
    let whole = rows.filter { $0.product == nil }
    let used = whole.isEmpty ? rows : whole
    return used.isEmpty ? nil : sum(used.map(\.acceptedLots))
  }

  /// `nil` as soon as one part is unknown.
  private func sum(_ parts: [Int?]) -> Int? {
    parts.reduce(0) { sum, part in sum.flatMap { sum in part.map { sum + $0 } } }
  }
}
