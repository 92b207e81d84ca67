import Complaints

/// What every case adds to which month, whatever keys it stands under; without references, since each is asked for again and again.
struct MonthMarks {
  private let cases: [CaseMarks]
  /// The months in which limits of the first response fell due, one case after the other.
  private let promises: [(month: Int32, amounts: Amounts)]

  init(_ facts: CaseFacts, _ days: CaseSpans) {
    var promises: [(month: Int32, amounts: Amounts)] = []
    cases = facts.cases.indices.map { number in
      let first = promises.count
      for promise in facts.promises[number] {
        if let month = days.places[promise.due] {
          promises.append((Int32(month), Amounts(CollectionOfOne(promise))))
        }
      }
      let own = Int32(first)..<Int32(promises.count)
      return CaseMarks(facts.cases[number], facts.details[number], days, promises: own)
    }
    self.promises = promises
  }

  /// Adds the parts of some cases.
  ///
  /// - Parameter seats: Several parts of a case in a row; what it tells once is added once.
  func add(_ seats: [(number: Int32, part: Part)], to sums: inout [SplitSums], _ flow: inout SplitFlow) {
    cases.withUnsafeBufferPointer { cases in
      promises.withUnsafeBufferPointer { promises in
        var last: Int32 = -1
        for (number, part) in seats {
          cases[Int(number)].add(part, promises, to: &sums, &flow)
          if number != last { cases[Int(number)].addOnce(to: &sums) }
          last = number
        }
      }
    }
  }
}

/// What one case adds to which month.
private struct CaseMarks {
  /// All that it adds at once; what belongs to which month, the places of the amounts tell.
  private let amounts: Amounts
  /// The places of months; below 0 where nothing happened, or not in any of them.
  private let received, closed, responded, contained: Int32
  /// The months at whose end it is overdue.
  private let overdue: Range<Int32>
  /// 0 where there is none.
  private let mark: Int32
  /// `Int.min` where they are not known.
  private let secondsToClose, secondsToRespond, secondsToContain: Int
  private let promises: Range<Int32>

  init(_ counted: CountedCase, _ detail: CaseDetail, _ days: CaseSpans, promises: Range<Int32>) {
    func place(_ day: Day?) -> Int32 { day.flatMap { days.places[$0] }.map { Int32($0) } ?? -1 }
    func seconds(_ span: Double?, _ unit: Double) -> Int { span.map { Int(($0 * unit).rounded()) } ?? .min }
    let standing = counted.standing
    amounts = Amounts(received: counted) &+ Amounts(closed: counted, detail)
    received = place(counted.receivedDay)
    closed = place(counted.closedDay)
    responded = place(standing.responded?.day)
    contained = place(standing.contained?.day)
    let overdue = counted.overdueDays.map { days.ends(within: $0) } ?? 0..<0
    self.overdue = Int32(overdue.lowerBound)..<Int32(overdue.upperBound)
    mark = Int32(counted.satisfaction ?? 0)
    secondsToClose = seconds(standing.daysToClose, 86_400)
    secondsToRespond = seconds(counted.hoursToRespond, 3_600)
    secondsToContain = seconds(detail.hoursToContain, 3_600)
    self.promises = promises
  }

  /// Adds a part of the case.
  func add(
    _ part: Part, _ promised: UnsafeBufferPointer<(month: Int32, amounts: Amounts)>, to sums: inout [SplitSums],
    _ flow: inout SplitFlow
  ) {
    if received >= 0 {
      sums[Int(received)].parts.add(amounts.ofReceipt, part)
      flow.addOpen(1, from: Int(received), part)
    }
    if closed >= 0 {
      sums[Int(closed)].parts.add(amounts.ofClosing, part)
      flow.addOpen(-1, from: Int(closed), part)
    }
    flow.addOverdue(Int(overdue.lowerBound)..<Int(overdue.upperBound), part)
    for place in promises {
      let (month, amounts) = promised[Int(place)]
      sums[Int(month)].parts.add(amounts, part)
    }
  }

  /// Adds what the case tells once, however many parts of it stand under a key.
  func addOnce(to sums: inout [SplitSums]) {
    if closed >= 0 {
      if secondsToClose != .min { sums[Int(closed)].secondsToClose.append(secondsToClose) }
      if mark > 0 { sums[Int(closed)].add(mark: Int(mark)) }
    }
    if responded >= 0, secondsToRespond != .min {
      sums[Int(responded)].secondsToRespond.append(secondsToRespond)
    }
    if contained >= 0, secondsToContain != .min {
      sums[Int(contained)].secondsToContain.append(secondsToContain)
    }
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
