import Charts
import Complaints
import Findings
import Hypertext

/// How old the open cases are: one square a case, or bars where there are too many to count by eye.
struct AgeingFigure {
  let edition: Edition
  let path: PagePath

  private var strings: Strings { edition.strings }

  private static let states: [(OpenState, StatusMark, CaseMarkPhrase)] = [
    (.late, .late, .overdueState), (.near, .near, .near), (.open, .open, .open), (.paused, .paused, .paused),
  ]

  /// More squares are not counted by eye.
  static let mostSquares = 300

  /// Nothing if no case is open.
  func markup(id: String, number: String, width: Double) -> Markup {
    let buckets = edition.findings.ageing()
    let open = buckets.reduce(0) { $0 + $1.count }
    guard open > 0 else { return Markup() }
    let finding = finding(buckets, open)
    let method = strings(OverviewPhrase.ageingMethod, ["day": edition.asOf.description])
    let name = ChartName(id: id, title: finding.text, detail: method, rows: strings(OverviewPhrase.ageingRows))
    func figure(_ chart: some Chart, key: [KeyItem] = []) -> Markup {
      ChartFigure(
        chart, number: number, method: method, summary: strings(ReportPhrase.chartData, ["figure": number]), key: key,
        width: width, heading: finding.markup(at: path),
        definition: path.href(to: .definitions, fragment: "further-ageing")
      ).markup()
    }
    guard open <= Self.mostSquares else { return figure(bars(buckets, name)) }
    let used = Self.states.filter { state in buckets.contains { !$0.cases(state.0).isEmpty } }
    return figure(squares(buckets, name), key: used.map { KeyItem(.status($0.1), strings($0.2)) })
  }

  private func squares(_ buckets: [AgeBucket], _ name: ChartName) -> UnitChart {
    let rows = buckets.map { bucket in
      UnitRow(
        label: edition.label(of: bucket),
        squares: Self.states.flatMap { state, mark, _ in bucket.cases(state).map { square($0, mark) } },
        href: href(bucket, bucket.count), lateHref: href(bucket, bucket.cases(.late).count, late: true))
    }
    var chart = UnitChart(
      name: name, rows: rows,
      words: UnitWords(
        count: strings(ReportPhrase.count), late: strings(ReportPhrase.overdue), total: strings(ReportPhrase.total)))
    chart.href = edition.href(.openEnd, in: month, from: path)
    chart.lateHref = edition.href(.overdueEnd, in: month, from: path)
    return chart
  }

  private func square(_ number: Int, _ mark: StatusMark) -> UnitSquare {
    let id = edition.findings.complaint(number).id
    return UnitSquare(
      mark, title: id + " " + edition.caseMark(number).word, href: edition.cards[id].map { path.href(to: $0) })
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
