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
    func series(_ phrase: ReportPhrase, _ metric: Metric) -> ChartSeries {
      ChartSeries(
        name: strings(phrase),
        points: months.map { DataPoint($0.value(of: metric), href: href(metric, in: $0, from: path)) })
    }
    let inTime = ChartSeries(
      name: strings(ReportPhrase.openInTime),
      points: months.map { month in
        let count = Double(month.openEnd - month.overdueEnd)
        return DataPoint(count, href: door(.open, in: month, at: "not-overdue", of: count).href(from: path))
      })
    let finding = flowFinding(months)
    let chart = FlowChart(
      name: ChartName(id: id, title: finding.text, detail: method, rows: strings(ReportPhrase.month)),
      periods: months.map { axisMonth($0.period) },
      incoming: series(.received, .received), outgoing: series(.closed, .closed),
      stock: [
        StackPart(series(.overdue, .overdueEnd), tone: .late), StackPart(inTime, tone: .ordinary),
      ], totalHrefs: months.map { href(.openEnd, in: $0, from: path) },
      words: FlowWords(
        flows: strings(ReportPhrase.flowsTitle), stock: strings(ReportPhrase.stockTitle),
        total: strings(ReportPhrase.openEnd), running: last.isRunning ? strings(ReportPhrase.runningShort) : nil))
    return ChartFigure(
      chart, number: number, method: method, summary: strings(ReportPhrase.chartData, ["figure": number]), width: width,
      heading: finding.markup(at: path), definition: path.href(to: .definitions, fragment: "received")
    ).markup()
  }

  /// The last month's flow, and whether more or less is left than before it.
  private func flowFinding(_ months: [PeriodFigures]) -> Sentence {
    guard let last = months.last else { return Sentence("") }
    let before = last.openEnd - last.received + last.closed
    let phrase: ReportPhrase =
      last.openEnd > before ? .flowRising : last.openEnd < before ? .flowFalling : .flowSteady
    return strings.sentence(
      phrase,
      [
        "received": .figure(figure(.received, in: last)), "closed": .figure(figure(.closed, in: last)),
        "open": .figure(figure(.openEnd, in: last)), "step": .words(numbers.count(abs(last.openEnd - before))),
      ])
  }
}
