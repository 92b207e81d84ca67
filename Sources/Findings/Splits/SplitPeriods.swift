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
    let (axis, all) = (axis(dimension), periods(kind))
    let days = CaseSpans(in: all)
    var seated = [[(number: Int32, part: Part)]](repeating: [], count: axis.entries.count)
    for number in cases.indices {
      for seat in axis.seats(of: number) { seated[Int(seat.entry)].append((Int32(number), seat.part)) }
    }
    return axis.entries.indices.compactMap { entry in
      guard !seated[entry].isEmpty else { return nil }
      let key = axis.entries[entry].key
      return SplitPeriods(
        key: key,
        periods: figures(
          of: seated[entry], days, all, shipped: dimension == .product ? exposure.of(product: key) : Exposure.Shipped())
      )
    }
  }

  /// - Parameter seats: The cases under a key, several parts of one in a row.
  private func figures(
    of seats: [(number: Int32, part: Part)], _ days: CaseSpans, _ all: [PeriodFigures], shipped: Exposure.Shipped
  ) -> [(period: Period, values: [Double?])] {
    var sums = [SplitSums](repeating: SplitSums(), count: all.count)
    var flow = SplitFlow(periods: all.count)
    var last: Int32 = -1
    for (seat, part) in seats {
      add(Int(seat), part, isFirst: seat != last, days, &sums, &flow)
      last = seat
    }
    return zip(all.indices, flow.ends()).compactMap { index, end in
      let (period, upTo) = (all[index].period, all[index].days.upperBound)
      let values = sums[index].values(
        open: end.open, overdue: end.overdue, of: all[index].received,
        shipped: (shipped.lots(in: period, through: upTo), shipped.units(in: period, through: upTo)))
      return values.contains { $0 != nil && $0 != 0 } ? (period, values) : nil
    }
  }

  /// - Parameter isFirst: Whether no other part of the case stands under the key before this one.
  private func add(
    _ number: Int, _ part: Part, isFirst: Bool, _ days: CaseSpans, _ sums: inout [SplitSums], _ flow: inout SplitFlow
  ) {
    let (counted, detail) = (cases[number], details[number])
    if let received = days.places[counted.receivedDay] {
      sums[received].addReceived(counted, part)
      flow.addOpen(1, from: received, part)
    }
    if let closed = counted.closedDay.flatMap({ days.places[$0] }) {
      sums[closed].addClosed(counted, detail, part)
      flow.addOpen(-1, from: closed, part)
      if isFirst { sums[closed].addClosedOnce(counted) }
    }
    if let overdue = counted.overdueDays { flow.addOverdue(days.ends(within: overdue), part) }
    for reopened in days.reopenings(of: number, facts) { sums[reopened].addReopened(part) }
    for promise in facts.promises[number] {
      if let place = days.places[promise.due] { sums[place].add(promise, part) }
    }
    guard isFirst else { return }
    if let hours = counted.hoursToRespond, let place = counted.standing.responded.flatMap({ days.places[$0.day] }) {
      sums[place].addResponse(hours: hours)
    }
    if let hours = detail.hoursToContain, let place = counted.standing.contained.flatMap({ days.places[$0.day] }) {
      sums[place].addContainment(hours: hours)
    }
  }
}

/// Where the days of cases lie among periods without gaps.
private struct CaseSpans {
  let places: PeriodPlaces
  /// The last day of each period that is counted.
  private let lastDays: [Day]

  init(in periods: [PeriodFigures]) {
    places = PeriodPlaces(periods)
    lastDays = periods.map(\.days.upperBound)
  }

  /// The periods whose last day lies in a span.
  func ends(within days: ClosedRange<Day>) -> Range<Int> {
    let first = lastDays.partitioningIndex { $0 >= days.lowerBound }
    return first..<lastDays.partitioningIndex { $0 > days.upperBound }
  }

  /// The periods in which a case was reopened, each once.
  func reopenings(of number: Int, _ facts: CaseFacts) -> [Int] {
    guard !facts.reopenings.isEmpty(number) else { return [] }
    var found: [Int] = []
    for moment in facts.reopenings[number] {
      if let place = places[moment.day], !found.contains(place) { found.append(place) }
    }
    return found
  }
}
