import Charts
import Complaints
import Findings
import Hypertext

/// Cases by category, each under the last word of its path, from the most to the fewest.
struct CategoryBars {
  struct Bar: Hashable {
    let key, label: String
    let count: Int
    /// `nil` where there is no period to compare with.
    let last: Int?
    /// The cases behind the two.
    var door: Door
    var lastDoor: Door = .none(.nothing)
  }

  static let mostBars = 9
  let edition: Edition
  /// The largest first; what is small stands together at the end.
  let bars: [Bar]
  let total: Int
  /// How many categories have a case.
  let categories: Int
  /// All the cases.
  private let all: Door

  /// - Parameters:
  ///   - period: Of which the cases received are counted.
  ///   - last: The period before; `nil` where the ledger has none.
  ///   - most: How many bars there may be, the remainder included.
  init(_ period: PeriodFigures, last: PeriodFigures?, in edition: Edition, most: Int = Self.mostBars) {
    func split(_ figures: PeriodFigures) -> [DimensionFigures] {
      edition.findings.split(edition.findings.timeline.received(in: figures.days), by: .category)
    }
    self.init(period, split(period), last: last, last.map(split), in: edition, most: most)
  }

  /// The same where the cases received in the two periods are split by category already.
  init(
    _ period: PeriodFigures, _ split: [DimensionFigures], last: PeriodFigures?, _ lastSplit: [DimensionFigures]?,
    in edition: Edition, most: Int = Self.mostBars
  ) {
    let timeline = edition.findings.timeline
    let set = timeline.received(in: period.days)
    let formerPeriod = last
    let last = last.map { timeline.received(in: $0.days) }
    let now =
      edition.suppresses
      ? edition.shown(split, of: .category, in: period).map {
        (key: $0.key, label: $0.label, count: Int($0.received), hasChildren: false)
      } : Self.own(split)
    let before = lastSplit.map(Self.own)
    let ranked = now.filter { $0.count > 0 }.sorted { one, other in
      if one.key.isEmpty != other.key.isEmpty { return other.key.isEmpty }
      return one.count != other.count ? one.count > other.count : one.key < other.key
    }
    let shown = ranked.prefix(ranked.count > most ? most - 1 : most)
    let hides = edition.audience == .public
    func door(_ key: String, _ hasChildren: Bool, _ figures: PeriodFigures?, _ count: Int?) -> Door {
      let anchor = edition.anchor(of: key, in: .category)
      return edition.door(
        .received, in: figures, at: hasChildren ? ListMaker.own(anchor) : anchor, of: count.map(Double.init))
    }
    func former(_ key: String) -> Int? { hides ? nil : before.map { $0.first { $0.key == key }?.count ?? 0 } }
    var bars = shown.map { bar in
      Bar(
        key: bar.key, label: bar.key.isEmpty ? edition.strings(ReportPhrase.noCategory) : bar.label, count: bar.count,
        last: former(bar.key), door: door(bar.key, bar.hasChildren, period, bar.count),
        lastDoor: door(
          bar.key, before?.first { $0.key == bar.key }?.hasChildren ?? false, formerPeriod, former(bar.key)))
    }
    let rest = set.count - bars.reduce(0) { $0 + $1.count }
    if rest > 0, !bars.isEmpty {
      let known = bars.compactMap(\.last).reduce(0, +)
      bars.append(
        Bar(
          key: Self.remainder, label: edition.strings(ReportPhrase.others), count: rest,
          last: hides ? nil : last.map { $0.count - known },
          door: edition.door(.remainder, in: period, of: Double(rest))))
    }
    self.edition = edition
    self.bars = bars
    total = set.count
    categories = ranked.count
    all = edition.door(.received, in: period)
  }

  /// All cases of the ledger by the tops of the vocabulary, as far as small counts are not withheld.
  init(wholeLedgerOf edition: Edition) {
    let rows = edition.findings.split(by: .category)
    let keys = edition.disclosure?.keys(of: .category, rows: rows)
    let shown = rows.indices.filter { rows[$0].parent == nil && keys?[$0].received ?? true && rows[$0].received > 0 }
      .map { rows[$0] }.sorted { $0.received != $1.received ? $0.received > $1.received : $0.key < $1.key }
    total = edition.findings.cases.count
    var bars = shown.map { row in
      Bar(
        key: row.key, label: row.key.isEmpty ? edition.strings(ReportPhrase.noCategory) : row.label,
        count: Int(row.received), last: nil, door: .none(.withheld))
    }
    let rest = total - bars.reduce(0) { $0 + $1.count }
    if rest > 0, !bars.isEmpty {
      bars.append(
        Bar(
          key: Self.remainder, label: edition.strings(ReportPhrase.others), count: rest, last: nil,
          door: .none(.withheld)))
    }
    self.edition = edition
    self.bars = bars
    categories = shown.count
    all = .none(.withheld)
  }

  /// Whether small categories share a bar where each may be known; told without making the others.
  static func hasRemainder(_ period: PeriodFigures, in edition: Edition) -> Bool {
    edition.findings.wordCount(of: edition.findings.timeline.received(in: period.days), on: .category) > mostBars
  }

  private static let remainder = "…"

  /// The cases that stand under a category itself and not under one of its children.
  private static func own(
    _ all: [DimensionFigures]
  ) -> [(key: String, label: String, count: Int, hasChildren: Bool)] {
    all.map { entry in
      let below = all.reduce(0) { $1.parent == entry.key ? $0 + $1.received : $0 }
      return (entry.key, entry.label, Int(entry.received - below), below > 0)
    }
  }

  /// A Pareto chart; nothing without a case.
  func pareto(
    id: String, number: String, method: String, last: String, change: String, at path: PagePath, width: Double
  ) -> Markup {
    guard !bars.isEmpty else { return Markup() }
    let strings = edition.strings
    let finding = finding
    let chart = ParetoChart(
      name: ChartName(id: id, title: finding.text, detail: method, rows: strings(ReportPhrase.category)),
      bars: bars.map {
        ParetoBar(
          label: $0.label, value: Double($0.count), last: $0.last.map(Double.init), href: $0.door.href(from: path),
          lastHref: $0.lastDoor.href(from: path))
      },
      words: ParetoWords(
        value: strings(ReportPhrase.count), change: change, last: last, share: strings(ReportPhrase.cumulative)))
    let hasLast = bars.contains { $0.last != nil }
    return ChartFigure(
      chart, number: number, method: method, summary: strings(ReportPhrase.chartData, ["figure": number]),
      key: (hasLast ? [KeyItem(.tick, last)] : []) + [KeyItem(.bar(.emphasised), strings(ReportPhrase.keyVital))],
      width: width, heading: finding.markup(at: path),
      definition: path.href(to: .definitions, fragment: "dimension-received")
    ).markup()
  }

  /// The largest category with its change, and how much the first few make; plain where nothing stands out.
  var finding: Sentence {
    let strings = edition.strings
    // What is withheld may be more than what is shown, so nothing comes first.
    if edition.suppresses, let first = bars.first {
      let share = edition.numbers.percent(Double(first.count) / Double(total), places: 0)
      return Sentence(
        strings(ReportPhrase.paretoShown, ["label": first.label, "n": String(first.count), "share": share]))
    }
    let leaders = bars.filter { $0.count == bars.first?.count && $0.key != Self.remainder }
    if leaders.count == 2, leaders[0].count > 1 {
      return strings.sentence(
        ReportPhrase.paretoTie,
        [
          "label": .words(leaders[0].label), "other": .words(leaders[1].label),
          "n": .figure(Figure(String(leaders[0].count), leaders[0].door)),
        ])
    }
    guard let first = bars.first, bars.count == 1 || first.count > bars[1].count, !first.key.isEmpty,
      first.key != Self.remainder
    else {
      return strings.sentence(
        ReportPhrase.paretoPlain,
        ["n": .figure(Figure(String(total), all)), "categories": .words(String(categories))])
    }
    let change = first.last.map { first.count - $0 } ?? 0
    let phrase: ReportPhrase = change > 0 ? .paretoMore : change < 0 ? .paretoFewer : .paretoTop
    let share = edition.numbers.percent(Double(first.count) / Double(total), places: 0)
    return strings.sentence(
      phrase,
      [
        "label": .words(first.label), "n": .figure(Figure(String(first.count), first.door)),
        "change": .words(String(abs(change))), "share": .figure(Figure(share, first.door)),
      ])
  }
}
