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
    let finding = finding(buckets, open)
    let name = ChartName(
      id: id, title: finding.text, detail: method, rows: strings(OverviewPhrase.ageingRows))
    let summary = strings(ReportPhrase.chartData, ["figure": number])
    guard open <= 300 else {
      return ChartFigure(
        bars(buckets, name), number: number, method: method, summary: summary, width: width,
        heading: finding.markup(at: path), definition: path.href(to: .definitions, fragment: "further-ageing")
      ).markup()
    }
    let states: [(OpenState, StatusMark, CaseMarkPhrase)] = [
      (.late, .late, .overdueState), (.near, .near, .near), (.open, .open, .open), (.paused, .paused, .paused),
    ]
    var chart = UnitChart(
      name: name,
      rows: buckets.map { bucket in
        UnitRow(
          label: edition.label(of: bucket),
          squares: states.flatMap { state, mark, _ in
            bucket.cases(state).map { number in
              let id = edition.findings.complaint(number).id
              return UnitSquare(
                mark, title: id + " " + edition.caseMark(number).word, href: edition.cards[id].map { path.href(to: $0) }
              )
            }
          }, href: href(bucket, bucket.count), lateHref: href(bucket, bucket.cases(.late).count, late: true))
      },
      words: UnitWords(
        count: strings(ReportPhrase.count), late: strings(ReportPhrase.overdue), total: strings(ReportPhrase.total)))
    chart.href = edition.href(.openEnd, in: month, from: path)
    chart.lateHref = edition.href(.overdueEnd, in: month, from: path)
    let used = states.filter { state in buckets.contains { !$0.cases(state.0).isEmpty } }
    return ChartFigure(
      chart, number: number, method: method, summary: summary,
      key: used.map { KeyItem(.status($0.1), strings($0.2)) }, width: width, heading: finding.markup(at: path),
      definition: path.href(to: .definitions, fragment: "further-ageing")
    ).markup()
  }

  private func bars(_ buckets: [AgeBucket], _ name: ChartName) -> BarChart {
    BarChart(
      name: name, periods: buckets.map { AxisPeriod(label: edition.label(of: $0), name: edition.label(of: $0)) },
      series: ChartSeries(
        name: strings(ReportPhrase.openEnd),
        points: buckets.map { DataPoint(Double($0.count), href: href($0, $0.count)) }),
      hasCategories: true)
  }

  private var month: PeriodFigures? { edition.findings.figures(of: Period(.month, containing: edition.asOf)) }

  private func href(_ bucket: AgeBucket, _ count: Int, late: Bool = false) -> String? {
    let place = bucket.anchor + (late ? "--" + OpenState.late.anchor : "")
    return count > 0 ? path.href(to: .openByAge, fragment: place) : nil
  }

  /// How many have been open for more than a month.
  private func finding(_ buckets: [AgeBucket], _ open: Int) -> Sentence {
    let old = buckets.filter { $0.from > 30 }.reduce(0) { $0 + $1.count }
    return strings.sentence(
      old > 0 ? OverviewPhrase.ageingOld : .ageingYoung,
      [
        "n": .figure(Figure(edition.numbers.count(open), edition.door(.openEnd, in: month))),
        "old": .figure(Figure(edition.numbers.count(old), .list(.openByAge, place: "over-30"))),
      ])
  }
}
