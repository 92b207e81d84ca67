import Complaints
import Statistics

/// What data/metrics.json holds, as plain values in their order; whoever writes it only needs to spell them.
package enum MetricsValue: Hashable, Sendable {
  case unknown
  case integer(Int)
  /// Finite; not rounded.
  case number(Double)
  case text(String)
  /// The same, or unknown, one after the other.
  case numbers([Double?])
  case list([MetricsValue])
  case map([Member])
  /// What `MetricsParts` makes when it is needed.
  case part(MetricsPart)

  /// A key and its value; every key is always there.
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: MetricsValue

    package init(_ key: String, _ value: MetricsValue) {
      self.key = key
      self.value = value
    }
  }

  package static func number(_ value: Double?) -> MetricsValue { value.map { .number($0) } ?? .unknown }
  static func text(_ value: String?) -> MetricsValue { value.map { .text($0) } ?? .unknown }
}

extension Findings {
  /// The content of data/metrics.json.
  ///
  /// - Parameters:
  ///   - dimensions: Those to list; for the public, without those that are internal.
  ///   - isWhole: Whether the further figures stand under `more`; they do not for the public.
  package func metrics(dimensions: [Dimension] = Dimension.published, isWhole: Bool = true) -> MetricsValue {
    metricsOutline(dimensions: dimensions, isWhole: isWhole).filled(MetricsParts(self))
  }

  /// The same with what takes long as parts, which are still to be made.
  package func metricsOutline(dimensions: [Dimension] = Dimension.published, isWhole: Bool = true) -> MetricsValue {
    let more = isWhole ? [MetricsValue.Member("more", moreMetrics(dimensions: dimensions))] : []
    return .map(
      [
        .init("as_of", .text(asOf.description)),
        .init("time_zone", .text(ledger.settings.zone.identifier)),
        .init("account", account.metrics),
        .init(
          "periods",
          .map(PeriodKind.allCases.map { .init($0.rawValue, .part(.periods($0))) })),
        .init(
          "dimensions",
          .map(dimensions.map { .init($0.rawValue, .part(.keys($0))) })),
        .init("control_charts", .list(controlCharts.map(\.metrics))),
        .init("tallies", .list(ledger.tallies.filter { $0.day <= asOf }.map(\.metrics))),
      ] + more)
  }
}

extension Account {
  fileprivate var metrics: MetricsValue {
    .map([
      .init("found", .integer(found)), .init("published", .integer(published)),
      .init("excluded", .map(Exclusion.allCases.map { .init($0.rawValue, .integer(excluded($0))) })),
      .init("errors", .integer(inError)),
    ])
  }
}

extension PeriodFigures {
  var metrics: MetricsValue {
    .map(
      [.init("period", .text(period.description))]
        + Metric.allCases.map { .init($0.rawValue, .number(value(of: $0))) })
  }
}

extension KeyTotals {
  var metrics: MetricsValue {
    .map([
      .init("key", .text(key)), .init("label", .text(label)), .init("received", .number(received)),
      .init("closed", .number(closed)), .init("open", .number(open)), .init("overdue", .number(overdue)),
      .init("share", .number(share)), .init("cost", .number(cost)),
      .init("median_days_to_close", .number(medianDaysToClose)),
    ])
  }
}

extension ControlFigures {
  fileprivate var metrics: MetricsValue {
    .map([
      .init("id", .text(metric.rawValue)), .init("kind", .text(kind.rawValue)), .init("period", .text("month")),
      .init("points", .list(points.map(\.metrics))),
    ])
  }
}

extension ControlFigures.Point {
  fileprivate var metrics: MetricsValue {
    .map([
      .init("period", .text(period.description)),
      // A point without a value has nulls throughout, also where one of its counts is known.
      .init("n", .number(value == nil ? nil : n)), .init("x", .number(value == nil ? nil : x)),
      .init("value", .number(value)), .init("center", .number(limits?.center)),
      .init("ucl", .number(limits?.upper)), .init("lcl", .number(limits?.lower)),
      .init("rules", .list(rules.map { .integer($0.rawValue) })),
    ])
  }
}

extension TallyRow {
  fileprivate var metrics: MetricsValue {
    .map([
      .init("date", .text(day.description)), .init("category", .text(category)), .init("count", .integer(count)),
      .init("status", .text(status)), .init("result", .text(result)), .init("channel", .text(channel)),
      .init("business", .text(business)), .init("branch", .text(branch)), .init("product", .text(product)),
    ])
  }
}
