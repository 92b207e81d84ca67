import Charts
import Complaints
import Findings
import Hypertext

/// The month by category: how many, what share, how many of them are done, and against last month and last year.
struct MonthlyCategories {
  let page: MonthlyPage
  private let now: [DimensionFigures]
  private let former, yearEarlier: [DimensionFigures]?

  init(_ page: MonthlyPage) {
    let findings = page.edition.findings
    func split(_ figures: PeriodFigures?) -> [DimensionFigures]? {
      figures.map { findings.split(findings.timeline.received(in: $0.days), by: .category) }
    }
    self.page = page
    now = split(page.month) ?? []
    former = split(page.former)
    yearEarlier = split(page.yearEarlier)
  }

  private var edition: Edition { page.edition }
  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  var chart: Markup {
    let bars = CategoryBars(page.month, last: page.former, in: edition)
    let number = strings(ReportPhrase.figure, ["n": "1"])
    return bars.pareto(
      id: "category-chart", number: number,
      method: strings(
        ReportPhrase.paretoMethod,
        ["period": edition.heading(of: page.month), "n": numbers.count(page.month.received)]),
      last: strings(ReportPhrase.lastMonth), change: strings(ReportPhrase.againstLastMonth),
      href: edition.caseList(of: page.month.period).map { page.path.href(to: $0) }, width: 800)
  }

  /// Categories that have a case in any of the three periods, parents before their children.
  var table: ReportTable {
    let shown = hidesChanges ? permitted : now.filter(isWorthARow)
    let most = shown.filter { $0.parent == nil }.map(\.received).max() ?? 0
    return ReportTable(
      id: "category-table", caption: strings(MonthlyPhrase.categoryCaption, ["day": edition.asOf.description]),
      columns: columns, rows: shown.enumerated().map { row($0.element, index: $0.offset, most: most) },
      foot: hidesChanges ? nil : foot, style: "tight")
  }

  private func isWorthARow(_ entry: DimensionFigures) -> Bool {
    let counts = [entry.received, value(entry.key, former), value(entry.key, yearEarlier)].compactMap { $0 }
    return counts.contains { $0 > 0 }
  }

  /// For the public only the tops of the vocabulary, and of them those that it may know.
  private var permitted: [DimensionFigures] {
    edition.shown(now, of: .category, in: page.month).filter { $0.parent == nil && $0.received > 0 }
  }

  private var hidesChanges: Bool { edition.audience == .public }

  private var columns: [ReportTable.Column] {
    [
      .init(label: strings(ReportPhrase.category)), .init(label: strings(ReportPhrase.count), isNumber: true),
      .init(label: strings(ReportPhrase.share), isNumber: true),
      .init(label: strings(ReportPhrase.shareBar), style: "cb", isHidden: true),
    ]
      + (hidesChanges
        ? []
        : [
          .init(label: strings(ReportPhrase.done), isNumber: true),
          .init(label: strings(ReportPhrase.completion), isNumber: true),
          .init(label: strings(ReportPhrase.completionBar), style: "cbs", isHidden: true),
          .init(label: strings(ReportPhrase.lastMonth), isNumber: true),
          .init(label: strings(ReportPhrase.change), isNumber: true),
          .init(label: strings(ReportPhrase.lastYearMonth), isNumber: true),
        ])
  }

  private func value(_ key: String, _ figures: [DimensionFigures]?) -> Double? {
    figures.map { $0.first { $0.key == key }?.received ?? 0 }
  }

  private func row(_ entry: DimensionFigures, index: Int, most: Double) -> ReportTable.Row {
    let label = entry.key.isEmpty ? strings(ReportPhrase.noCategory) : entry.label
    let share = numbers.percent(entry.share)
    let bar = InlineBar(
      id: "category-\(index)", title: label + " " + share, value: entry.received, maximum: most,
      tone: entry.parent == nil ? .emphasised : .ordinary)
    let rate = entry.received > 0 ? entry.closed / entry.received : nil
    let last = value(entry.key, former)
    let cells: [ReportTable.Cell] = [
      .init(label, style: entry.parent == nil ? "" : "rp-child"), .init(numbers.count(Int(entry.received))),
      .init(share), .init(bar.svg(width: 220), style: "ibw"),
    ]
    guard !hidesChanges else { return ReportTable.Row(cells) }
    let done = InlineBar(
      id: "completion-\(index)", title: label + " " + numbers.percent(rate, places: 0), value: rate, maximum: 1)
    return ReportTable.Row(
      cells + [
        .init(numbers.count(Int(entry.closed))), .init(numbers.percent(rate, places: 0)),
        .init(done.svg(width: 104), style: "ibs"),
        .init(numbers.count(last.map { Int($0) }), style: "z"),
        .init(numbers.change(last.map { Int(entry.received - $0) })),
        .init(numbers.count(value(entry.key, yearEarlier).map { Int($0) }), style: "z"),
      ])
  }

  private var foot: ReportTable.Row {
    let month = page.month
    let rate = month.completedOfReceived
    return ReportTable.Row([
      .init(strings(ReportPhrase.total)), .init(numbers.count(month.received)),
      .init(numbers.percent(month.received > 0 ? 1 : nil, places: 0)), .init(""),
      .init(numbers.count(rate?.count)), .init(numbers.percent(rate?.fraction, places: 0)), .init(""),
      .init(numbers.count(page.former?.received), style: "z"),
      .init(numbers.change(page.former.map { month.received - $0.received })),
      .init(numbers.count(page.yearEarlier?.received), style: "z"),
    ])
  }
}
