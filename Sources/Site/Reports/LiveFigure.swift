import Charts
import Complaints
import Findings
import Hypertext
import Narrative

/// A figure that a narrative places by a fenced block `kesu`: what it shows, of which period.
struct LiveFigure {
  enum Kind: String, CaseIterable { case trend, control, pareto, bars }

  let kind: Kind
  let metric: Metric
  let dimension: Dimension?
  let period: Period

  /// Reads the block's lines `key: value`, a comment behind `#`; `nil` for what is not known here, which then stays code.
  ///
  /// - Parameter own: The period of the report, unless the block names another month or year.
  init?(_ block: String, own: Period, through asOf: Day) {
    var values: [String: String] = [:]
    for line in block.split(separator: "\n") {
      let text = line.firstRange(of: " #").map { line[..<$0.lowerBound] } ?? line
      guard let colon = text.firstIndex(of: ":") else { continue }
      values[Self.trimmed(text[..<colon])] = Self.trimmed(text[text.index(after: colon)...])
    }
    guard let kind = Kind(rawValue: values["chart"] ?? ""),
      let metric = Metric(rawValue: values["metric"] ?? "received")
    else { return nil }
    let dimension = Dimension(rawValue: values["by"] ?? "")
    if values["by"] != nil, dimension == nil { return nil }
    switch kind {
    case .trend, .control: guard dimension == nil else { return nil }
    case .pareto, .bars: guard dimension != nil, metric == .received else { return nil }
    }
    self.kind = kind
    self.metric = metric
    self.dimension = dimension
    guard let named = values["period"] else {
      period = own
      return
    }
    let days = Period.all(own.kind, from: Day(number: 0), through: asOf)
    guard let found = days.last(where: { $0.description == named }) else { return nil }
    period = found
  }

  /// The figures that a narrative places.
  static func all(in narrative: [UInt8], own: Period, through asOf: Day) -> [LiveFigure] {
    liveBlocks(in: narrative).compactMap { LiveFigure($0.yaml, own: own, through: asOf) }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first == " " || first == "\r" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\r" { text.removeLast() }
    return String(text)
  }

  /// The drawing; nothing where the period has no figure to draw.
  func markup(in edition: Edition, at path: PagePath, id: String) -> Markup {
    let last = Period(.month, containing: min(period.last, edition.asOf))
    switch kind {
    case .trend: return trend(edition.months(through: last, count: 13), edition, path, id)
    case .control:
      guard let chart = edition.findings.controlCharts.first(where: { $0.metric == metric }) else {
        return trend(edition.months(through: last, count: 24), edition, path, id)
      }
      return ControlFigure(chart, in: edition, at: path, through: last).markup(id: id, number: "", width: Self.width)
    case .pareto, .bars:
      guard let dimension else { return Markup() }
      return LiveSplit(edition, dimension, of: period, at: path)?.markup(isPareto: kind == .pareto, id: id) ?? Markup()
    }
  }

  /// As wide as the prose that it stands in.
  static let width = 480.0

  private func trend(_ months: [PeriodFigures], _ edition: Edition, _ path: PagePath, _ id: String) -> Markup {
    guard let last = months.last, months.contains(where: { edition.value(of: metric, in: $0) != nil }) else {
      return Markup()
    }
    let (strings, text) = (edition.strings, MetricText(edition: edition))
    let span = strings(
      ReportPhrase.span,
      ["from": months.first?.period.description ?? "", "to": last.period.description])
    let value = Figure(
      text.full(metric, edition.value(of: metric, in: last)), edition.door(metric, in: last))
    let title = strings.sentence(
      ReportPhrase.trendFinding,
      [
        "month": .words(edition.numbers.monthOfYear(last.period.first.month)), "name": .words(text.name(metric)),
        "value": .figure(value),
      ])
    let target = edition.target(of: metric).flatMap { $0.maximum ?? $0.minimum }
    let chart = RunChart(
      name: ChartName(id: id, title: title.text, detail: span, rows: strings(ReportPhrase.month)),
      periods: months.map { edition.axisMonth($0.period) },
      series: ChartSeries(
        name: text.name(metric),
        points: months.map { month in
          DataPoint(edition.value(of: metric, in: month), href: edition.href(metric, in: month, from: path))
        }),
      format: text.format(metric), target: target.map { ReferenceLine(name: strings(ReportPhrase.target), value: $0) },
      running: last.isRunning ? strings(ReportPhrase.runningShort) : nil)
    return ChartFigure(
      chart, number: "", method: span, summary: strings(ReportPhrase.dataAlone), width: Self.width,
      heading: title.markup(at: path), definition: path.href(to: .definitions, fragment: metric.rawValue)
    ).markup()
  }
}

extension Edition {
  /// Whether the narrative of a period may place figures, which may be of any period and dimension: whether it has a fence
  /// of any kind, however the word behind that is spelt.
  func mayPlaceFigures(in period: Period) -> Bool {
    ledger.narratives.contains { written in
      guard written.period == period else { return false }
      let text = String(decoding: written.text, as: UTF8.self)
      return ["```", "~~~"].contains { text.firstRange(of: $0) != nil }
    }
  }
}
