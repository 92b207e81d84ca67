package import Complaints
package import Statistics

/// The further figures of one period; each is defined at its case of `Further`.
package struct FurtherFigures: Sendable {
  package let period: Period
  /// How long the cases received in the period take; `nil` without one.
  package let survival: Survival?
  /// Of the limits of the first response that fell due; `nil` where none did.
  package let response: Rate?
  /// Closed ÷ (closed + open at the end); `nil` where there was neither.
  package let closedOfWorkload: Rate?
  /// Reached ÷ not exempt, of the cases closed; `nil` where all are exempt or none was closed.
  package let followUp: Rate?
  /// Satisfied ÷ asked and answered, of those reached; `nil` without an answer.
  package let satisfied: Rate?
  /// With a responsible department ÷ closed; `nil` where none was closed.
  package let attributed: Rate?
  package let deductions: Deductions
  private let values: [Double?]

  /// A figure as a number, money in the currency's unit, rates as fractions; `nil` where unknown.
  package func value(of figure: Further) -> Double? {
    Further.allCases.firstIndex(of: figure).flatMap { values[$0] }
  }

  /// Every figure with its value, in the order of `Further`.
  package var all: Zip2Sequence<[Further], [Double?]> { zip(Further.allCases, values) }

  init(_ figures: PeriodFigures, _ sums: FurtherSums, receivedBefore: Int, of all: Int) {
    let closed = figures.closed
    let survival = Survival(sorted: sums.spans[...])
    period = figures.period
    self.survival = survival
    response = Rate(sums.promisesKept, of: sums.promises)
    closedOfWorkload = Rate(closed, of: closed + figures.openEnd)
    followUp = Rate(sums.followedUp, of: sums.followUpDue)
    satisfied = Rate(sums.satisfied, of: sums.satisfied + sums.unsatisfied)
    attributed = Rate(sums.attributed, of: closed)
    deductions = sums.deductions
    let named = [
      sums.ofReceived(figures, before: receivedBefore, of: all), sums.ofDuration(survival), sums.ofClosed(figures),
      sums.ofFollowUps, sums.ofMarks(figures), sums.ofResponses, sums.ofPauses, sums.ofPieces,
    ]
    values = named.flatMap { $0.map(\.value) }
    assert(named.flatMap { $0.map(\.key) } == Further.allCases, "every figure has its value, in the order of all")
  }
}

/// The values of figures, in the order of `Further`.
private typealias FurtherValues = KeyValuePairs<Further, Double?>

extension FurtherSums {
  /// What was received, and how much of it is done.
  fileprivate func ofReceived(_ figures: PeriodFigures, before: Int, of all: Int) -> FurtherValues {
    let interval = Self.interval(figures.completedOfReceived)
    return [
      .share: Self.share(figures.received, all),
      .receivedCumulative: Double(before + figures.received),
      .completed: Double(figures.completedOfReceived?.count ?? 0),
      .completedLow: interval?.lowerBound,
      .completedHigh: interval?.upperBound,
      .closedOfWorkload: Self.share(figures.closed, figures.closed + figures.openEnd),
      .repeatRate: Self.share(figures.repeats, figures.received),
      .reopenedOfReceived: Double(reopened),
      .reopenedRate: Self.share(reopened, figures.received),
      .problemsNamed: Double(problemsNamed),
      .problemRepeats: Double(problemRepeats),
      .problemRepeatRate: Self.share(problemRepeats, problemsNamed),
    ]
  }

  /// How long what was received takes.
  fileprivate func ofDuration(_ survival: Survival?) -> FurtherValues {
    [
      .medianDaysOfReceived: spanQuantile(spans.filter(\.hasEnded).map(\.length), 0.5, unit: 86_400),
      .survivalMedianDays: survival?.median,
      .survivalLowDays: survival?.lower,
      .survivalHighDays: survival?.upper,
    ]
  }

  /// How cases were closed, what they cost, and who answers for them.
  fileprivate func ofClosed(_ figures: PeriodFigures) -> FurtherValues {
    let onTime = Self.interval(figures.onTimeRate)
    return [
      .closedNormal: Double(figures.closed - abnormal),
      .closedAbnormal: Double(abnormal),
      .onTimeLow: onTime?.lowerBound,
      .onTimeHigh: onTime?.upperBound,
      .costPerCase: figures.closed > 0 ? figures.cost.units / Double(figures.closed) : nil,
      .deductionCases: Double(deductionCases),
      .deductions: deductions.total.units,
      .deductionBonus: deductions.bonus.units,
      .deductionAdministrative: deductions.administrative.units,
      .attributed: Double(attributed),
      .attributedRate: Self.share(attributed, figures.closed),
    ]
  }

  /// Whether customers were called back.
  fileprivate var ofFollowUps: FurtherValues {
    [
      .followupDue: Double(followUpDue),
      .followedUp: Double(followedUp),
      .followupRate: Self.share(followedUp, followUpDue),
      .followupAnswers: Double(satisfied + unsatisfied),
      .followupSatisfied: Double(satisfied),
      .satisfiedRate: Self.share(satisfied, satisfied + unsatisfied),
    ]
  }

  /// How content they are.
  fileprivate func ofMarks(_ figures: PeriodFigures) -> FurtherValues {
    [
      .mark1: Double(marks[0]),
      .mark2: Double(marks[1]),
      .mark3: Double(marks[2]),
      .mark4: Double(marks[3]),
      .mark5: Double(marks[4]),
      .answerRate: Self.share(figures.satisfactionAnswers, figures.closed),
    ]
  }

  /// How soon cases were answered and contained.
  fileprivate var ofResponses: FurtherValues {
    let kept = Self.interval(Rate(promisesKept, of: promises))
    return [
      .responded: Double(hoursToRespond.count),
      .p90HoursToRespond: spanQuantile(hoursToRespond, 0.9, unit: 3_600),
      .responseDue: Double(promises),
      .responseKept: Double(promisesKept),
      .responseRate: Self.share(promisesKept, promises),
      .responseLow: kept?.lowerBound,
      .responseHigh: kept?.upperBound,
      .contained: Double(hoursToContain.count),
      .medianHoursToContain: spanQuantile(hoursToContain, 0.5, unit: 3_600),
      .p90HoursToContain: spanQuantile(hoursToContain, 0.9, unit: 3_600),
      .informed: Double(hoursToInform.count),
      .medianHoursToInform: spanQuantile(hoursToInform, 0.5, unit: 3_600),
      .p90HoursToInform: spanQuantile(hoursToInform, 0.9, unit: 3_600),
    ]
  }

  /// How long the clocks of closed cases stood still, and how long these took without that.
  fileprivate var ofPauses: FurtherValues {
    [
      .pausedCases: Double(pausedCases),
      // Whole seconds add up exactly, in any order.
      .pausedDays: (pausedDays * 86_400).rounded() / 86_400,
      .medianDaysUnpaused: spanQuantile(daysUnpaused, 0.5, unit: 86_400),
    ]
  }

  /// What was looked at, and how much of it was defective.
  fileprivate var ofPieces: FurtherValues {
    [
      .inspected: Quantity(millionths: inspected).double,
      .defectRate: inspected > 0 ? Double(defectiveOfInspected) / Double(inspected) : nil,
    ]
  }

  /// A count as a fraction of its base; `nil` over zero.
  private static func share(_ count: Int, _ base: Int) -> Double? { Rate(count, of: base)?.fraction }

  private static func interval(_ rate: Rate?) -> ClosedRange<Double>? {
    rate.flatMap { wilsonInterval($0.count, of: $0.base) }
  }
}

extension Findings {
  /// How long some cases take, those that still wait counted too; `nil` without one.
  package func survival(of set: CaseSet) -> Survival? {
    Survival(set.map { Survival.Span(details[$0].days, hasEnded: cases[$0].closedDay != nil) })
  }

  /// The median days to close of those of some cases that are closed; `nil` where none is.
  package func medianDays(of set: CaseSet) -> Double? {
    spanQuantile(set.compactMap { cases[$0].standing.daysToClose }, 0.5, unit: 86_400)
  }
}
