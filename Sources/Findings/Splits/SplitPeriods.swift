package import Complaints

/// The figures of the cases under one key of a dimension, period by period.
package struct SplitPeriods: Sendable {
  package let key: String
  /// Only periods in which a figure is known and not 0: most words of a ledger occur in few of its months.
  package let periods: [(period: Period, values: [Double?])]
}

extension Findings {
  /// Every key of a dimension that has cases, with its figures in the periods of a kind.
  ///
  /// - Complexity: O(*cases* + *keys* × *periods*).
  package func splitPeriods(by dimension: Dimension, _ kind: PeriodKind) -> [SplitPeriods] {
    splitPeriods(by: dimension, monthColumns([kind])).first ?? []
  }

  /// What a case adds to which month, which is the same for all dimensions.
  ///
  /// - Parameter kinds: Of periods of whole months.
  func monthColumns(_ kinds: [PeriodKind]) -> MonthColumns {
    let months = months(of: kinds)
    return MonthColumns(
      marks: MonthMarks(facts, CaseSpans(months, asOf: asOf)),
      spans: kinds.map { PeriodsOfMonths(periods($0), months: months) }, months: months.count)
  }

  /// The same in the periods of each kind.
  func splitPeriods(by dimension: Dimension, _ columns: MonthColumns) -> [[SplitPeriods]] {
    let (spans, marks, months) = (columns.spans, columns.marks, columns.months)
    let axis = axis(dimension)
    var seated = [[(number: Int32, part: Part)]](repeating: [], count: axis.entries.count)
    for number in cases.indices {
      for seat in axis.seats(of: number) { seated[Int(seat.entry)].append((Int32(number), seat.part)) }
    }
    var split = [[SplitPeriods]](repeating: [], count: spans.count)
    for entry in axis.entries.indices where !seated[entry].isEmpty {
      let key = axis.entries[entry].key
      let shipped = dimension == .product ? exposure.of(product: key) : Exposure.Shipped()
      let sums = monthSums(of: seated[entry], marks, months: months)
      for (place, periods) in spans.enumerated() {
        let reopened = reopenings(of: seated[entry], in: periods)
        let figures = figures(sums, reopened: reopened, in: periods, shipped: shipped)
        split[place].append(SplitPeriods(key: key, periods: figures))
      }
    }
    return split
  }

  /// The months of all periods of some kinds, without gaps; a quarter or a year may have begun before the first case.
  private func months(of kinds: [PeriodKind]) -> [Period] {
    guard let first = kinds.compactMap({ periods($0).first?.period.first }).min() else { return [] }
    var months = [Period(.month, containing: first)]
    while let next = months.last?.next, next.first <= asOf { months.append(next) }
    return months
  }

  /// - Parameter sums: Of each month.
  private func figures(
    _ sums: (months: [SplitSums], ends: [(open: Double, overdue: Double)]), reopened: [PartSum],
    in periods: PeriodsOfMonths, shipped: Exposure.Shipped
  ) -> [(period: Period, values: [Double?])] {
    periods.all.indices.compactMap { index in
      let (figures, months) = (periods.all[index], periods.months[index])
      let (period, upTo) = (figures.period, figures.days.upperBound)
      guard let last = months.last else { return nil }
      let values = SplitSums(sums.months[months]).values(
        reopened: reopened[index].value(), open: sums.ends[last].open, overdue: sums.ends[last].overdue,
        of: figures.received,
        shipped: (shipped.lots(in: period, through: upTo), shipped.units(in: period, through: upTo)))
      return values.contains { $0 != nil && $0 != 0 } ? (period, values) : nil
    }
  }

  /// - Parameter seats: The cases under a key, several parts of one in a row.
  /// - Returns: What adds up in each month, and how many are open and overdue at its end.
  private func monthSums(
    of seats: [(number: Int32, part: Part)], _ marks: MonthMarks, months: Int
  ) -> (months: [SplitSums], ends: [(open: Double, overdue: Double)]) {
    var sums = [SplitSums](repeating: SplitSums(), count: months)
    var flow = SplitFlow(periods: months)
    marks.add(seats, to: &sums, &flow)
    for month in sums.indices { sums[month].sortSpans() }
    return (sums, flow.ends())
  }

  /// How much was reopened in each period: a case counts once in it, however many months of it saw it reopened.
  private func reopenings(of seats: [(number: Int32, part: Part)], in periods: PeriodsOfMonths) -> [PartSum] {
    var sums = [PartSum](repeating: PartSum(), count: periods.all.count)
    for (seat, part) in seats where !facts.reopenings.isEmpty(Int(seat)) {
      var found: [Int] = []
      for moment in facts.reopenings[Int(seat)] {
        guard let place = periods.places[moment.day], !found.contains(place) else { continue }
        found.append(place)
        sums[place].add(1, part)
      }
    }
    return sums
  }
}

/// What every split by periods is made of, whatever the dimension.
struct MonthColumns: Sendable {
  fileprivate let marks: MonthMarks
  /// Of each kind.
  fileprivate let spans: [PeriodsOfMonths]
  fileprivate let months: Int
}

/// The periods of a kind, each of whole months.
private struct PeriodsOfMonths {
  let all: [PeriodFigures]
  let places: PeriodPlaces
  /// Of each period the places of its months.
  let months: [Range<Int>]

  init(_ all: [PeriodFigures], months: [Period]) {
    self.all = all
    places = PeriodPlaces(all)
    self.months = all.map { figures in
      let first = months.partitioningIndex { $0.first >= figures.period.first }
      return first..<months.partitioningIndex { $0.first > figures.period.last }
    }
  }
}
