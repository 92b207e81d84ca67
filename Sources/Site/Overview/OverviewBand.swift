import Charts
import Complaints
import Findings
import Hypertext
import Statistics
import Templates

/// The headline figures of a month: at most six, each with its target, its changes and its last 13 months.
struct OverviewBand {
  let edition: Edition
  let path: PagePath
  let month: PeriodFigures
  /// Up to 13, the last being the month itself.
  let months: [PeriodFigures]
  let text: MetricText

  init(_ month: PeriodFigures, in edition: Edition, at path: PagePath) {
    self.month = month
    self.edition = edition
    self.path = path
    months = edition.months(through: month.period, count: 13)
    text = MetricText(edition: edition)
  }

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }
  private var timeline: Timeline { edition.findings.timeline }

  var object: TemplateValue {
    let rows = rows
    return [
      "rows": .list(rows), "style": .text(rows.count == 5 ? "k5" : ""),
      "period": .text(numbers.monthOfYear(month.period.first.month)),
    ]
  }

  private var rows: [TemplateValue] {
    // Small counts of promises kept are not among those that the disclosure knows of.
    let isSet = edition.settings.limits.contains { $0.stages == ["responded"] }
    let response = isSet && !edition.suppresses ? responseRow : row(.medianHoursToRespond)
    return [row(.received), row(.complaintRate), response, row(.onTimeRate), row(.openEnd), row(.cost)]
  }

  private func row(_ metric: Metric) -> TemplateValue {
    let value = edition.value(of: metric, in: month)
    let spark = Sparkline(
      title: strings(
        OverviewPhrase.spark, ["name": text.name(metric), "n": String(months.count), "value": text.full(metric, value)]),
      values: months.map { edition.value(of: metric, in: $0) }, normal: normal(metric),
      target: edition.target(of: metric).flatMap { $0.maximum ?? $0.minimum }, signal: signal(metric),
      isRunning: month.isRunning)
    return [
      "name": .markup(text.heading(metric, withUnit: false, at: path)),
      "figure": .markup(edition.figure(metric, in: month).markup(at: path)),
      "unit": .text(value == nil ? "" : text.unit(metric)),
      "beside": .markup(beside(metric)), "target": .markup(target(metric, value)),
      "previous": .markup(change(metric, .previous)), "year_earlier": .markup(change(metric, .yearEarlier)),
      "spark": .markup(spark.svg()),
    ]
  }

  /// The overdue ones, beside all that are open.
  private func beside(_ metric: Metric) -> Markup {
    guard metric == .openEnd, let overdue = edition.count(of: .overdueEnd, in: month), overdue > 0 else {
      return Markup()
    }
    let word = strings(OverviewPhrase.ofThemOverdue, ["n": numbers.count(overdue)])
    return .mark(.over, word, href: edition.href(.overdueEnd, in: month, from: path))
  }

  private func target(_ metric: Metric, _ value: Double?) -> Markup {
    let named: Metric = metric == .openEnd && edition.target(of: .openEnd) == nil ? .overdueEnd : metric
    guard let target = edition.target(of: named) else { return quiet(strings(ReportPhrase.noTarget)) }
    let words = text.target(target, of: named)
    let goal = named == metric ? words : strings(OverviewPhrase.overdueTarget, ["target": words])
    let measured = named == metric ? value : edition.value(of: named, in: month)
    guard let measured else { return Markup(text: goal) }
    let isMet = target.isMet(by: measured)
    return .joined([
      Markup(text: goal + " "),
      .mark(isMet ? .done : .worse, strings(isMet ? ReportPhrase.met : ReportPhrase.missed)),
    ])
  }

  private func change(_ metric: Metric, _ base: Comparison.Base) -> Markup {
    let former = timeline.former(of: month.period, base)
    guard let now = edition.value(of: metric, in: month), let then = edition.value(of: metric, in: former) else {
      return quiet(Numbers.missing)
    }
    let comparison = timeline.comparison(of: metric, in: month, with: former)
    // The step leads to what it is held against; the figure itself stands above it.
    var pieces = [Markup.link(text.step(metric, now - then), href: edition.href(metric, in: former, from: path))]
    let relative = text.relative(comparison)
    if !relative.isEmpty { pieces.append(percentage(relative)) }
    return .joined(pieces)
  }

  private func percentage(_ words: String) -> Markup {
    var markup = Markup()
    markup.element("span", [Attribute("class", "pc")], text: " (\(words))")
    return markup
  }

  private func quiet(_ words: String) -> Markup { quiet(Markup(text: words)) }

  private func quiet(_ words: Markup) -> Markup {
    var markup = Markup()
    markup.element("span", [Attribute("class", "q")]) { $0.append(words) }
    return markup
  }

  /// Where the limits of the first response that fell due in a month are listed.
  private func promises(_ month: Period?, at place: String? = Self.promiseKey) -> Door {
    let due = month.flatMap { edition.findings.further(of: $0)?.response }?.base ?? 0
    return edition.door(
      .promises, in: month.flatMap { edition.findings.figures(of: $0) }, at: place, of: Double(due))
  }

  static let promiseKey = "response_limits_kept"

  /// Where the figure usually lies; `nil` for figures without a control chart, and on trial limits.
  private func normal(_ metric: Metric) -> ClosedRange<Double>? {
    guard let chart = edition.findings.controlCharts.first(where: { $0.metric == metric }),
      let point = edition.points(of: chart).last(where: { $0.limits != nil }), !chart.isTrial(point),
      let limits = point.limits, limits.lower <= limits.upper
    else { return nil }
    return limits.lower...limits.upper
  }

  private func signal(_ metric: Metric) -> PointSignal.Side? {
    guard let normal = normal(metric), let value = edition.value(of: metric, in: month), !month.isRunning,
      !normal.contains(value)
    else { return nil }
    return (value > normal.upperBound) == (metric.better == .more) ? .better : .worse
  }

  private var responseRow: TemplateValue {
    func promise(_ month: Period) -> Rate? { edition.findings.further(of: month)?.response }
    let now = promise(month.period)
    let rates = months.map { promise($0.period)?.fraction }
    func change(_ other: Period?) -> Markup {
      guard let now, let former = other.flatMap({ promise($0) }), !month.isRunning else {
        return quiet(Numbers.missing)
      }
      let step = text.step(.onTimeRate, now.fraction - former.fraction)
      return Figure(step, promises(other)).markup(at: path)
    }
    let value = numbers.percent(now?.fraction)
    let base = now.map { now in
      strings.sentence(
        OverviewPhrase.responseBase,
        [
          "n": .figure(Figure(numbers.count(now.count), promises(month.period, at: nil))),
          "all": .figure(Figure(numbers.count(now.base), promises(month.period, at: nil))),
        ])
    }
    let spark = Sparkline(
      title: strings(
        OverviewPhrase.spark,
        ["name": strings(OverviewPhrase.responseRate), "n": String(months.count), "value": value]),
      values: rates, isRunning: month.isRunning)
    return [
      "name": .markup(.definition(strings(OverviewPhrase.responseRate), of: Self.promiseKey, at: path)),
      "figure": .markup(Figure(value, promises(month.period)).markup(at: path)), "unit": "", "beside": .none,
      "target": .markup(base.map { quiet($0.markup(at: path)) } ?? quiet(strings(ReportPhrase.noTarget))),
      "previous": .markup(change(month.period.previous)), "year_earlier": .markup(change(month.period.yearEarlier)),
      "spark": .markup(spark.svg()),
    ]
  }
}
