import Complaints
import Findings
import Statistics

extension MetricsValue {
  /// All figures with those that the public may not know as unknown.
  func shown(by disclosure: Disclosure) -> MetricsValue {
    guard case .map(let members) = self else { return self }
    return .map(
      members.map { member in
        let value: MetricsValue =
          switch member.key {
          case "account": disclosure.account
          case "periods": disclosure.periods(member.value)
          case "dimensions": disclosure.splits(member.value)
          case "control_charts": .list(disclosure.findings.controlCharts.map(disclosure.chart))
          case "tallies": disclosure.tallies(member.value)
          default: member.value
          }
        return Member(member.key, value)
      })
  }
}

extension Disclosure {
  /// Counts of files; the total is left out where it would tell one that is withheld.
  fileprivate var account: MetricsValue {
    let account = findings.account
    let parts = Exclusion.allCases.map { account.excluded($0) } + [account.inError]
    let withheld = parts.filter { $0 < minimum }
    let isTotalShown =
      account.published >= minimum
      && (withheld.isEmpty || withheld.reduce(0, +) >= minimum && withheld.count { $0 > 0 } > 1)
    let shown = { (count: Int) in count < minimum ? MetricsValue.unknown : .integer(count) }
    return .map([
      .init("found", isTotalShown ? shown(account.found) : .unknown), .init("published", shown(account.published)),
      .init("excluded", .map(Exclusion.allCases.map { .init($0.rawValue, shown(account.excluded($0))) })),
      .init("errors", shown(account.inError)),
    ])
  }

  fileprivate func periods(_ value: MetricsValue) -> MetricsValue {
    guard case .map(let kinds) = value else { return value }
    return .map(
      kinds.map { kind -> MetricsValue.Member in
        guard let period = PeriodKind(rawValue: kind.key), case .list(let rows) = kind.value else {
          return .init(kind.key, .unknown)
        }
        let figures = findings.periods(period)
        return .init(kind.key, .list(zip(figures, rows).map { row($1, of: $0.period) }))
      })
  }

  private func row(_ value: MetricsValue, of period: Period) -> MetricsValue {
    only(value) { key in Metric(rawValue: key).map { shows($0, in: period) } ?? true }
  }

  fileprivate func splits(_ value: MetricsValue) -> MetricsValue {
    guard case .map(let dimensions) = value else { return value }
    return .map(
      dimensions.map { member -> MetricsValue.Member in
        guard let dimension = Dimension(rawValue: member.key), case .list(let rows) = member.value else {
          return .init(member.key, .unknown)
        }
        let keys = keys(of: dimension, rows: findings.split(by: dimension))
        return .init(member.key, .list(zip(keys, rows).map { row($1, shownBy: $0) }))
      })
  }

  private func row(_ value: MetricsValue, shownBy key: KeyDisclosure) -> MetricsValue {
    only(value) { name in
      switch name {
      case "received", "share": key.received
      case "closed", "open", "median_days_to_close": key.split
      case "overdue": key.overdue
      case "cost": key.cost
      default: true
      }
    }
  }

  /// A map with unknowns in place of what may not be known.
  private func only(_ value: MetricsValue, _ isShown: (String) -> Bool) -> MetricsValue {
    guard case .map(let members) = value else { return value }
    return .map(members.map { .init($0.key, isShown($0.key) ? $0.value : .unknown) })
  }

  fileprivate func tallies(_ value: MetricsValue) -> MetricsValue {
    guard case .list(let rows) = value else { return value }
    return .list(
      rows.map { row in
        guard case .map(let members) = row else { return row }
        return .map(
          members.map { member -> MetricsValue.Member in
            if member.key == "count", case .integer(let count) = member.value, count < minimum {
              return .init(member.key, .unknown)
            }
            return .init(member.key, member.value)
          })
      })
  }

  fileprivate func chart(_ chart: ControlFigures) -> MetricsValue {
    .map([
      .init("id", .text(chart.metric.rawValue)), .init("kind", .text(chart.kind.rawValue)),
      .init("period", .text("month")),
      .init("points", .list(points(of: chart).map(\.metrics))),
    ])
  }
}
