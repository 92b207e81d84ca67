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
    let words = strings(
      phrase,
      [
        "name": text.name(metric), "value": bold(text.full(metric, value)), "limit": text.full(metric, limit),
        "rule": rule,
      ])
    return item(
      direction == .better ? .better : .worse,
      direction == .better ? .improved : .unusual, words, link(to: metric, in: point.period))
  }

  private func overdue(_ cases: CaseSet, _ latest: Double) -> TemplateValue {
    // A case that is late by less than a day is late by one: the reader counts days begun.
    let words = strings(
      OverviewPhrase.oddOverdue,
      ["n": bold(numbers.count(cases.count)), "days": numbers.count(Int(latest.rounded(.up)))])
    return item(.over, .late, words, (strings(OverviewPhrase.toOverdue), "#overdue"))
  }

  private func missed(_ result: TargetResult, _ period: Period) -> TemplateValue? {
    guard let metric = result.metric,
      let value = edition.value(of: metric, in: edition.findings.figures(of: period))
    else { return nil }
    let words = strings(
      OverviewPhrase.oddMissed,
      [
        "name": text.name(metric), "value": bold(text.full(metric, value)),
        "target": text.target(result.target, of: metric),
      ])
    return item(.worse, .missed, words, link(to: metric, in: period))
  }

  private func link(to metric: Metric, in period: Period) -> (String, String) {
    if metric == .complaintRate, edition.audience != .public { return (strings(OverviewPhrase.toRate), "#rate") }
    if metric == .overdueEnd, edition.audience != .public { return (strings(OverviewPhrase.toOverdue), "#overdue") }
    return (strings(OverviewPhrase.toReport), path.href(to: .monthly(period)))
  }

  private func item(
    _ symbol: MarkSymbol, _ word: OverviewPhrase, _ sentence: String, _ link: (String, String)
  ) -> TemplateValue {
    [
      "mark": .markup(.mark(symbol, strings(word))), "sentence": .markup(emphasised(sentence)),
      "link": .text(link.0), "href": .text(link.1),
    ]
  }

  /// Wraps what shall be bold in a character that no text has, since phrases are filled as text.
  private func bold(_ text: String) -> String { "\u{1}" + text + "\u{1}" }

  private func emphasised(_ sentence: String) -> Markup {
    var markup = Markup()
    for (index, piece) in sentence.split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated() {
      if index.isMultiple(of: 2) { markup.text(String(piece)) } else { markup.element("b", text: String(piece)) }
    }
    return markup
  }
}
