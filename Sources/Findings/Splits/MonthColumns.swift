import Complaints

/// What every case adds to which month, whatever keys it stands under: the same for all dimensions.
struct MonthColumns: Sendable {
  /// How many months there are.
  let months: Int
  /// Of each kind of periods.
  let spans: [PeriodsOfMonths]
  /// By the number of the case; without references, since each is asked for again and again.
  let marks: [CaseMarks]
  /// The months in which limits of the first response fell due, one case after the other.
  let promises: [(month: Int32, amounts: SIMD8<Int>)]
  /// The overall marks of closed cases.
  let scores: [Told<Int>]
  /// In seconds, the shortest first.
  let toClose, toRespond, toContain: [Told<Int>]
  /// For each kind the periods in which cases were reopened: a case counts once in each, however many months of it saw it
  /// reopened.
  let reopened: [[Told<Int>]]

  /// - Parameters:
  ///   - months: Without gaps.
  ///   - kinds: The periods of each kind, all of them of these months.
  init(_ facts: CaseFacts, _ sorted: SortedCases, months: [Period], _ kinds: [[PeriodFigures]], asOf: Day) {
    let days = CaseSpans(months, asOf: asOf)
    let (cases, details) = (facts.cases, facts.details)
    var promises: [(month: Int32, amounts: SIMD8<Int>)] = []
    marks = cases.indices.map { number in
      let first = promises.count
      for promise in facts.promises[number] {
        if let month = days.places[promise.due] {
          promises.append((Int32(month), Amounts(CollectionOfOne(promise)).received))
        }
      }
      return CaseMarks(cases[number], details[number], days, promises: Int32(first)..<Int32(promises.count))
    }
    func told(_ number: Int, _ day: Day?, _ element: Int?) -> Told<Int>? {
      guard let element, let month = day.flatMap({ days.places[$0] }) else { return nil }
      return Told(number: Int32(number), month: Int32(month), element: element)
    }
    scores = cases.indices.compactMap { told($0, cases[$0].closedDay, cases[$0].satisfaction) }
    toClose = sorted.byDays.compactMap { number in
      told(number, cases[number].closedDay, wholeSeconds(cases[number].standing.daysToClose, 86_400))
    }.sorted { $0.element < $1.element }
    toRespond = sorted.byHoursToRespond.compactMap { number in
      told(number, cases[number].standing.responded?.day, wholeSeconds(cases[number].hoursToRespond, 3_600))
    }
    toContain = sorted.byHoursToContain.compactMap { number in
      told(number, cases[number].standing.contained?.day, wholeSeconds(details[number].hoursToContain, 3_600))
    }
    spans = kinds.map { PeriodsOfMonths($0, months: months) }
    reopened = spans.map { periods in cases.indices.flatMap { periods.reopenings(of: $0, facts) } }
    (self.months, self.promises) = (months.count, promises)
  }
}

/// A span as `spanQuantile` takes it; `nil` where it is not known.
func wholeSeconds(_ span: Double?, _ unit: Double) -> Int? { span.map { spanSeconds($0, unit: unit) } }

/// What one case adds to which month.
struct CaseMarks: Sendable {
  /// All that it adds but for its limits.
  private let amounts: Amounts
  /// The places of months; below 0 where nothing happened, or not in any of them.
  private let received, closed: Int32
  /// The months at whose end it is overdue.
  private let overdue: Range<Int32>
  private let promises: Range<Int32>

  fileprivate init(_ counted: CountedCase, _ detail: CaseDetail, _ days: CaseSpans, promises: Range<Int32>) {
    func place(_ day: Day?) -> Int32 { day.flatMap { days.places[$0] }.map { Int32($0) } ?? -1 }
    amounts = Amounts(counted, detail)
    received = place(counted.receivedDay)
    closed = place(counted.closedDay)
    let overdue = counted.overdueDays.map { days.ends(within: $0) } ?? 0..<0
    self.overdue = Int32(overdue.lowerBound)..<Int32(overdue.upperBound)
    self.promises = promises
  }

  /// Adds the case to the months of a row.
  @inline(__always)
  func add(
    to cells: UnsafeMutableBufferPointer<MonthCell>, from first: Int, of months: Int,
    _ promised: UnsafeBufferPointer<(month: Int32, amounts: SIMD8<Int>)>
  ) {
    if received >= 0 {
      let cell = first + Int(received)
      cells[cell].amounts.received &+= amounts.received
      cells[cell].open += 1
    }
    if closed >= 0 {
      let cell = first + Int(closed)
      cells[cell].amounts.closed &+= amounts.closed
      cells[cell].open -= 1
    }
    if !overdue.isEmpty {
      cells[first + Int(overdue.lowerBound)].overdue += 1
      if overdue.upperBound < months { cells[first + Int(overdue.upperBound)].overdue -= 1 }
    }
    for place in promises {
      let (month, amounts) = promised[Int(place)]
      cells[first + Int(month)].amounts.received &+= amounts
    }
  }
}

/// The periods of a kind, each of whole months.
struct PeriodsOfMonths: Sendable {
  let all: [PeriodFigures]
  /// Of each period the places of its months.
  let months: [Range<Int>]
  private let places: PeriodPlaces

  fileprivate init(_ all: [PeriodFigures], months: [Period]) {
    self.all = all
    places = PeriodPlaces(all)
    self.months = all.map { figures in
      let first = months.partitioningIndex { $0.first >= figures.period.first }
      return first..<months.partitioningIndex { $0.first > figures.period.last }
    }
  }

  /// The places of the periods in which a case was reopened.
  fileprivate func reopenings(of number: Int, _ facts: CaseFacts) -> [Told<Int>] {
    guard !facts.reopenings.isEmpty(number) else { return [] }
    return Set(facts.reopenings[number].compactMap { places[$0.day] }).sorted()
      .map { Told(number: Int32(number), month: Int32($0), element: 1) }
  }
}

/// Where the days of cases lie among months without gaps.
private struct CaseSpans {
  let places: PeriodPlaces
  /// The last day of each period that is counted.
  private let lastDays: [Day]

  init(_ periods: [Period], asOf: Day) {
    places = PeriodPlaces(periods)
    lastDays = periods.map { min($0.last, asOf) }
  }

  /// The periods whose last day lies in a span.
  func ends(within days: ClosedRange<Day>) -> Range<Int> {
    let first = lastDays.partitioningIndex { $0 >= days.lowerBound }
    return first..<lastDays.partitioningIndex { $0 > days.upperBound }
  }
}
