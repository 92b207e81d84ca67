import Complaints

/// How the cases under one key of a dimension were handled, over the whole ledger to as-of.
///
/// Counts and money follow the shares of departments; hours take each case whole and once.
package struct KeyHandling: Sendable {
  package let p90HoursToRespond, p90HoursToContain: Double?
  /// To the first `assigned` or `informed` event.
  package let medianHoursToInform, p90HoursToInform: Double?
  /// Limits of the first response that fell due, those kept, and their share; `nil` without any.
  package let responseDue, responseKept: Double
  package let responseRate: Double?
  /// Of the closed cases.
  package let closedAbnormal: Double
  /// Of the closed cases: those not exempt from a call, those of them reached, and their share; `nil` without any.
  package let followupDue, followedUp: Double
  package let followupRate: Double?
  /// Of the closed cases, in the currency's unit; a case's is `nil` without one.
  package let deductions: Double
  package let costPerCase: Double?
}

/// What adds up towards them.
struct KeyHandlingSums {
  private var closed = PartSum(), abnormal = PartSum(), followUpDue = PartSum(), followedUp = PartSum()
  private var promises = PartSum(), kept = PartSum(), cents = PartSum(), deducted = PartSum()
  var hoursToInform: [Double] = []

  mutating func add(
    _ counted: CountedCase, _ detail: CaseDetail, _ limits: ArraySlice<CaseDetail.Promise>, _ part: Part
  ) {
    if !limits.isEmpty {
      promises.add(limits.count, part)
      kept.add(limits.count { $0.isKept }, part)
    }
    guard counted.closedDay != nil else { return }
    closed.add(1, part)
    if detail.isAbnormal { abnormal.add(1, part) }
    if detail.followUp.isDue { followUpDue.add(1, part) }
    if detail.followUp.isDue && detail.followUp.isReached { followedUp.add(1, part) }
    cents.add(counted.cost.cents, part)
    deducted.add(detail.deductions.total.cents, part)
  }

  func figures(hoursToRespond: [Double], hoursToContain: [Double]) -> KeyHandling {
    func over(_ count: Double, _ base: Double) -> Double? { base > 0 ? count / base : nil }
    return KeyHandling(
      p90HoursToRespond: spanQuantile(hoursToRespond, 0.9, unit: 3_600),
      p90HoursToContain: spanQuantile(hoursToContain, 0.9, unit: 3_600),
      medianHoursToInform: spanQuantile(hoursToInform, 0.5, unit: 3_600),
      p90HoursToInform: spanQuantile(hoursToInform, 0.9, unit: 3_600), responseDue: promises.value(),
      responseKept: kept.value(), responseRate: over(kept.value(), promises.value()),
      closedAbnormal: abnormal.value(), followupDue: followUpDue.value(), followedUp: followedUp.value(),
      followupRate: over(followedUp.value(), followUpDue.value()), deductions: deducted.value(per: 100),
      costPerCase: over(cents.value(per: 100), closed.value()))
  }
}
