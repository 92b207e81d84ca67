import Charts
import Complaints
import Findings
import Hypertext
import Statistics

/// A figure by month against the limits of its own process; a run chart while there are too few months for limits.
struct ControlFigure {
  let edition: Edition
  let figures: ControlFigures
  let path: PagePath
  /// The months shown, at the end of the chart.
  let points: ArraySlice<ChartPoint>
  let text: MetricText

  /// - Parameters:
  ///   - last: The last month shown.
  ///   - count: How many months are shown; limits rest on all.
  init(_ figures: ControlFigures, in edition: Edition, at path: PagePath, through last: Period, count: Int = 24) {
    self.figures = figures
    self.edition = edition
    self.path = path
    points = edition.points(of: figures).filter { $0.period <= last }.suffix(count)
    text = MetricText(edition: edition)
  }

  private var strings: Strings { edition.strings }
  private var metric: Metric { figures.metric }
  /// Contract with the reader: limits from 12 values on, trial limits in words before.
  private var hasLimits: Bool { figures.phases.contains { $0.values >= 12 } && !withholdsLimits }
  private var withholdsLimits: Bool { points.contains { $0.withholdsLimits } }
  private var last: ChartPoint? { points.last }
  private var judged: ChartPoint? { points.last { !$0.isRunning && $0.value != nil } }
  private var isEmpty: Bool { points.allSatisfy { $0.value == nil } }

  /// Nothing where no month has a value: an empty chart would be no chart.
  func markup(id: String, number: String, width: Double) -> Markup {
    guard !isEmpty else { return Markup() }
    let finding = finding
    let heading = finding.markup(at: path)
    let name = ChartName(
      id: id, title: finding.text, detail: method, rows: strings(ReportPhrase.month))
    let summary = strings(ReportPhrase.chartData, ["figure": number])
    return hasLimits
      ? ChartFigure(
        control(name), number: number, method: method, summary: summary,
        key: [
          KeyItem(.status(.worse), strings(ReportPhrase.keySignal)), KeyItem(.none, strings(ReportPhrase.keyBand)),
        ],
        width: width, heading: heading, definition: path.href(to: .definitions, fragment: "chart-reading")
      ).markup()
      : ChartFigure(
        run(name), number: number, method: method, summary: summary, width: width, heading: heading,
        definition: path.href(to: .definitions, fragment: "chart-reading")
      ).markup()
  }

  private var key: [KeyItem] {
    let signals = points.compactMap { signal($0) }
    return (signals.contains { $0.side == .worse } ? [KeyItem(.status(.worse), strings(ReportPhrase.keySignal))] : [])
      + (signals.contains { $0.side == .better } ? [KeyItem(.status(.better), strings(ReportPhrase.keyBetter))] : [])
      + [KeyItem(.none, strings(ReportPhrase.keyBand))]
  }

  /// The chart's title: the last complete month, and what its limits say of it.
  var finding: Sentence {
    guard let judged, let value = judged.value else { return Sentence(text.name(metric)) }
    let month = edition.numbers.monthOfYear(judged.period.first.month)
    let figure = Figure(text.full(metric, value), edition.door(metric, in: self.month(judged)))
    guard hasLimits, let limits = judged.limits, !figures.isTrial(judged) else {
      guard let median = Statistics.RunChart(currentValues)?.median else {
        return Sentence(text.name(metric))
      }
      return strings.sentence(
        ReportPhrase.findingRun,
        [
          "name": .words(text.name(metric)), "month": .words(month), "value": .figure(figure),
          "median": .words(text.full(metric, median)),
        ])
    }
    let (upper, lower) = (text.limit(metric, limits.upper), text.limit(metric, limits.lower))
    let phrase: ReportPhrase =
      if value > limits.upper { .findingAbove } else if value < limits.lower {
        .findingBelow
      } else if judged.rules
        .isEmpty
      { .findingWithin } else { .findingRule }
    return strings.sentence(
      phrase,
      [
        "name": .words(text.name(metric)), "month": .words(month), "value": .figure(figure), "upper": .words(upper),
        "lower": .words(lower), "rule": .words(ruleWords(judged)),
      ])
  }

  private func month(_ point: ChartPoint) -> PeriodFigures? { edition.findings.figures(of: point.period) }

  /// What the first of the rules that a point completes says.
  func ruleWords(_ point: ChartPoint) -> String {
    point.rules.first.flatMap { strings.text("report.rule.\($0.rawValue)") } ?? ""
  }

  /// The same as short as it fits beside a point.
  private func shortWords(_ point: ChartPoint) -> String {
    point.rules.first.flatMap { strings.text("report.rule_short.\($0.rawValue)") } ?? ""
  }

  private var method: String {
    let kind = strings.text("report.chart_kind.\(figures.kind.rawValue)") ?? ""
    let made = strings.text("report.made_of.\(metric.rawValue)") ?? ""
    let span = [points.first, points.last].compactMap { $0?.period.description }
    let values = figures.phases.last?.values ?? 0
    let spanWords = strings(ReportPhrase.span, ["from": span.first ?? "", "to": span.last ?? ""])
    if hasLimits { return strings(ReportPhrase.methodControl, ["made": made, "span": spanWords, "kind": kind]) }
    if withholdsLimits { return strings(ReportPhrase.methodWithheld, ["made": made, "span": spanWords]) }
    let trial = judged?.limits.map {
      strings(
        ReportPhrase.trialLimits, ["lower": text.limit(metric, $0.lower), "upper": text.limit(metric, $0.upper)])
    }
    return strings(
      ReportPhrase.methodRun,
      ["made": made, "span": spanWords, "n": String(values), "trial": trial ?? ""]) + runWords
  }

  /// What the rules of a run chart say, which need no limits; nothing where fewer than two values leave the median.
  private var runWords: String {
    let run = Statistics.RunChart(currentValues)
    guard let run, run.useful > 1 else { return "" }
    return strings(
      run.isShifted || run.hasFewCrossings ? ReportPhrase.runShifted : .runSteady,
      [
        "run": String(run.longestRun), "most": String(run.longestRunExpected), "crossings": String(run.crossings),
        "least": String(run.crossingsExpected),
      ])
  }

  private func control(_ name: ChartName) -> Charts.ControlChart {
    let target = edition.target(of: metric).flatMap { $0.maximum ?? $0.minimum }
    let isTrial = last.map { figures.isTrial($0) } ?? true
    var chart = Charts.ControlChart(
      name: name, periods: points.map { edition.axisMonth($0.period) },
      points: points.map { point in
        ControlPoint(
          point.value, centre: point.limits?.center, lower: point.limits?.lower, upper: point.limits?.upper,
          target: target, signal: signal(point), href: href(point))
      },
      words: ControlWords(
        value: text.name(metric), centre: strings(ReportPhrase.centre), lower: strings(ReportPhrase.lower),
        upper: strings(ReportPhrase.upper), target: strings(ReportPhrase.target),
        signal: strings(ReportPhrase.signal), trial: isTrial ? strings(ReportPhrase.trial) : nil,
        running: running), format: text.format(metric))
    if metric.unit == .cases { chart.limitFormat = ValueFormat(decimals: 1) }
    chart.breaks = breaks
    return chart
  }

  /// Where limits were set anew among the months shown.
  private var breaks: [ControlBreak] {
    zip(points, points.dropFirst()).enumerated().compactMap { index, pair in
      guard pair.0.phase != pair.1.phase else { return nil }
      return ControlBreak(before: index + 1, reason: figures.phases[pair.1.phase].reason ?? "")
    }
  }

  /// The values of the phase in force that are over: what a run chart is read by.
  private var currentValues: [Double] {
    points.filter { !$0.isRunning && $0.phase == last?.phase }.compactMap(\.value)
  }

  private func run(_ name: ChartName) -> Charts.RunChart {
    let median = Statistics.RunChart(currentValues)?.median
    let target = edition.target(of: metric).flatMap { $0.maximum ?? $0.minimum }
    var chart = Charts.RunChart(
      name: name, periods: points.map { edition.axisMonth($0.period) },
      series: ChartSeries(name: text.name(metric), points: points.map { DataPoint($0.value, href: href($0)) }),
      format: text.format(metric), centre: median.map { ReferenceLine(name: strings(ReportPhrase.median), value: $0) },
      target: target.map { ReferenceLine(name: strings(ReportPhrase.target), value: $0) }, running: running)
    chart.breaks = breaks
    return chart
  }

  private var running: String? { last?.isRunning == true ? strings(ReportPhrase.runningShort) : nil }

  private func href(_ point: ChartPoint) -> String? {
    edition.href(metric, in: month(point), from: path)
  }

  private func signal(_ point: ChartPoint) -> PointSignal? {
    guard !point.rules.isEmpty, !figures.isTrial(point), let value = point.value, let limits = point.limits else {
      return nil
    }
    let isBetter = (value > limits.center) == (metric.better == .more)
    let phrase: ReportPhrase? =
      value > limits.upper ? .aboveUpper : value < limits.lower ? .belowLower : nil
    return PointSignal(
      isBetter ? .better : .worse, rules: point.rules.map(\.rawValue),
      words: phrase.map { strings($0) } ?? shortWords(point))
  }

}
