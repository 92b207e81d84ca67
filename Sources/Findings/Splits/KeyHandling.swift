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

extension KeyHandling {
  /// - Parameters:
  ///   - parts: What adds up under the key.
  ///   - toRespond, toContain, toInform: Of its cases that have any, in seconds, the shortest first.
  init(
    _ parts: PartSums, toRespond: ArraySlice<Int>, toContain: ArraySlice<Int>, toInform: ArraySlice<Int>
  ) {
    func over(_ count: Double, _ base: Double) -> Double? { base > 0 ? count / base : nil }
    let (promises, kept) = (parts.value(.promises), parts.value(.kept))
    let (followUpDue, followedUp) = (parts.value(.followUpDue), parts.value(.followedUp))
    self.init(
      p90HoursToRespond: spanQuantile(seconds: toRespond, 0.9, unit: 3_600),
      p90HoursToContain: spanQuantile(seconds: toContain, 0.9, unit: 3_600),
      medianHoursToInform: spanQuantile(seconds: toInform, 0.5, unit: 3_600),
      p90HoursToInform: spanQuantile(seconds: toInform, 0.9, unit: 3_600), responseDue: promises, responseKept: kept,
      responseRate: over(kept, promises), closedAbnormal: parts.value(.abnormal), followupDue: followUpDue,
      followedUp: followedUp, followupRate: over(followedUp, followUpDue),
      deductions: parts.value(.deducted, per: 100),
      costPerCase: over(parts.value(.cents, per: 100), parts.value(.closed)))
  }
}
