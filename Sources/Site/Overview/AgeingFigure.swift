import Charts
import Complaints
import Findings
import Hypertext

/// How old the open cases are: one square a case, or bars where there are too many to count by eye.
struct AgeingFigure {
  let edition: Edition
  let path: PagePath

  private var strings: Strings { edition.strings }

  /// Nothing if no case is open.
  func markup(id: String, number: String, width: Double) -> Markup {
    let buckets = edition.findings.ageing()
    let open = buckets.reduce(0) { $0 + $1.count }
    guard open > 0 else { return Markup() }
    let method = strings(OverviewPhrase.ageingMethod, ["day": edition.asOf.description])
    let name = ChartName(
      id: id, title: finding(buckets, open), detail: method, rows: strings(OverviewPhrase.ageingRows))
    let summary = strings(ReportPhrase.chartData, ["figure": number])
    guard open <= 300 else {
      return ChartFigure(bars(buckets, name), number: number, method: method, summary: summary, width: width).markup()
    }
    let states: [(OpenState, StatusMark, CaseMarkPhrase)] = [
      (.late, .late, .overdueState), (.near, .near, .near), (.open, .open, .open), (.paused, .paused, .paused),
    ]
    let chart = UnitChart(
      name: name,
      rows: buckets.map { bucket in
        UnitRow(
          label: label(bucket),
          squares: states.flatMap { state, mark, _ in
            bucket.cases(state).map { number in
              UnitSquare(mark, title: edition.findings.complaint(number).id + " " + edition.caseMark(number).word)
            }
          })
      },
      words: UnitWords(
        count: strings(ReportPhrase.count), late: strings(ReportPhrase.overdue), total: strings(ReportPhrase.total)))
    let used = states.filter { state in buckets.contains { !$0.cases(state.0).isEmpty } }
    return ChartFigure(
      chart, number: number, method: method, summary: summary,
      key: used.map { KeyItem(.status($0.1), strings($0.2)) }, width: width
    ).markup()
  }

  private func bars(_ buckets: [AgeBucket], _ name: ChartName) -> BarChart {
    BarChart(
      name: name, periods: buckets.map { AxisPeriod(label: label($0), name: label($0)) },
      series: ChartSeries(name: strings(ReportPhrase.openEnd), points: buckets.map { DataPoint(Double($0.count)) }),
      hasCategories: true)
  }

  private func label(_ bucket: AgeBucket) -> String {
    guard let to = bucket.to else { return strings(OverviewPhrase.ageingLast, ["from": String(bucket.from)]) }
    return strings(OverviewPhrase.ageingSpan, ["from": String(bucket.from), "to": String(to)])
  }

  /// How many have been open for more than a month.
  private func finding(_ buckets: [AgeBucket], _ open: Int) -> String {
    let old = buckets.filter { $0.from > 30 }.reduce(0) { $0 + $1.count }
    return strings(
      old > 0 ? OverviewPhrase.ageingOld : .ageingYoung, ["n": edition.numbers.count(open), "old": String(old)])
  }
}
