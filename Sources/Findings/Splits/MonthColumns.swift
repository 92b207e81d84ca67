import Complaints

/// What every case adds to which month, whatever keys it stands under: the same for all dimensions.
struct MonthColumns: Sendable {
  /// How many months there are.
  let months: Int
  /// Of each kind of periods.
  let spans: [PeriodsOfMonths]
  /// By the number of the case; what its limits add is not among it.
  let amounts: [Amounts]
  /// By the number of the case.
  let marks: [CaseMarks]
  /// Whether limits of the first response were kept, by the months in which they fell due.
  let promises: [Told<Bool>]
  /// In seconds, month by month, in each the shortest first.
  let toClose, toRespond, toContain: [Told<Int>]
  /// For each kind the periods in which cases were reopened: a case counts once in each, however many months of it saw it
  /// reopened.
  let reopened: [[Told<Int>]]

  /// - Parameters:
  ///   - amounts: By the number of the case.
  ///   - months: Without gaps.
  ///   - kinds: The periods of each kind, all of them of these months.
  init(
    _ facts: CaseFacts, _ sorted: SortedCases, amounts: [Amounts], months: [Period], _ kinds: [[PeriodFigures]],
    asOf: Day
  ) {
    let days = CaseSpans(months, asOf: asOf)
    let (cases, details) = (facts.cases, facts.details)
    func told<Element>(_ number: Int, _ day: Day?, _ element: Element?) -> Told<Element>? {
      guard let element, let month = day.flatMap({ days.places[$0] }) else { return nil }
      return Told(number: Int32(number), month: Int32(month), element: element)
    }
    func times(_ numbers: CaseSet, _ time: (Int) -> Told<Int>?) -> [Told<Int>] {
      numbers.compactMap(time).byMonth(months.count)
    }
    marks = cases.indices.map { CaseMarks(cases[$0], days) }
    promises = cases.indices.flatMap { number in
      facts.promises[number].compactMap { told(number, $0.due, $0.isKept) }
    }
    toClose = times(sorted.byDays) { number in
      told(number, cases[number].closedDay, wholeSeconds(cases[number].standing.daysToClose, 86_400))
    }
    toRespond = times(sorted.byHoursToRespond) { number in
      told(number, cases[number].standing.responded?.day, wholeSeconds(cases[number].hoursToRespond, 3_600))
    }
    toContain = times(sorted.byHoursToContain) { number in
      told(number, cases[number].standing.contained?.day, wholeSeconds(details[number].hoursToContain, 3_600))
    }
    spans = kinds.map { PeriodsOfMonths($0, months: months) }
    reopened = spans.map { periods in cases.indices.flatMap { periods.reopenings(of: $0, facts) } }
    (self.amounts, self.months) = (amounts, months.count)
  }
}

/// A span as `spanQuantile` takes it; `nil` where it is not known.
func wholeSeconds(_ span: Double?, _ unit: Double) -> Int? { span.map { spanSeconds($0, unit: unit) } }

extension [Told<Int>] {
  /// The same month by month, in each in their order.
  fileprivate func byMonth(_ months: Int) -> [Told<Int>] {
    var next = [Int](repeating: 0, count: months + 1)
    for told in self { next[Int(told.month) + 1] += 1 }
    for month in 0..<months { next[month + 1] += next[month] }
    return [Told<Int>](unsafeUninitializedCapacity: count) { sorted, filled in
      for told in self {
        sorted.initializeElement(at: next[Int(told.month)], to: told)
        next[Int(told.month)] += 1
      }
      filled = count
    }
  }
}

/// The months to which one case adds something.
struct CaseMarks: Sendable {
  /// The places of months; below 0 where nothing happened, or not in any of them.
  let received, closed: Int32
  /// The months at whose end it is overdue.
  let overdue: Range<Int32>

  fileprivate init(_ counted: CountedCase, _ days: CaseSpans) {
    func place(_ day: Day?) -> Int32 { day.flatMap { days.places[$0] }.map { Int32($0) } ?? -1 }
    received = place(counted.receivedDay)
    closed = place(counted.closedDay)
    let overdue = counted.overdueDays.map { days.ends(within: $0) } ?? 0..<0
    self.overdue = Int32(overdue.lowerBound)..<Int32(overdue.upperBound)
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
