import Complaints
import Findings
import Hypertext
import Statistics

extension JSON {
  /// All figures with those that the public may not know as null.
  init(_ document: MetricsValue, shownBy disclosure: Disclosure, writing text: (MetricsValue) -> JSON) {
    guard case .map(let members) = document else {
      self = text(document)
      return
    }
    self = .object(
      members.map { member in
        let value: JSON =
          switch member.key {
          case "account": disclosure.account
          case "periods": disclosure.periods(member.value, writing: text)
          case "dimensions": disclosure.splits(member.value, writing: text)
          case "control_charts": .array(disclosure.findings.controlCharts.map(disclosure.chart))
          case "tallies": disclosure.tallies(member.value, writing: text)
          default: text(member.value)
          }
        return (member.key, value)
      })
  }
}

extension Disclosure {
  /// Counts of files; the total is left out where it would tell one that is withheld.
  fileprivate var account: JSON {
    let account = findings.account
    let parts = Exclusion.allCases.map { account.excluded($0) } + [account.inError]
    let withheld = parts.filter { $0 < minimum }
    let isTotalShown =
      account.published >= minimum
      && (withheld.isEmpty || withheld.reduce(0, +) >= minimum && withheld.count { $0 > 0 } > 1)
    let shown = { (count: Int) in count < minimum ? JSON.null : .integer(count) }
    return .object([
      ("found", isTotalShown ? shown(account.found) : .null), ("published", shown(account.published)),
      ("excluded", .object(Exclusion.allCases.map { ($0.rawValue, shown(account.excluded($0))) })),
      ("errors", shown(account.inError)),
    ])
  }

  fileprivate func periods(_ value: MetricsValue, writing text: (MetricsValue) -> JSON) -> JSON {
    guard case .map(let kinds) = value else { return text(value) }
    return .object(
      kinds.map { kind in
        guard let period = PeriodKind(rawValue: kind.key), case .list(let rows) = kind.value else {
          return (kind.key, .null)
        }
        let figures = findings.periods(period)
        return (kind.key, .array(zip(figures, rows).map { row($1, of: $0.period, writing: text) }))
      })
  }

  private func row(_ value: MetricsValue, of period: Period, writing text: (MetricsValue) -> JSON) -> JSON {
    only(value, writing: text) { key in Metric(rawValue: key).map { shows($0, in: period) } ?? true }
  }

  fileprivate func splits(_ value: MetricsValue, writing text: (MetricsValue) -> JSON) -> JSON {
    guard case .map(let dimensions) = value else { return text(value) }
    return .object(
      dimensions.map { member in
        guard let dimension = Dimension(rawValue: member.key), case .list(let rows) = member.value else {
          return (member.key, .null)
        }
        let keys = keys(of: dimension, rows: findings.split(by: dimension))
        return (member.key, .array(zip(keys, rows).map { row($1, shownBy: $0, writing: text) }))
      })
  }

  private func row(_ value: MetricsValue, shownBy key: KeyDisclosure, writing text: (MetricsValue) -> JSON) -> JSON {
    only(value, writing: text) { name in
      switch name {
      case "received", "share": key.received
      case "closed", "open", "median_days_to_close": key.split
      case "overdue": key.overdue
      case "cost": key.cost
      default: true
      }
    }
  }

  /// An object with null in place of what may not be known.
  private func only(
    _ value: MetricsValue, writing text: (MetricsValue) -> JSON, _ isShown: (String) -> Bool
  ) -> JSON {
    guard case .map(let members) = value else { return text(value) }
    return .object(members.map { ($0.key, isShown($0.key) ? text($0.value) : .null) })
  }

  fileprivate func tallies(_ value: MetricsValue, writing text: (MetricsValue) -> JSON) -> JSON {
    guard case .list(let rows) = value else { return text(value) }
    return .array(
      rows.map { row in
        guard case .map(let members) = row else { return text(row) }
        return .object(
          members.map { member in
            if member.key == "count", case .integer(let count) = member.value, count < minimum {
              return (member.key, .null)
            }
            return (member.key, text(member.value))
          })
      })
  }

  fileprivate func chart(_ chart: ControlFigures) -> JSON {
    .object([
      ("id", .string(chart.metric.rawValue)), ("kind", .string(chart.kind.rawValue)), ("period", .string("month")),
      ("points", .array(points(of: chart).map { $0.json })),
    ])
  }
}
