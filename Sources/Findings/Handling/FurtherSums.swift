import Complaints
import Statistics

/// What adds up in one period towards its further figures.
struct FurtherSums {
  /// Of the cases received: how long each takes or has taken, the shortest first.
  var spans: [Survival.Span] = []
  var reopened = 0
  /// Of the valid ones: those that name a product and a category, and those of them whose problem was shown before.
  var problemsNamed = 0, problemRepeats = 0
  /// Of the cases closed.
  var abnormal = 0, attributed = 0, deductionCases = 0
  var followUpDue = 0, followedUp = 0, satisfied = 0, unsatisfied = 0
  var deductions = Deductions.none
  /// By overall mark, 1 to 5.
  var marks = [0, 0, 0, 0, 0]
  /// Of the cases answered and contained, the shortest first.
  var hoursToRespond: [Double] = [], hoursToContain: [Double] = [], hoursToInform: [Double] = []
  /// Of the cases closed: those that stood still, for how many days in all, and the days of each without them.
  var pausedCases = 0, pausedDays = 0.0
  var daysUnpaused: [Double] = []
  /// Of the valid cases received, in millionths of a piece.
  var inspected = 0, defectiveOfInspected = 0
  var promises = 0, promisesKept = 0

  mutating func addClosed(_ counted: CountedCase, _ detail: CaseDetail) {
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
    daysUnpaused.append(detail.daysUnpaused)
    let followUp = detail.followUp
    if followUp.isDue {
      followUpDue += 1
      if followUp.isReached { followedUp += 1 }
      if followUp == .satisfied { satisfied += 1 }
      if followUp == .unsatisfied { unsatisfied += 1 }
    }
    if let mark = counted.satisfaction, marks.indices.contains(mark - 1) { marks[mark - 1] += 1 }
  }
}

/// The cases in orders that several figures need, sorted once.
struct SortedCases {
  /// By the length of time that each takes or has taken.
  let byDays: [Int]
  /// Those with hours, by their hours.
  let byHoursToRespond, byHoursToContain, byHoursToInform: [Int]

  init(_ facts: CaseFacts) {
    let (cases, details) = (facts.cases, facts.details)
    byDays = Self.sorted(cases.indices.map { ($0, details[$0].days) })
    byHoursToRespond = Self.sorted(cases.indices.compactMap { n in cases[n].hoursToRespond.map { (n, $0) } })
    byHoursToContain = Self.sorted(cases.indices.compactMap { n in details[n].hoursToContain.map { (n, $0) } })
    byHoursToInform = Self.sorted(cases.indices.compactMap { n in details[n].hoursToInform.map { (n, $0) } })
  }

  private static func sorted(_ entries: [(Int, Double)]) -> [Int] {
    entries.sorted { $0.1 < $1.1 }.map(\.0)
  }
}

/// Which period of a kind a day belongs to, among periods without gaps.
struct PeriodPlaces {
  private let first: Int
  private let places: [Int32]

  init(_ periods: [PeriodFigures]) { self.init(periods.map(\.period)) }

  init(_ periods: [Period]) {
    first = periods.first?.first.number ?? 0
    var places: [Int32] = []
    for (index, period) in periods.enumerated() {
      let days = period.last.number - period.first.number + 1
      places += [Int32](repeating: Int32(index), count: days)
    }
    self.places = places
  }

  /// `nil` before the first period and after the last.
  subscript(day: Day) -> Int? {
    let place = day.number - first
    return places.indices.contains(place) ? Int(places[place]) : nil
  }
}

extension FurtherFigures {
  /// The further figures of every period of a kind, one for each of its figures.
  ///
  /// - Complexity: O(*cases* + *periods*).
  static func all(
    _ periods: [PeriodFigures], _ facts: CaseFacts, _ sorted: SortedCases, _ problems: ProblemRepeats
  ) -> [FurtherFigures] {
    let (cases, details) = (facts.cases, facts.details)
    let places = PeriodPlaces(periods)
    var sums = [FurtherSums](repeating: FurtherSums(), count: periods.count)
    for number in sorted.byDays {
      guard let place = places[cases[number].receivedDay] else { continue }
      let closed = cases[number].closedDay
      sums[place].spans.append(Survival.Span(details[number].days, hasEnded: closed != nil))
      if cases[number].isReopened { sums[place].reopened += 1 }
      if problems.names(number) {
        sums[place].problemsNamed += 1
        if problems.before(number) != nil { sums[place].problemRepeats += 1 }
      }
      if cases[number].isValid {
        sums[place].inspected += cases[number].inspected.millionths
        sums[place].defectiveOfInspected += cases[number].defectiveOfInspected.millionths
      }
      if let closed, let place = places[closed] { sums[place].addClosed(cases[number], details[number]) }
    }
    for number in sorted.byHoursToRespond {
      guard let hours = cases[number].hoursToRespond, let day = cases[number].standing.responded?.day,
        let place = places[day]
      else { continue }
      sums[place].hoursToRespond.append(hours)
    }
    for number in sorted.byHoursToContain {
      guard let hours = details[number].hoursToContain, let day = cases[number].standing.contained?.day,
        let place = places[day]
      else { continue }
      sums[place].hoursToContain.append(hours)
    }
    for number in sorted.byHoursToInform {
      guard let hours = details[number].hoursToInform, let day = details[number].informed?.day, let place = places[day]
      else { continue }
      sums[place].hoursToInform.append(hours)
    }
    for promise in facts.promises.all {
      guard let place = places[promise.due] else { continue }
      sums[place].promises += 1
      if promise.isKept { sums[place].promisesKept += 1 }
    }
    var before = 0
    return periods.indices.map { index in
      defer { before += periods[index].received }
      return FurtherFigures(periods[index], sums[index], receivedBefore: before, of: cases.count)
    }
  }
}
