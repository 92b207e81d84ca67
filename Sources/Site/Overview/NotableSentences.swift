import Complaints
import Findings
import Hypertext
import Statistics
import Templates

/// What is unusual, worded: a mark, a sentence with one bold number, and where to look.
struct NotableSentences {
  let edition: Edition
  let path: PagePath
  let month: Period?
  let text: MetricText

  /// - Parameter month: The month that is spoken of; nothing is unusual in none.
  init(in edition: Edition, at path: PagePath, of month: Period?) {
    self.edition = edition
    self.path = path
    self.month = month
    text = MetricText(edition: edition)
  }

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  /// At most seven; the public sees those of published figures only.
  var list: [TemplateValue] { items.map(\.value) }

  /// All that they show.
  var texts: [String] { items.flatMap(\.texts) }

  private var items: [NotableItem] {
    guard let month else { return [] }
    return edition.notable(in: month).compactMap { notable -> NotableItem? in
      switch notable.fact {
      case .signal(let metric, let point): signal(metric, point, notable.direction)
      case .key(let signal): edition.audience == .public ? nil : key(signal, notable.cases)
      case .targetMissed(let result, let period): missed(result, period)
      }
    }
  }

  private func signal(
    _ metric: Metric, _ point: ControlFigures.Point, _ direction: Notable.Direction
  ) -> NotableItem? {
    guard let chart = edition.findings.controlCharts.first(where: { $0.metric == metric }),
      let shown = edition.points(of: chart).first(where: { $0.period == point.period }), !shown.rules.isEmpty,
      shown.limits != nil, let value = shown.value, let limits = point.limits
    else { return nil }
    let phrase: OverviewPhrase =
      point.rules.contains(.beyondLimit)
      ? (value > limits.center ? .oddAbove : .oddBelow) : .oddRule
    let rule = point.rules.first.flatMap { strings.text("report.rule.\($0.rawValue)") } ?? ""
    let limit = value > limits.center ? limits.upper : limits.lower
    let words = strings.sentence(
      phrase,
      [
        "month": .words(monthName(point.period)), "name": .words(text.name(metric)),
        "value": .figure(full(metric, value, in: point.period)), "limit": .words(text.limit(metric, limit)),
        "rule": .words(rule),
      ])
    return item(
      direction == .better ? .better : .worse,
      direction == .better ? .improved : .unusual, words, link(to: metric, in: point.period))
  }

  private func key(_ signal: KeySignal, _ cases: CaseSet) -> NotableItem {
    let phrase: OverviewPhrase =
      signal.isNewLeader
      ? .oddNewLeader
      : signal.dimension == .department ? .oddDepartment : signal.dimension == .product ? .oddProduct : .oddCategory
    let list: ListSubject = signal.dimension == .category ? .received : .split(signal.dimension)
    let door = edition.door(
      list, in: edition.findings.figures(of: signal.month), at: edition.anchor(of: signal.key, in: signal.dimension),
      of: Double(signal.count))
    let words = strings.sentence(
      phrase,
      [
        "month": .words(monthName(signal.month)), "label": .words(signal.label),
        "n": .figure(Figure(numbers.count(signal.count), door)),
        "limit": .words(numbers.decimal(signal.limits.upper, places: 1)), "months": .words(String(signal.months)),
        "former": .words(numbers.count(signal.former)),
      ])
    return item(
      .worse, .unusual, words,
      (strings(OverviewPhrase.toCases), door.href(from: path) ?? path.href(to: .monthly(signal.month))),
      cases: numbersOf(cases))
  }

  /// The numbers of the first cases, each linked to its card, and how many there are besides.
  private func numbersOf(_ cases: CaseSet) -> Markup {
    var markup = Markup()
    for (index, number) in cases.prefix(8).enumerated() {
      if index > 0 { markup.text(" ") }
      markup.append(CaseLine(number, in: edition, at: path).id)
    }
    if cases.count > 8 { markup.text(" " + strings(MonthlyPhrase.andMore, ["n": numbers.count(cases.count - 8)])) }
    return markup
  }

  private func monthName(_ month: Period) -> String { numbers.monthOfYear(month.first.month) }

  private func missed(_ result: TargetResult, _ period: Period) -> NotableItem? {
    guard let metric = result.metric,
      let value = edition.value(of: metric, in: edition.findings.figures(of: period))
    else { return nil }
    let words = strings.sentence(
      OverviewPhrase.oddMissed,
      [
        "month": .words(monthName(period)), "name": .words(text.name(metric)),
        "value": .figure(full(metric, value, in: period)), "target": .words(text.target(result.target, of: metric)),
      ])
    return item(.worse, .missed, words, link(to: metric, in: period))
  }

  private func link(to metric: Metric, in period: Period) -> (String, String) {
    let isOfReceived = [.received, .complaintRate, .ppm, .repeats].contains(metric)
    if isOfReceived, let list = edition.caseList(of: period) {
      return (strings(OverviewPhrase.toCases), path.href(to: list))
    }
    if metric == .medianDaysToClose, edition.audience != .public {
      return (strings(OverviewPhrase.toCases), path.href(to: .monthly(period)) + "#attribution")
    }
    return (strings(OverviewPhrase.toReport), path.href(to: .monthly(period)))
  }

  private func item(
    _ symbol: MarkSymbol, _ word: OverviewPhrase, _ sentence: Sentence, _ link: (String, String),
    cases: Markup = Markup()
  ) -> NotableItem {
    NotableItem(
      mark: .mark(symbol, strings(word)), sentence: sentence.markup(at: path, isBold: true), link: link.0,
      href: link.1, cases: cases)
  }

  /// A figure with its unit, and its cases behind it.
  private func full(_ metric: Metric, _ value: Double, in period: Period) -> Figure {
    Figure(text.full(metric, value), edition.door(metric, in: edition.findings.figures(of: period)))
  }
}

extension Edition {
  /// What is unusual in a month: its report and those lists are planned by it that a sentence leads to.
  func notable(in month: Period) -> [Notable] {
    lists.notable.value {
      let months = findings.periods(.month).map(\.period)
      return Dictionary(uniqueKeysWithValues: months.map { ($0, findings.notable(in: $0)) })
    }[month, default: []]
  }
}

/// One of the sentences with its mark, and the way to what it speaks of.
private struct NotableItem {
  let mark, sentence: Markup
  let link, href: String
  let cases: Markup

  var value: TemplateValue {
    [
      "mark": .markup(mark), "sentence": .markup(sentence), "link": .text(link), "href": .text(href),
      "cases": .markup(cases),
    ]
  }

  var texts: [String] {
    [mark, sentence, cases].map { String(decoding: $0.bytes, as: UTF8.self) } + [link, href]
  }
}
