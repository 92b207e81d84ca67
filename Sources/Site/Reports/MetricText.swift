import Charts
import Complaints
import Findings
import Hypertext

/// How a figure of a period reads: its name, its number, its unit, its change, its target.
struct MetricText {
  let edition: Edition

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  func name(_ metric: Metric) -> String { strings.text("report.metric.\(metric.rawValue)") ?? metric.rawValue }

  /// The name, with its unit if it has one, as the way to its definition.
  func heading(_ metric: Metric, withUnit: Bool, at page: PagePath) -> Markup {
    let unit = withUnit ? unit(metric) : ""
    let name =
      unit.isEmpty ? name(metric) : strings(ReportPhrase.nameUnit, ["name": name(metric), "unit": unit])
    return .definition(name, of: metric.rawValue, at: page)
  }

  /// The number without its unit, but with its percent sign; «—» where unknown.
  func figure(_ metric: Metric, _ value: Double?) -> String {
    guard let value else { return Numbers.missing }
    return switch metric.unit {
    case .cases, .lots: numbers.count(Int(value))
    case .pieces, .partsPerMillion: numbers.decimal(value, places: 0)
    case .share: numbers.percent(value, places: places(metric))
    case .days, .hours: numbers.decimal(value, places: 1)
    case .money: numbers.headline(money(value)).figure
    case .mark: numbers.decimal(value, places: 2)
    }
  }

  /// Printed after the number; empty for percentages.
  func unit(_ metric: Metric) -> String {
    switch metric.unit {
    case .cases: strings(UnitPhrase.cases)
    case .share: ""
    case .days: strings(UnitPhrase.days)
    case .hours: strings(UnitPhrase.hours)
    case .lots: strings(ReportPhrase.lots)
    case .pieces: strings(ReportPhrase.pieces)
    case .partsPerMillion: strings(ReportPhrase.partsPerMillion)
    case .money: numbers.headline(.zero).unit
    case .mark: strings(ReportPhrase.marks)
    }
  }

  /// A limit or a mean of the figure, which of counts is no whole number; without its unit.
  func limit(_ metric: Metric, _ value: Double) -> String {
    metric.unit == .cases || metric.unit == .lots ? numbers.decimal(value, places: 1) : figure(metric, value)
  }

  /// The same numbers in a chart; money in the currency's unit.
  func format(_ metric: Metric) -> ValueFormat {
    switch metric.unit {
    case .share: .percent(decimals: places(metric))
    case .days, .hours: ValueFormat(decimals: 1)
    case .mark: ValueFormat(decimals: 2)
    case .cases, .lots, .pieces, .partsPerMillion, .money: .count
    }
  }

  /// Number and unit as a sentence has them.
  func full(_ metric: Metric, _ value: Double?) -> String {
    let unit = unit(metric)
    return value == nil || unit.isEmpty ? figure(metric, value) : figure(metric, value) + " " + unit
  }

  /// A signed step, in points for percentages; «—» where one of the two is unknown.
  func step(_ metric: Metric, _ difference: Double?) -> String {
    guard let difference else { return Numbers.missing }
    switch metric.unit {
    case .cases, .lots: return numbers.change(Int(difference))
    case .share:
      let points = numbers.change(difference * 100, places: places(metric))
      return strings(ReportPhrase.points, ["n": points])
    case .pieces, .partsPerMillion: return numbers.change(difference, places: 0)
    case .days, .hours: return numbers.change(difference, places: 1)
    case .money:
      let text = numbers.headline(money(difference)).figure
      return difference > 0 ? "+" + text : text
    case .mark: return numbers.change(difference, places: 2)
    }
  }

  /// The change in percent, for counts and money; empty where it would say more than there is.
  func relative(_ comparison: Comparison) -> String {
    // A percentage of less than ten cases, or a tenfold change, only sounds exact.
    guard let change = comparison.change, change < 10, let former = comparison.former else { return "" }
    guard comparison.metric.unit == .money || comparison.metric.unit == .cases && former >= 10 else { return "" }
    return numbers.change(change * 100, places: 0) + "%"
  }

  /// «≤ 1.50%»; a target with two ends names both.
  func target(_ target: Target, of metric: Metric) -> String {
    let ends = [
      target.minimum.map { "≥ " + figure(metric, $0) }, target.maximum.map { "≤ " + figure(metric, $0) },
    ]
    return ends.compactMap { $0 }.joined(separator: " ")
  }

  /// Complaint rates are small, so they have a decimal more than other shares.
  private func places(_ metric: Metric) -> Int { metric == .complaintRate ? 2 : 1 }

  private func money(_ units: Double) -> Money { Money(cents: Int((units * 100).rounded())) }
}

extension Edition {
  /// The target of a figure; `nil` where the site sets none.
  func target(of metric: Metric) -> Target? { settings.targets.first { $0.metric == metric.rawValue } }

  /// Where the cases received in a month are listed; `nil` for the public, and for a month without a case.
  func caseList(of month: Period) -> PagePath? {
    guard audience != .public, month.kind == .month, let figures = findings.figures(of: month), figures.received > 0
    else { return nil }
    return PagePath("cases/\(month)/index.html")
  }
}
