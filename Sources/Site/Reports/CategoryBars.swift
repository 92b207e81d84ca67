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
  }

  let edition: Edition
  /// The largest first; what is small stands together at the end.
  let bars: [Bar]
  let total: Int
  /// How many categories have a case.
  let categories: Int

  /// - Parameters:
  ///   - set: The cases that are counted.
  ///   - last: Those of the period before; `nil` where the ledger has none.
  ///   - most: How many bars there may be, the remainder included.
  init(_ set: CaseSet, last: CaseSet?, in edition: Edition, most: Int = 9) {
    let now = Self.own(set, edition.findings)
    let before = last.map { Self.own($0, edition.findings) }
    let ranked = now.filter { $0.count > 0 }.sorted { one, other in
      if one.key.isEmpty != other.key.isEmpty { return other.key.isEmpty }
      return one.count != other.count ? one.count > other.count : one.key < other.key
    }
    let permitted = edition.shown(ranked, of: set.count) { $0.count }
    let shown = permitted.prefix(permitted.count > most ? most - 1 : most)
    let hides = edition.audience == .public
    func former(_ key: String) -> Int? { hides ? nil : before.map { $0.first { $0.key == key }?.count ?? 0 } }
    var bars = shown.map { bar in
      Bar(
        key: bar.key, label: bar.key.isEmpty ? edition.strings(ReportPhrase.noCategory) : bar.label, count: bar.count,
        last: former(bar.key))
    }
    let rest = set.count - bars.reduce(0) { $0 + $1.count }
    if rest > 0, !bars.isEmpty {
      let known = bars.compactMap(\.last).reduce(0, +)
      bars.append(
        Bar(
          key: "…", label: edition.strings(ReportPhrase.others), count: rest,
          last: hides ? nil : last.map { $0.count - known }))
    }
    self.edition = edition
    self.bars = bars
    total = set.count
    categories = ranked.count
  }

  /// The cases that stand under a category itself and not under one of its children.
  private static func own(_ set: CaseSet, _ findings: Findings) -> [(key: String, label: String, count: Int)] {
    let all = findings.split(set, by: .category)
    return all.map { entry in
      let below = all.reduce(0) { $1.parent == entry.key ? $0 + $1.received : $0 }
      return (entry.key, entry.label, Int(entry.received - below))
    }
  }

  /// A Pareto chart; nothing without a case.
  func pareto(
    id: String, number: String, method: String, last: String, change: String, href: String?, width: Double
  ) -> Markup {
    guard !bars.isEmpty else { return Markup() }
    let strings = edition.strings
    let chart = ParetoChart(
      name: ChartName(id: id, title: finding, detail: method, rows: strings(ReportPhrase.category)),
      bars: bars.map {
        ParetoBar(label: $0.label, value: Double($0.count), last: $0.last.map(Double.init), href: href)
      },
      words: ParetoWords(
        value: strings(ReportPhrase.count), change: change, last: last, share: strings(ReportPhrase.cumulative)))
    let hasLast = bars.contains { $0.last != nil }
    return ChartFigure(
      chart, number: number, method: method, summary: strings(ReportPhrase.chartData, ["figure": number]),
      key: (hasLast ? [KeyItem(.tick, last)] : []) + [KeyItem(.bar(.emphasised), strings(ReportPhrase.keyVital))],
      width: width
    ).markup()
  }

  /// The largest category with its change, and how much the first few make; plain where nothing stands out.
  var finding: String {
    let strings = edition.strings
    let leaders = bars.filter { $0.count == bars.first?.count && $0.key != "…" }
    if leaders.count == 2, leaders[0].count > 1 {
      return strings(
        ReportPhrase.paretoTie,
        ["label": leaders[0].label, "other": leaders[1].label, "n": String(leaders[0].count)])
    }
    guard let first = bars.first, bars.count > 1, first.count > bars[1].count, first.key != "…" else {
      return strings(ReportPhrase.paretoPlain, ["n": String(total), "categories": String(categories)])
    }
    let change = first.last.map { first.count - $0 } ?? 0
    let phrase: ReportPhrase = change > 0 ? .paretoMore : change < 0 ? .paretoFewer : .paretoTop
    return strings(
      phrase,
      [
        "label": first.label, "n": String(first.count), "change": String(abs(change)),
        "share": edition.numbers.percent(Double(first.count) / Double(total), places: 0),
      ])
  }
}
