import Complaints
import Statistics
import Threads

/// What adds up in one period towards its further figures, and the times that do not add up.
struct FurtherSums: Sendable {
  let counts: FurtherCounts
  /// Of the cases received: how long each takes or has taken, the shortest first.
  let spans: ArraySlice<Survival.Span>
  /// Of the cases closed, the seconds of each without those in which it stood still; nearly in order.
  let unpaused: ArraySlice<Int>
  /// Of the cases answered and contained, and of those of which somebody was told, in seconds, the shortest first.
  let toRespond, toContain, toInform: ArraySlice<Int>
}

/// What of the further figures adds up, over any span of days.
struct FurtherCounts: Sendable {
  var reopened = 0
  /// Of the valid ones: those that name a product and a category, and those of them whose problem was shown before.
  var problemsNamed = 0, problemRepeats = 0
  /// Of the cases closed.
  var abnormal = 0, attributed = 0, deductionCases = 0
  var followUpDue = 0, followedUp = 0, satisfied = 0, unsatisfied = 0
  var deductions = Deductions.none
  /// By overall mark, 1 to 5.
  var marks: InlineArray<5, Int> = .init(repeating: 0)
  /// Of the cases closed: those that stood still, and for how many days in all.
  var pausedCases = 0, pausedDays = 0.0
  /// Of the valid cases received, in millionths of a piece.
  var inspected = 0, defectiveOfInspected = 0
  var promises = 0, promisesKept = 0

  /// - Parameter isRepeat: Whether its problem was shown before; `nil` where it names none.
  fileprivate mutating func addReceived(_ counted: borrowing CountedCase, isRepeat: Bool?) {
    if counted.isReopened { reopened += 1 }
    if let isRepeat {
      problemsNamed += 1
      if isRepeat { problemRepeats += 1 }
    }
    if counted.isValid {
      inspected += counted.inspected.millionths
      defectiveOfInspected += counted.defectiveOfInspected.millionths
    }
  }

  fileprivate mutating func addClosed(_ counted: borrowing CountedCase, _ detail: borrowing CaseDetail) {
    if detail.isAbnormal { abnormal += 1 }
    if counted.hasDepartments { attributed += 1 }
    if detail.deductions.count > 0 {
      deductionCases += 1
      deductions = deductions + detail.deductions
    }
    if detail.pausedDays > 0 {
      pausedCases += 1
      pausedDays += detail.pausedDays
    }
    let followUp = detail.followUp
    if followUp.isDue {
      followUpDue += 1
      if followUp.isReached { followedUp += 1 }
      if followUp == .satisfied { satisfied += 1 }
      if followUp == .unsatisfied { unsatisfied += 1 }
    }
    if let mark = counted.satisfaction, marks.indices.contains(mark - 1) { marks[mark - 1] += 1 }
  }

  mutating func add(_ other: FurtherCounts) {
    reopened += other.reopened
    problemsNamed += other.problemsNamed
    problemRepeats += other.problemRepeats
    abnormal += other.abnormal
    attributed += other.attributed
    deductionCases += other.deductionCases
    followUpDue += other.followUpDue
    followedUp += other.followedUp
    satisfied += other.satisfied
    unsatisfied += other.unsatisfied
    pausedCases += other.pausedCases
    inspected += other.inspected
    defectiveOfInspected += other.defectiveOfInspected
    promises += other.promises
    promisesKept += other.promisesKept
    deductions = deductions + other.deductions
    for mark in marks.indices { marks[mark] += other.marks[mark] }
    pausedDays += other.pausedDays
  }
}

/// The counts of every day, so that those of any span add up without another look at the cases.
struct DailyCounts: Sendable {
  private let first: Day
  private let counts: [FurtherCounts]

  /// - Parameter days: What happened outside of them is left out.
  /// - Complexity: O(*cases* + *days*).
  init(_ days: ClosedRange<Day>, of facts: CaseFacts, _ problems: ProblemRepeats) {
    var counts = [FurtherCounts](repeating: FurtherCounts(), count: days.upperBound.number - days.lowerBound.number + 1)
    func place(_ day: Day) -> Int? { days.contains(day) ? day.number - days.lowerBound.number : nil }
    for number in facts.cases.indices {
      guard let received = place(facts.cases[number].receivedDay) else { continue }
      let isRepeat = problems.names(number) ? problems.before(number) != nil : nil
      counts[received].addReceived(facts.cases[number], isRepeat: isRepeat)
      guard let closed = facts.cases[number].closedDay.flatMap(place) else { continue }
      counts[closed].addClosed(facts.cases[number], facts.details[number])
    }
    for promise in facts.promises.all {
      guard let due = place(promise.due) else { continue }
      counts[due].promises += 1
      if promise.isKept { counts[due].promisesKept += 1 }
    }
    first = days.lowerBound
    self.counts = counts
  }

  subscript(period: Period) -> FurtherCounts {
    var sum = FurtherCounts()
    for day in max(0, period.first.number - first.number)..<min(counts.count, period.last.number - first.number + 1) {
      sum.add(counts[day])
    }
    return sum
  }
}

extension FurtherFigures {
  /// The further figures of every period of some kinds, one for each of its figures.
  ///
  /// - Complexity: O(*n* log *n* + *days*) for *n* cases.
  static func all(
    _ kinds: [[PeriodFigures]], _ facts: CaseFacts, _ sorted: SortedCases, _ problems: ProblemRepeats, jobs: Int
  ) -> [[FurtherFigures]] {
    guard let first = kinds.compactMap(\.first?.period.first).min(),
      let last = kinds.compactMap(\.last?.period.last).max()
    else { return kinds.map { _ in [] } }
    let (daily, columns) = inParallel(jobs: jobs) {
      DailyCounts(first...last, of: facts, problems)
    } _: {
      FurtherColumns(facts, sorted)
    }
    return inParallel(kinds.count, jobs: jobs, step: 1) { all(kinds[$0], daily, columns, of: facts.cases.count) }
  }

  private static func all(
    _ figures: [PeriodFigures], _ daily: DailyCounts, _ columns: FurtherColumns, of all: Int
  ) -> [FurtherFigures] {
    let periods = figures.map(\.period)
    let places = PeriodPlaces(periods)
    let spans = PeriodLists(columns.spans, periods, places)
    let unpaused = PeriodLists(columns.unpaused, periods, places)
    let toRespond = PeriodLists(columns.toRespond, periods, places)
    let toContain = PeriodLists(columns.toContain, periods, places)
    let toInform = PeriodLists(columns.toInform, periods, places)
    var before = 0
    return periods.indices.map { index in
      defer { before += figures[index].received }
      let sums = FurtherSums(
        counts: daily[periods[index]], spans: spans[index], unpaused: unpaused[index], toRespond: toRespond[index],
        toContain: toContain[index], toInform: toInform[index])
      return FurtherFigures(figures[index], sums, receivedBefore: before, of: all)
    }
  }
}
