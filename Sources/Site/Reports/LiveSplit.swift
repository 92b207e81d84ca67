import Charts
import Complaints
import Findings
import Hypertext

/// The cases received in a period by a dimension, as a narrative places them: the largest first, what is small together
/// at the end.
struct LiveSplit {
  private let edition: Edition
  private let path: PagePath
  private let dimension: Dimension
  private let figures: PeriodFigures
  /// The period before; `nil` where the ledger has none.
  private let former: PeriodFigures?
  private let steps: [ParetoStep]

  /// - Returns: `nil` where nothing was received, or small counts are withheld.
  init?(_ edition: Edition, _ dimension: Dimension, of period: Period, at path: PagePath) {
    guard let figures = edition.findings.figures(of: period), !edition.suppresses else { return nil }
    steps = Self.steps(in: figures, by: dimension, edition.findings)
    guard !steps.isEmpty else { return nil }
    former = edition.findings.former(of: period, .previous)
    (self.edition, self.path, self.dimension, self.figures) = (edition, path, dimension, figures)
  }

  private static func steps(
    in figures: PeriodFigures, by dimension: Dimension, _ findings: Findings
  ) -> [ParetoStep] {
    findings.pareto(findings.timeline.received(in: figures.days), by: dimension)
  }

  /// How many bars are drawn of so many: what is small shares the last.
  static func shown(of bars: Int) -> Int { bars > 8 ? 7 : bars }

  /// The drawing: falling bars with their cumulative share, or plain ones.
  func markup(isPareto: Bool, id: String) -> Markup {
    let (strings, bars) = (edition.strings, bars)
    let method = strings(
      ReportPhrase.splitMethod,
      ["period": edition.heading(of: figures), "n": edition.numbers.count(figures.received)])
    let title = title(bars[0])
    let name = ChartName(id: id, title: title.text, detail: method, rows: "")
    func figure(_ chart: some Chart) -> Markup {
      ChartFigure(
        chart, number: "", method: method, summary: strings(ReportPhrase.dataAlone), width: LiveFigure.width,
        heading: title.markup(at: path), definition: path.href(to: .definitions, fragment: "dimension-received")
      ).markup()
    }
    if isPareto { return figure(pareto(bars, name)) }
    return figure(
      BarChart(
        name: name, periods: bars.map { AxisPeriod(label: $0.label, name: $0.label) },
        series: ChartSeries(
          name: strings(ReportPhrase.count), points: bars.map { DataPoint($0.value, href: $0.href) }),
        hasCategories: true))
  }

  private var bars: [ParetoBar] {
    let before = former.map { Self.steps(in: $0, by: dimension, edition.findings) }
    let shown = steps.prefix(Self.shown(of: steps.count))
    var bars = shown.map { step in
      let place = edition.anchor(of: step.figures.key, in: dimension)
      let last = before.map { $0.first { $0.figures.key == step.figures.key }?.figures.received ?? 0 }
      return ParetoBar(
        label: step.figures.key.isEmpty ? edition.strings(ReportPhrase.unnamed) : step.figures.label,
        value: step.figures.received, last: last, href: href(place, figures, step.figures.received),
        lastHref: href(place, former, last))
    }
    let rest = steps.dropFirst(shown.count).reduce(0) { $0 + $1.figures.received }
    if rest > 0 {
      let others = edition.strings(ReportPhrase.others)
      bars.append(ParetoBar(label: others, value: rest, href: href(ListMaker.others, figures, rest)))
    }
    return bars
  }

  private func href(_ place: String, _ figures: PeriodFigures?, _ value: Double?) -> String? {
    edition.door(.split(dimension), in: figures, at: place, of: value).href(from: path)
  }

  /// Which key leads, and with how many cases.
  private func title(_ leader: ParetoBar) -> Sentence {
    let count = edition.numbers.decimal(leader.value, places: dimension == .department ? 1 : 0)
    let door = edition.door(
      .split(dimension), in: figures, at: edition.anchor(of: steps[0].figures.key, in: dimension), of: leader.value)
    return edition.strings.sentence(
      ReportPhrase.splitFinding, ["label": .words(leader.label), "n": .figure(Figure(count, door))])
  }

  private func pareto(_ bars: [ParetoBar], _ name: ChartName) -> ParetoChart {
    let strings = edition.strings
    return ParetoChart(
      name: name, bars: bars,
      words: ParetoWords(
        value: strings(ReportPhrase.count), change: strings(ReportPhrase.againstLastMonth),
        last: strings(ReportPhrase.lastMonth), share: strings(ReportPhrase.cumulative)))
  }
}
