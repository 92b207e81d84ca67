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

  /// - Parameter isRepeat: Whether its problem was shown before; `nil` where it names none.
  mutating func addReceived(_ counted: CountedCase, _ detail: CaseDetail, isRepeat: Bool?) {
    spans.append(Survival.Span(detail.days, hasEnded: counted.closedDay != nil))
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
      let (counted, detail) = (cases[number], details[number])
      guard let place = places[counted.receivedDay] else { continue }
      let isRepeat = problems.names(number) ? problems.before(number) != nil : nil
      sums[place].addReceived(counted, detail, isRepeat: isRepeat)
      if let closed = counted.closedDay, let place = places[closed] { sums[place].addClosed(counted, detail) }
    }
    let times: [([Int], (Int) -> (day: Day?, hours: Double?), (inout FurtherSums, Double) -> Void)] = [
      (
        sorted.byHoursToRespond, { (cases[$0].standing.responded?.day, cases[$0].hoursToRespond) },
        { $0.hoursToRespond.append($1) }
      ),
      (
        sorted.byHoursToContain, { (cases[$0].standing.contained?.day, details[$0].hoursToContain) },
        { $0.hoursToContain.append($1) }
      ),
      (
        sorted.byHoursToInform, { (details[$0].informed?.day, details[$0].hoursToInform) },
        { $0.hoursToInform.append($1) }
      ),
    ]
    for (numbers, time, add) in times {
      for number in numbers {
        guard case (let day?, let hours?) = time(number), let place = places[day] else { continue }
        add(&sums[place], hours)
      }
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
