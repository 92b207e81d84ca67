package import Complaints

/// The figures of one period; each is defined at the function of `Timeline` that counts it.
package struct PeriodFigures: Hashable, Sendable {
  package let period: Period
  /// What of the period is counted: all of it, or up to as-of, or the same span as another one's.
  package let days: ClosedRange<Day>
  /// Whether as-of lies before its last day.
  package let isRunning: Bool
  package let received, valid, closed, openEnd, overdueEnd, closedWithDue, closedOnTime: Int
  /// Of the cases closed with a due time; `nil` if there was none.
  package let onTimeRate: Rate?
  /// Of the cases received; `nil` if there was none.
  package let completedOfReceived: Rate?
  /// Days from received to closed of the cases closed; `nil` if there was none.
  package let medianDaysToClose, p90DaysToClose: Double?
  /// Of the cases answered; `nil` if no hours are known.
  package let medianHoursToRespond: Double?
  package let complaintLots: Int
  /// `nil` where a month of the period up to as-of has no row, and by day and week.
  package let shippedLots: Int?
  /// Complaint lots ÷ shipped lots, as a fraction; may exceed 1. `nil` over zero or unknown.
  package let complaintRate: Double?
  package let defective: Quantity
  package let shippedUnits: Int?
  /// Defective ÷ shipped units × 1,000,000; `nil` over zero or unknown.
  package let ppm: Double?
  package let cost: Money
  /// The mean of the overall marks, 1 to 5; `nil` without an answer.
  package let satisfactionMean: Double?
  package let satisfactionAnswers, reopened, repeats: Int
}

extension Timeline {
  /// The figures of every period of a kind, without gaps from the first case of the ledger to as-of.
  package func figures(_ kind: PeriodKind) -> [PeriodFigures] {
    guard let days else { return [] }
    return Period.all(kind, from: days.lowerBound, through: days.upperBound).map { figures(of: $0) }
  }

  /// The figures of a period up to a day of it, as-of at the latest.
  ///
  /// - Parameter last: Where the count stops; what was shipped is then unknown, since it is known by month only.
  package func figures(of period: Period, through last: Day? = nil) -> PeriodFigures {
    let end = min(period.last, asOf)
    let days = period.first...max(period.first, min(last ?? end, end))
    let isWhole = days.upperBound == end
    let (received, closed) = (received(in: days), closed(in: days))
    let (ofReceived, ofClosed) = (ReceivedSums(received, of: cases), ClosedSums(closed, of: cases))
    let shippedLots = isWhole ? shipped.lots(in: period, through: end) : nil
    let shippedUnits = isWhole ? shipped.units(in: period, through: end) : nil
    return PeriodFigures(
      period: period, days: days, isRunning: asOf < period.last, received: received.count, valid: ofReceived.valid,
      closed: closed.count, openEnd: openCount(at: days.upperBound), overdueEnd: overdueCount(at: days.upperBound),
      closedWithDue: ofClosed.withDue, closedOnTime: ofClosed.onTime,
      onTimeRate: Rate(ofClosed.onTime, of: ofClosed.withDue),
      completedOfReceived: Rate(ofReceived.completed, of: received.count),
      medianDaysToClose: spanQuantile(seconds: ofClosed.seconds, 0.5, unit: 86_400),
      p90DaysToClose: spanQuantile(seconds: ofClosed.seconds, 0.9, unit: 86_400),
      medianHoursToRespond: spanQuantile(
        responded(in: days).compactMap { cases[$0].hoursToRespond }, 0.5, unit: 3_600),
      complaintLots: ofReceived.lots, shippedLots: shippedLots,
      complaintRate: ratio(Double(ofReceived.lots), to: shippedLots), defective: ofReceived.defective,
      shippedUnits: shippedUnits,
      ppm: ratio(ofReceived.defective.double, to: shippedUnits).map { $0 * 1_000_000 }, cost: ofClosed.cost,
      satisfactionMean: ofClosed.meanMark, satisfactionAnswers: ofClosed.answers, reopened: reopened(in: days).count,
      repeats: ofReceived.repeats)
  }
}

/// A count over what is known of its base; `nil` over zero or unknown.
private func ratio(_ count: Double, to base: Int?) -> Double? {
  base.flatMap { $0 > 0 ? count / Double($0) : nil }
}
