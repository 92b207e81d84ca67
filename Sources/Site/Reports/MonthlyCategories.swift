import Charts
import Complaints
import Findings
import Hypertext

/// The month by category: how many, what share, how many of them are done, and against last month and last year.
struct MonthlyCategories {
  let page: MonthlyPage
  /// The cases received in the month.
  let now: [DimensionFigures]
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
    let bars = CategoryBars(page.month, now, last: page.former, former, in: edition)
    let number = strings(ReportPhrase.figure, ["n": "1"])
    return bars.pareto(
      id: "category-chart", number: number,
      method: strings(
        ReportPhrase.paretoMethod,
        ["period": edition.heading(of: page.month), "n": numbers.count(page.month.received)]),
      last: strings(ReportPhrase.lastMonth), change: strings(ReportPhrase.againstLastMonth),
      at: page.path, width: 800)
  }

  /// Categories that have a case in any of the three periods, parents before their children.
  var table: ReportTable {
    let shown = hidesChanges ? permitted : now.filter(isWorthARow)
    let most = shown.filter { $0.parent == nil }.map(\.received).max() ?? 0
    return ReportTable(
      id: "category-table", caption: strings(MonthlyPhrase.categoryCaption, ["day": edition.asOf.description]),
      definition: "dimension-received", columns: columns,
      rows: shown.enumerated().map { row($0.element, index: $0.offset, most: most) },
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
    let door = door(.received, page.month, entry.key, entry.received)
    let path = page.path
    let cells: [ReportTable.Cell] = [
      .init(label, style: entry.parent == nil ? "" : "rp-child"),
      .init(Figure(numbers.count(Int(entry.received)), door), at: path), .init(Figure(share, door), at: path),
      .init(bar.svg(width: 220), style: "ibw"),
    ]
    guard !hidesChanges else { return ReportTable.Row(cells) }
    let done = InlineBar(
      id: "completion-\(index)", title: label + " " + numbers.percent(rate, places: 0), value: rate, maximum: 1)
    return ReportTable.Row(
      cells + [
        .init(
          Figure(numbers.count(Int(entry.closed)), self.door(.completed, page.month, entry.key, entry.closed)), at: path
        ),
        .init(Figure(numbers.percent(rate, places: 0), door), at: path), .init(done.svg(width: 104), style: "ibs"),
        count(last, entry.key, page.former), .init(numbers.change(last.map { Int(entry.received - $0) })),
        count(value(entry.key, yearEarlier), entry.key, page.yearEarlier),
      ])
  }

  private func door(_ list: ListSubject, _ period: PeriodFigures?, _ key: String, _ value: Double?) -> Door {
    edition.door(list, in: period, at: edition.anchor(of: key, in: .category), of: value)
  }

  /// What another period received of a category.
  private func count(_ value: Double?, _ key: String, _ period: PeriodFigures?) -> ReportTable.Cell {
    .init(
      Figure(numbers.count(value.map { Int($0) }), door(.received, period, key, value)), at: page.path, style: "z")
  }

  private var foot: ReportTable.Row {
    let month = page.month
    let rate = month.completedOfReceived
    let done = Figure(
      numbers.count(rate?.count), edition.door(.completed, in: month, of: rate.map { Double($0.count) }))
    let whole = Figure(numbers.percent(month.received > 0 ? 1 : nil, places: 0), .none(.sum))
    let completion = Figure(
      numbers.percent(rate?.fraction, places: 0), edition.door(.completedOfReceived, in: month))
    let path = page.path
    return ReportTable.Row([
      .init(strings(ReportPhrase.total)), .init(edition.figure(.received, in: month), at: path),
      .init(whole, at: path), .init(""), .init(done, at: path), .init(completion, at: path), .init(""),
      .init(edition.figure(.received, in: page.former), at: path, style: "z"),
      .init(numbers.change(page.former.map { month.received - $0.received })),
      .init(edition.figure(.received, in: page.yearEarlier), at: path, style: "z"),
    ])
  }
}
