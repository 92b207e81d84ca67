import Complaints

/// What a case adds to which month, whatever keys it stands under.
struct MonthMarks {
  /// The places of months; `nil` where nothing happened, or not in any of them.
  private let received, closed, responded, contained: Int?
  private let receivedAmounts, closedAmounts: Amounts
  /// The months in which limits of its first response fell due.
  private let promises: [(month: Int, amounts: Amounts)]
  /// The months at whose end it is overdue.
  private let overdue: Range<Int>
  /// `nil` where they are not known.
  private let secondsToClose, secondsToRespond, secondsToContain: Int?
  private let mark: Int?

  init(
    _ counted: CountedCase, _ detail: CaseDetail, _ promises: ArraySlice<CaseDetail.Promise>, _ days: CaseSpans
  ) {
    func seconds(_ hours: Double?) -> Int? { hours.map { Int(($0 * 3_600).rounded()) } }
    let standing = counted.standing
    received = days.places[counted.receivedDay]
    closed = counted.closedDay.flatMap { days.places[$0] }
    responded = standing.responded.flatMap { days.places[$0.day] }
    contained = standing.contained.flatMap { days.places[$0.day] }
    receivedAmounts = Amounts(received: counted)
    closedAmounts = Amounts(closed: counted, detail)
    self.promises = promises.compactMap { promise in
      days.places[promise.due].map { ($0, Amounts(CollectionOfOne(promise))) }
    }
    overdue = counted.overdueDays.map { days.ends(within: $0) } ?? 0..<0
    secondsToClose = standing.daysToClose.map { Int(($0 * 86_400).rounded()) }
    secondsToRespond = seconds(counted.hoursToRespond)
    secondsToContain = seconds(detail.hoursToContain)
    mark = counted.satisfaction
  }

  /// Adds a part of the case.
  func add(_ part: Part, to sums: inout [SplitSums], _ flow: inout SplitFlow) {
    if let received {
      sums[received].parts.add(receivedAmounts, part)
      flow.addOpen(1, from: received, part)
    }
    if let closed {
      sums[closed].parts.add(closedAmounts, part)
      flow.addOpen(-1, from: closed, part)
    }
    flow.addOverdue(overdue, part)
    for (month, amounts) in promises { sums[month].parts.add(amounts, part) }
  }

  /// Adds what the case tells once, however many parts of it stand under a key.
  func addOnce(to sums: inout [SplitSums]) {
    if let closed {
      if let secondsToClose { sums[closed].secondsToClose.append(secondsToClose) }
      if let mark { sums[closed].add(mark: mark) }
    }
    if let responded, let secondsToRespond { sums[responded].secondsToRespond.append(secondsToRespond) }
    if let contained, let secondsToContain { sums[contained].secondsToContain.append(secondsToContain) }
  }
}

/// Where the days of cases lie among months without gaps.
struct CaseSpans {
  let places: PeriodPlaces
  /// The last day of each period that is counted.
  private let lastDays: [Day]

  init(_ periods: [Period], asOf: Day) {
    places = PeriodPlaces(periods)
    lastDays = periods.map { min($0.last, asOf) }
  }

  var count: Int { lastDays.count }

  /// The periods whose last day lies in a span.
  func ends(within days: ClosedRange<Day>) -> Range<Int> {
    let first = lastDays.partitioningIndex { $0 >= days.lowerBound }
    return first..<lastDays.partitioningIndex { $0 > days.upperBound }
  }
}
