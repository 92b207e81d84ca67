import Complaints
import Findings
import Hypertext
import Statistics
import Templates

/// What is unusual, worded: a mark, a sentence with one bold number, and where to look.
struct NotableSentences {
  let edition: Edition
  let path: PagePath
  let text: MetricText

  init(in edition: Edition, at path: PagePath) {
    self.edition = edition
    self.path = path
    text = MetricText(edition: edition)
  }

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  /// At most seven; the public sees no late work, since it sees no cases.
  var list: [TemplateValue] {
    edition.findings.notable().compactMap { notable in
      switch notable.fact {
      case .signal(let metric, let point): signal(metric, point.period, notable.direction)
      case .overdue(let latest): edition.audience == .public ? nil : overdue(notable.cases, latest)
      case .targetMissed(let result, let period): missed(result, period)
      }
    }
  }

  private func signal(
    _ metric: Metric, _ period: Period, _ direction: Notable.Direction
  ) -> TemplateValue? {
    guard let chart = edition.findings.controlCharts.first(where: { $0.metric == metric }),
      let point = edition.points(of: chart).first(where: { $0.period == period }), !point.rules.isEmpty,
      let value = point.value, let limits = point.limits
    else { return nil }
    let phrase: OverviewPhrase =
      point.rules.contains(.beyondLimit)
      ? (value > limits.center ? .oddAbove : .oddBelow) : .oddRule
    let rule = point.rules.first.flatMap { strings.text("report.rule.\($0.rawValue)") } ?? ""
    let limit = value > limits.center ? limits.upper : limits.lower
    let words = strings.sentence(
      phrase,
      [
        "name": .words(text.name(metric)), "value": .figure(full(metric, value, in: point.period)),
        "limit": .words(text.full(metric, limit)), "rule": .words(rule),
      ])
    return item(
      direction == .better ? .better : .worse,
      direction == .better ? .improved : .unusual, words, link(to: metric, in: point.period))
  }

  private func overdue(_ cases: CaseSet, _ latest: Double) -> TemplateValue {
    // A case that is late by less than a day is late by one: the reader counts days begun.
    let month = edition.findings.figures(of: Period(.month, containing: edition.asOf))
    let words = strings.sentence(
      OverviewPhrase.oddOverdue,
      [
        "n": .figure(Figure(numbers.count(cases.count), edition.door(.overdueEnd, in: month))),
        "days": .words(numbers.count(Int(latest.rounded(.up)))),
      ])
    return item(.over, .late, words, (strings(OverviewPhrase.toOverdue), "#overdue"))
  }

  private func missed(_ result: TargetResult, _ period: Period) -> TemplateValue? {
    guard let metric = result.metric,
      let value = edition.value(of: metric, in: edition.findings.figures(of: period))
    else { return nil }
    let words = strings.sentence(
      OverviewPhrase.oddMissed,
      [
        "name": .words(text.name(metric)), "value": .figure(full(metric, value, in: period)),
        "target": .words(text.target(result.target, of: metric)),
      ])
    return item(.worse, .missed, words, link(to: metric, in: period))
  }

  private func link(to metric: Metric, in period: Period) -> (String, String) {
    if metric == .complaintRate, edition.audience != .public { return (strings(OverviewPhrase.toRate), "#rate") }
    if metric == .overdueEnd, edition.audience != .public { return (strings(OverviewPhrase.toOverdue), "#overdue") }
    return (strings(OverviewPhrase.toReport), path.href(to: .monthly(period)))
  }

  private func item(
    _ symbol: MarkSymbol, _ word: OverviewPhrase, _ sentence: Sentence, _ link: (String, String)
  ) -> TemplateValue {
    [
      "mark": .markup(.mark(symbol, strings(word))), "sentence": .markup(sentence.markup(at: path, isBold: true)),
      "link": .text(link.0), "href": .text(link.1),
    ]
  }

  /// A figure with its unit, and its cases behind it.
  private func full(_ metric: Metric, _ value: Double, in period: Period) -> Figure {
    Figure(text.full(metric, value), edition.door(metric, in: edition.findings.figures(of: period)))
  }
}
