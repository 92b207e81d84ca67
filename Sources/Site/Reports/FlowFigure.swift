import Charts
import Complaints
import Findings
import Hypertext

extension Edition {
  /// What came in, what was closed, and what was left at the end of each month; nothing without a month.
  func flowFigure(_ months: [PeriodFigures], id: String, number: String, at path: PagePath, width: Double) -> Markup {
    guard let last = months.last else { return Markup() }
    let from = months.first?.period.description ?? ""
    let method = strings(ReportPhrase.flowMethod, ["from": from, "to": last.period.description])
    func series(_ phrase: ReportPhrase, linked: Bool = false, _ value: (PeriodFigures) -> Int) -> ChartSeries {
      ChartSeries(
        name: strings(phrase),
        points: months.map { month in
          DataPoint(
            Double(value(month)), href: linked ? caseList(of: month.period).map { path.href(to: $0) } : nil)
        })
    }
    let chart = FlowChart(
      name: ChartName(id: id, title: flowFinding(months), detail: method, rows: strings(ReportPhrase.month)),
      periods: months.map { axisMonth($0.period) },
      incoming: series(.received, linked: true) { $0.received }, outgoing: series(.closed) { $0.closed },
      stock: [
        StackPart(series(.overdue) { $0.overdueEnd }, tone: .late),
        StackPart(series(.openInTime) { $0.openEnd - $0.overdueEnd }, tone: .ordinary),
      ],
      words: FlowWords(
        flows: strings(ReportPhrase.flowsTitle), stock: strings(ReportPhrase.stockTitle),
        total: strings(ReportPhrase.openEnd), running: last.isRunning ? strings(ReportPhrase.runningShort) : nil))
    return ChartFigure(
      chart, number: number, method: method, summary: strings(ReportPhrase.chartData, ["figure": number]), width: width
    ).markup()
  }

  /// The last month's flow, and whether more or less is left than before it.
  private func flowFinding(_ months: [PeriodFigures]) -> String {
    guard let last = months.last else { return "" }
    let before = last.openEnd - last.received + last.closed
    let phrase: ReportPhrase =
      last.openEnd > before ? .flowRising : last.openEnd < before ? .flowFalling : .flowSteady
    return strings(
      phrase,
      [
        "received": numbers.count(last.received), "closed": numbers.count(last.closed),
        "open": numbers.count(last.openEnd), "step": numbers.count(abs(last.openEnd - before)),
      ])
  }
}
