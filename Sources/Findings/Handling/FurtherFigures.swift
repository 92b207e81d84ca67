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
    let (closed, counts) = (figures.closed, sums.counts)
    let survival = Survival(sorted: sums.spans[...])
    period = figures.period
    self.survival = survival
    response = Rate(counts.promisesKept, of: counts.promises)
    closedOfWorkload = Rate(closed, of: closed + figures.openEnd)
    followUp = Rate(counts.followedUp, of: counts.followUpDue)
    satisfied = Rate(counts.satisfied, of: counts.satisfied + counts.unsatisfied)
    attributed = Rate(counts.attributed, of: closed)
    deductions = counts.deductions
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
      .reopenedOfReceived: Double(counts.reopened),
      .reopenedRate: Self.share(counts.reopened, figures.received),
      .problemsNamed: Double(counts.problemsNamed),
      .problemRepeats: Double(counts.problemRepeats),
      .problemRepeatRate: Self.share(counts.problemRepeats, counts.problemsNamed),
    ]
  }

  /// How long what was received takes.
  fileprivate func ofDuration(_ survival: Survival?) -> FurtherValues {
    let ended = spans.lazy.filter(\.hasEnded).map { spanSeconds($0.length, unit: 86_400) }
    return [
      .medianDaysOfReceived: spanQuantile(seconds: Array(ended), 0.5, unit: 86_400),
      .survivalMedianDays: survival?.median,
      .survivalLowDays: survival?.lower,
      .survivalHighDays: survival?.upper,
    ]
  }

  /// How cases were closed, what they cost, and who answers for them.
  fileprivate func ofClosed(_ figures: PeriodFigures) -> FurtherValues {
    let onTime = Self.interval(figures.onTimeRate)
    return [
      .closedNormal: Double(figures.closed - counts.abnormal),
      .closedAbnormal: Double(counts.abnormal),
      .onTimeLow: onTime?.lowerBound,
      .onTimeHigh: onTime?.upperBound,
      .costPerCase: figures.closed > 0 ? figures.cost.units / Double(figures.closed) : nil,
      .deductionCases: Double(counts.deductionCases),
      .deductions: counts.deductions.total.units,
      .deductionBonus: counts.deductions.bonus.units,
      .deductionAdministrative: counts.deductions.administrative.units,
      .attributed: Double(counts.attributed),
      .attributedRate: Self.share(counts.attributed, figures.closed),
    ]
  }

  /// Whether customers were called back.
  fileprivate var ofFollowUps: FurtherValues {
    [
      .followupDue: Double(counts.followUpDue),
      .followedUp: Double(counts.followedUp),
      .followupRate: Self.share(counts.followedUp, counts.followUpDue),
      .followupAnswers: Double(counts.satisfied + counts.unsatisfied),
      .followupSatisfied: Double(counts.satisfied),
      .satisfiedRate: Self.share(counts.satisfied, counts.satisfied + counts.unsatisfied),
    ]
  }

  /// How content they are.
  fileprivate func ofMarks(_ figures: PeriodFigures) -> FurtherValues {
    [
      .mark1: Double(counts.marks[0]),
      .mark2: Double(counts.marks[1]),
      .mark3: Double(counts.marks[2]),
      .mark4: Double(counts.marks[3]),
      .mark5: Double(counts.marks[4]),
      .answerRate: Self.share(figures.satisfactionAnswers, figures.closed),
    ]
  }

  /// How soon cases were answered and contained.
  fileprivate var ofResponses: FurtherValues {
    let kept = Self.interval(Rate(counts.promisesKept, of: counts.promises))
    return [
      .responded: Double(toRespond.count),
      .p90HoursToRespond: spanQuantile(seconds: toRespond, 0.9, unit: 3_600),
      .responseDue: Double(counts.promises),
      .responseKept: Double(counts.promisesKept),
      .responseRate: Self.share(counts.promisesKept, counts.promises),
      .responseLow: kept?.lowerBound,
      .responseHigh: kept?.upperBound,
      .contained: Double(toContain.count),
      .medianHoursToContain: spanQuantile(seconds: toContain, 0.5, unit: 3_600),
      .p90HoursToContain: spanQuantile(seconds: toContain, 0.9, unit: 3_600),
      .informed: Double(toInform.count),
      .medianHoursToInform: spanQuantile(seconds: toInform, 0.5, unit: 3_600),
      .p90HoursToInform: spanQuantile(seconds: toInform, 0.9, unit: 3_600),
    ]
  }

  /// How long the clocks of closed cases stood still, and how long these took without that.
  fileprivate var ofPauses: FurtherValues {
    [
      .pausedCases: Double(counts.pausedCases),
      // Whole seconds add up exactly, in any order.
      .pausedDays: (counts.pausedDays * 86_400).rounded() / 86_400,
      .medianDaysUnpaused: spanQuantile(seconds: unpaused.sorted(), 0.5, unit: 86_400),
    ]
  }

  /// What was looked at, and how much of it was defective.
  fileprivate var ofPieces: FurtherValues {
    [
      .inspected: Quantity(millionths: counts.inspected).double,
      .defectRate: counts.inspected > 0 ? Double(counts.defectiveOfInspected) / Double(counts.inspected) : nil,
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
