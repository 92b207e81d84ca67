package import Complaints
import Synchronization

/// A part of data/metrics.json that takes long, and rests on less than the whole document does: on the facts of the
/// cases, on their words on one dimension, and on what is no case.
package enum MetricsPart: Hashable, Sendable {
  /// The figures of all periods of a kind, the further ones, and what they became.
  case periods(PeriodKind), furtherPeriods(PeriodKind), changes(PeriodKind)
  /// The keys of a dimension over the whole ledger, and their further figures.
  case keys(Dimension), furtherKeys(Dimension)
  /// The keys of a dimension in the periods of a kind.
  case splits(PeriodKind, Dimension)
  /// The time in each stage, and in each department.
  case stages, departments

  /// On whose words of the cases it rests; `nil` where on those that all figures read.
  package var dimension: Dimension? {
    switch self {
    case .keys(let dimension), .furtherKeys(let dimension), .splits(_, let dimension): dimension
    case .periods, .furtherPeriods, .changes, .stages, .departments: nil
    }
  }
}

/// Makes the parts of data/metrics.json, in any order and from any thread; what several of them are made of, once.
package final class MetricsParts: Sendable {
  private let findings: Findings
  private let amounts = Mutex<[Amounts]?>(nil)
  private let columns = Mutex<KeyColumns?>(nil)
  private let months = Mutex<MonthColumns?>(nil)
  private let steps = Mutex<StepTimes?>(nil)
  /// Of a dimension, where only one of its parts was asked for yet.
  private let keys = Mutex<[MetricsPart: [KeyFigures]]>([:])
  /// Of a dimension, for the kinds that were not asked for yet.
  private let splits = Mutex<[MetricsPart: [SplitPeriods]]>([:])

  /// The kinds of periods by which keys are split.
  static let kinds = [PeriodKind.month, .quarter, .year]

  package init(_ findings: Findings) {
    self.findings = findings
  }

  package func value(of part: MetricsPart) -> MetricsValue {
    switch part {
    case .periods(let kind): return .list(findings.periods(kind).map(\.metrics))
    case .furtherPeriods(let kind): return .list(findings.further(kind).map(\.metrics))
    case .changes(let kind): return .list(findings.changes(kind).map(\.metrics))
    case .keys(let dimension):
      return .list(keys(part, and: .furtherKeys(dimension), dimension).map(\.totals.metrics))
    case .furtherKeys(let dimension): return .list(keys(part, and: .keys(dimension), dimension).map(\.metrics))
    case .splits(let kind, let dimension): return .list(splits(kind, dimension).map(\.metrics))
    case .stages: return .list(steps.once { findings.stepTimes() }.stages.map(\.metrics))
    case .departments: return .list(steps.once { findings.stepTimes() }.departments.map(\.metrics))
    }
  }

  /// Those of two parts are made together, and kept until the other one is asked for.
  private func keys(_ part: MetricsPart, and other: MetricsPart, _ dimension: Dimension) -> [KeyFigures] {
    keys.withLock { kept in
      if let made = kept.removeValue(forKey: part) { return made }
      let columns = columns.once { findings.keyColumns(caseAmounts) }
      let made = findings.keyFigures(by: dimension, columns)
      kept[other] = made
      return made
    }
  }

  private var caseAmounts: [Amounts] { amounts.once { findings.caseAmounts() } }

  /// Those of all kinds are made together, and kept until they are asked for.
  private func splits(_ kind: PeriodKind, _ dimension: Dimension) -> [SplitPeriods] {
    splits.withLock { kept in
      if let made = kept.removeValue(forKey: .splits(kind, dimension)) { return made }
      let columns = months.once { findings.monthColumns(Self.kinds, caseAmounts) }
      for (kind, made) in zip(Self.kinds, findings.splitPeriods(by: dimension, columns)) {
        kept[.splits(kind, dimension)] = made
      }
      return kept.removeValue(forKey: .splits(kind, dimension)) ?? []
    }
  }
}

extension Mutex where Value: Sendable {
  /// What it holds; made if there is nothing.
  fileprivate func once<Made: Sendable>(_ make: () -> Made) -> Made where Value == Made? {
    withLock { kept in
      if let made = kept { return made }
      let made = make()
      kept = made
      return made
    }
  }
}

extension MetricsValue {
  /// The same with every part made.
  func filled(_ parts: MetricsParts) -> MetricsValue {
    switch self {
    case .part(let part): parts.value(of: part)
    case .list(let values): .list(values.map { $0.filled(parts) })
    case .map(let members): .map(members.map { Member($0.key, $0.value.filled(parts)) })
    case .unknown, .integer, .number, .text, .numbers: self
    }
  }
}
