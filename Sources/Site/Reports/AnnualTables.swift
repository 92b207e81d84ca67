import Charts
import Complaints
import Findings
import Hypertext

/// The tables of a year: its months, its categories, what it cost, how content customers were.
struct AnnualTables {
  let page: AnnualPage
  private let text: MetricText

  init(_ page: AnnualPage) {
    self.page = page
    text = MetricText(edition: page.edition)
  }

  private var edition: Edition { page.edition }
  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  private static let metrics: [Metric] = [
    .received, .closed, .openEnd, .overdueEnd, .onTimeRate, .medianDaysToClose,
  ]

  /// Received, closed, left and overdue by month, with 环比 and 同比 of what was received.
  var months: ReportTable {
    var columns: [ReportTable.Column] = [.init(label: strings(ReportPhrase.month))]
    for metric in Self.metrics {
      columns.append(.metric(metric, withUnit: false, text, at: page.path))
      guard metric == .received else { continue }
      columns.append(.init(label: strings(ReportPhrase.previous), isNumber: true))
      columns.append(.init(label: strings(ReportPhrase.yearEarlier), isNumber: true))
    }
    return ReportTable(
      id: "months-table", caption: strings(AnnualPhrase.monthsCaption), columns: columns,
      rows: page.months.map { row($0, name: edition.heading(of: $0), link: true) },
      foot: row(page.year, name: page.wholeName, link: false), style: "tight")
  }

  private func row(_ figures: PeriodFigures, name: String, link: Bool) -> ReportTable.Row {
    let href = link ? page.path.href(to: .monthly(figures.period)) : nil
    var cells: [ReportTable.Cell] = [.init(name, href: href)]
    for metric in Self.metrics {
      cells.append(.init(edition.figure(metric, in: figures), at: page.path))
      guard metric == .received else { continue }
      // A year has no period before it but the one a year earlier.
      cells.append(link ? change(figures, .previous) : .init(Numbers.missing, style: "z"))
      cells.append(change(figures, .yearEarlier))
    }
    return ReportTable.Row(cells)
  }

  /// The step, which leads to what it is taken from.
  private func change(_ figures: PeriodFigures, _ base: Comparison.Base) -> ReportTable.Cell {
    let former =
      figures.period.kind == .year ? page.former : edition.findings.former(of: figures.period, base)
    guard let now = edition.count(of: .received, in: figures), let then = edition.count(of: .received, in: former)
    else { return .init(Numbers.missing, style: "z") }
    return .init(Figure(numbers.change(now - then), edition.door(.received, in: former)), at: page.path, style: "z")
  }

  /// All categories with a case this year or last, parents before their children.
  var categories: ReportTable {
    let findings = edition.findings
    let now = findings.split(findings.timeline.received(in: page.year.days), by: .category)
    let former = page.former.map { findings.split(findings.timeline.received(in: $0.days), by: .category) }
    func last(_ key: String) -> Int? {
      former.map { Int($0.first { $0.key == key }?.received ?? 0) }
    }
    let shown = edition.shown(now, of: .category, in: page.year).filter { entry in
      entry.received > 0 || (last(entry.key) ?? 0) > 0
    }
    let most = shown.filter { $0.parent == nil }.map(\.received).max() ?? 0
    return ReportTable(
      id: "category-table", caption: strings(AnnualPhrase.categoryCaption),
      definition: "dimension-received",
      columns: [
        .init(label: strings(ReportPhrase.category)), .init(label: strings(ReportPhrase.count), isNumber: true),
        .init(label: strings(ReportPhrase.share), isNumber: true),
        .init(label: strings(ReportPhrase.shareBar), style: "cb", isHidden: true),
        .init(label: strings(AnnualPhrase.lastYear), isNumber: true),
        .init(label: strings(ReportPhrase.change), isNumber: true),
      ],
      rows: shown.enumerated().map { index, entry in
        let label = entry.key.isEmpty ? strings(ReportPhrase.noCategory) : entry.label
        let share = numbers.percent(entry.share)
        let bar = InlineBar(
          id: "category-\(index)", title: label + " " + share, value: entry.received, maximum: most,
          tone: entry.parent == nil ? .emphasised : .ordinary)
        let path = page.path
        let own = door(entry.key, page.year, entry.received)
        let before = door(entry.key, page.former, last(entry.key).map(Double.init))
        return ReportTable.Row([
          .init(label, style: entry.parent == nil ? "" : "rp-child"),
          .init(Figure(numbers.count(Int(entry.received)), own), at: path), .init(Figure(share, own), at: path),
          .init(bar.svg(width: 220), style: "ibw"),
          .init(Figure(numbers.count(last(entry.key)), before), at: path, style: "z"),
          .init(numbers.change(last(entry.key).map { Int(entry.received) - $0 } as Int?)),
        ])
      }, style: "tight")
  }

  private func door(_ key: String, _ year: PeriodFigures?, _ value: Double?) -> Door {
    edition.door(.received, in: year, at: edition.anchor(of: key, in: .category), of: value)
  }

  /// External failure cost of the cases closed in the year, by kind; `nil` if nothing was spent or may be shown.
  var costs: ReportTable? {
    let timeline = edition.findings.timeline
    let losses = edition.findings.losses(of: timeline.closed(in: page.year.days))
    guard !losses.kinds.isEmpty, edition.shows(.cost, in: page.year) else { return nil }
    let former = page.former.map { edition.findings.losses(of: timeline.closed(in: $0.days)) }
    func share(_ amount: Money) -> String {
      numbers.percent(losses.total.cents > 0 ? Double(amount.cents) / Double(losses.total.cents) : nil)
    }
    func row(_ name: String, _ place: String, _ amount: Money, _ part: String, _ last: Money?) -> ReportTable.Row {
      let door = edition.door(.costKinds, in: page.year, at: place, of: amount.units)
      let before = edition.door(.costKinds, in: page.former, at: place, of: last?.units)
      return ReportTable.Row([
        .init(name), .init(Figure(numbers.decimal(amount.units, places: 2), door), at: page.path),
        .init(Figure(part, place == "total" ? .none(.sum) : door), at: page.path),
        .init(Figure(numbers.decimal(last?.units, places: 2), before), at: page.path, style: "z"),
      ])
    }
    // For the public only the total: a kind of cost may come from one case alone.
    let kinds = edition.suppresses ? [] : losses.kinds
    var rows = kinds.map { cost in
      row(
        edition.costLabel(cost.kind), cost.kind, cost.amount, share(cost.amount),
        former.map { $0.amount(of: cost.kind) })
    }
    if !edition.suppresses {
      rows.append(row(strings(AnnualPhrase.claimed), "claim", losses.claimed, Numbers.missing, former?.claimed))
      rows.append(
        row(strings(AnnualPhrase.recovered), "recovered", losses.recovered, Numbers.missing, former?.recovered))
    }
    let formerTotal = page.former.flatMap { edition.shows(.cost, in: $0) ? former?.total : nil }
    return ReportTable(
      id: "cost-table", caption: strings(AnnualPhrase.costCaption),
      definition: "cost",
      columns: [
        .init(label: strings(AnnualPhrase.costKind)), .init(label: strings(AnnualPhrase.amount), isNumber: true),
        .init(label: strings(ReportPhrase.share), isNumber: true),
        .init(label: strings(AnnualPhrase.lastYear), isNumber: true),
      ],
      rows: rows, foot: row(strings(AnnualPhrase.costTotal), "total", losses.total, share(losses.total), formerTotal),
      style: "tight")
  }

  /// How many gave each mark, 5 first; `nil` without an answer, and for the public where few answered.
  var satisfaction: ReportTable? {
    let findings = edition.findings
    let answers = findings.timeline.satisfactionAnswers(in: page.year.days)
    guard !answers.isEmpty, !edition.suppresses else { return nil }
    var given = [Int](repeating: 0, count: 6)
    for number in answers {
      if let mark = findings.cases[number].satisfaction, given.indices.contains(mark) { given[mark] += 1 }
    }
    let counts = [5, 4, 3, 2, 1].map { ($0, given[$0]) }
    let most = counts.map(\.1).max() ?? 0
    return ReportTable(
      id: "satisfaction-table", caption: strings(AnnualPhrase.satisfactionCaption),
      definition: "further-marks",
      columns: [
        .init(label: strings(AnnualPhrase.mark)), .init(label: strings(ReportPhrase.count), isNumber: true),
        .init(label: strings(ReportPhrase.share), isNumber: true),
        .init(label: strings(ReportPhrase.shareBar), isHidden: true),
      ],
      rows: counts.map { mark, count in
        let share = numbers.percent(Double(count) / Double(answers.count))
        let door = edition.door(.satisfaction, in: page.year, at: "mark-\(mark)", of: Double(count))
        let bar = InlineBar(
          id: "mark-\(mark)", title: String(mark) + " " + share, value: Double(count), maximum: Double(most))
        return ReportTable.Row([
          .init(strings(AnnualPhrase.markName, ["n": String(mark)])),
          .init(Figure(numbers.count(count), door), at: page.path), .init(Figure(share, door), at: page.path),
          .init(bar.svg(), style: "ibw"),
        ])
      }, style: "tight")
  }

  var satisfactionSentence: Sentence {
    let year = page.year
    guard edition.value(of: .satisfactionMean, in: year) != nil else {
      return Sentence(strings(edition.suppresses ? AnnualPhrase.withheld : .satisfactionNone))
    }
    let mean = Sentence.Piece.figure(edition.figure(.satisfactionMean, in: year))
    let share = year.closed > 0 ? Double(year.satisfactionAnswers) / Double(year.closed) : nil
    guard edition.audience != .public else {
      return strings.sentence(AnnualPhrase.satisfactionPublic, ["mean": mean])
    }
    let answers = Figure(numbers.percent(share, places: 0), edition.door(.satisfaction, in: year, of: share))
    return strings.sentence(
      AnnualPhrase.satisfactionSentence,
      [
        "closed": .figure(edition.figure(.closed, in: year)),
        "n": .figure(edition.figure(.satisfactionAnswers, in: year)), "share": .figure(answers), "mean": mean,
      ])
  }
}

extension Losses {
  /// What one kind cost; zero where it does not occur.
  fileprivate func amount(of kind: String) -> Money { kinds.first { $0.kind == kind }?.amount ?? .zero }
}
