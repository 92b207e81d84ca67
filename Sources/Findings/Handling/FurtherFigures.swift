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

  init(_ figures: PeriodFigures, _ sums: FurtherSums, receivedBefore: Int, of all: Int) {
    let closed = figures.closed
    response = Rate(sums.promisesKept, of: sums.promises)
    closedOfWorkload = Rate(closed, of: closed + figures.openEnd)
    followUp = Rate(sums.followedUp, of: sums.followUpDue)
    satisfied = Rate(sums.satisfied, of: sums.satisfied + sums.unsatisfied)
    attributed = Rate(sums.attributed, of: closed)
    survival = Survival(sorted: sums.spans)
    deductions = sums.deductions
    period = figures.period
    let completed = figures.completedOfReceived.flatMap { wilsonInterval($0.count, of: $0.base) }
    let onTime = figures.onTimeRate.flatMap { wilsonInterval($0.count, of: $0.base) }
    let answered = response.flatMap { wilsonInterval($0.count, of: $0.base) }
    let (response, workload, followUp, attributed) = (response, closedOfWorkload, followUp, attributed)
    let (survival, satisfied, deductions) = (survival, satisfied, deductions)
    func share(_ count: Int, _ base: Int) -> Double? { Rate(count, of: base)?.fraction }
    func value(_ figure: Further) -> Double? {
      switch figure {
      case .share: share(figures.received, all)
      case .receivedCumulative: Double(receivedBefore + figures.received)
      case .completed: Double(figures.completedOfReceived?.count ?? 0)
      case .completedLow: completed?.lowerBound
      case .completedHigh: completed?.upperBound
      case .closedOfWorkload: workload?.fraction
      case .repeatRate: share(figures.repeats, figures.received)
      case .reopenedOfReceived: Double(sums.reopened)
      case .reopenedRate: share(sums.reopened, figures.received)
      case .medianDaysOfReceived:
        spanQuantile(sums.spans.filter(\.hasEnded).map(\.length), 0.5, unit: 86_400)
      case .survivalMedianDays: survival?.median
      case .survivalLowDays: survival?.lower
      case .survivalHighDays: survival?.upper
      case .closedNormal: Double(closed - sums.abnormal)
      case .closedAbnormal: Double(sums.abnormal)
      case .onTimeLow: onTime?.lowerBound
      case .onTimeHigh: onTime?.upperBound
      case .costPerCase: closed > 0 ? figures.cost.units / Double(closed) : nil
      case .deductionCases: Double(sums.deductionCases)
      case .deductions: deductions.total.units
      case .deductionBonus: deductions.bonus.units
      case .deductionAdministrative: deductions.administrative.units
      case .attributed: Double(sums.attributed)
      case .attributedRate: attributed?.fraction
      case .followupDue: Double(sums.followUpDue)
      case .followedUp: Double(sums.followedUp)
      case .followupRate: followUp?.fraction
      case .followupAnswers: Double(sums.satisfied + sums.unsatisfied)
      case .followupSatisfied: Double(sums.satisfied)
      case .satisfiedRate: satisfied?.fraction
      case .mark1: Double(sums.marks[0])
      case .mark2: Double(sums.marks[1])
      case .mark3: Double(sums.marks[2])
      case .mark4: Double(sums.marks[3])
      case .mark5: Double(sums.marks[4])
      case .answerRate: share(figures.satisfactionAnswers, closed)
      case .responded: Double(sums.hoursToRespond.count)
      case .p90HoursToRespond: spanQuantile(sums.hoursToRespond, 0.9, unit: 3_600)
      case .responseDue: Double(sums.promises)
      case .responseKept: Double(sums.promisesKept)
      case .responseRate: response?.fraction
      case .responseLow: answered?.lowerBound
      case .responseHigh: answered?.upperBound
      case .contained: Double(sums.hoursToContain.count)
      case .medianHoursToContain: spanQuantile(sums.hoursToContain, 0.5, unit: 3_600)
      case .p90HoursToContain: spanQuantile(sums.hoursToContain, 0.9, unit: 3_600)
      case .informed: Double(sums.hoursToInform.count)
      case .medianHoursToInform: spanQuantile(sums.hoursToInform, 0.5, unit: 3_600)
      case .p90HoursToInform: spanQuantile(sums.hoursToInform, 0.9, unit: 3_600)
      case .pausedCases: Double(sums.pausedCases)
      // Whole seconds add up exactly, in any order.
      case .pausedDays: (sums.pausedDays * 86_400).rounded() / 86_400
      case .medianDaysUnpaused: spanQuantile(sums.daysUnpaused, 0.5, unit: 86_400)
      case .inspected: Quantity(millionths: sums.inspected).double
      case .defectRate:
        sums.inspected > 0 ? Double(sums.defectiveOfInspected) / Double(sums.inspected) : nil
      }
    }
    values = Further.allCases.map(value)
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
