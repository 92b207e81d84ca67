package import Complaints

/// A case that counts, as it stands at the end of the as-of day.
package struct CountedCase: Sendable {
  /// Its index in the ledger's cases.
  package let place: Int
  package let standing: Standing
  /// Who bears it, as decided by as-of.
  package let departments: [Complaint.Share]
  /// Its own costs and those of its appeals, kind by kind in the order of the schema; no kind twice.
  package let costs: [Complaint.Cost]
  package let receivedDay: Day
  /// The day of its last closing by as-of; `nil` while open.
  package let closedDay: Day?
  /// Neither invalid nor not established.
  package let isValid: Bool
  package let isRepeat: Bool
  /// Complaint lots over all its products; 0 of a case without a product.
  package let lots: Int
  /// Defective pieces over all its products; what is not given adds nothing.
  package let defective: Quantity
  /// Of the products that say how many were looked at and how many of these were defective, both sums.
  package let inspected, defectiveOfInspected: Quantity
  package let hasProduct: Bool
  /// The overall mark, 1 to 5.
  package let satisfaction: Int?
  /// The days at whose end it is open and past its due time; `nil` if there is none by as-of.
  package let overdueDays: ClosedRange<Day>?
  /// Since when a pause without an end stops the clocks; `nil` for closed cases and running clocks.
  package let pausedSince: Moment?
  /// From received to the first response; `nil` without a response, or if either has no time.
  package let hoursToRespond: Double?

  /// What it cost: all kinds but the claim, which is what the customer asks for, not what was paid; appeals included.
  package var cost: Money { costs.reduce(.zero) { $1.kind == "claim" ? $0 : $0 + $1.amount } }
}

extension CountedCase {
  /// - Parameter appeals: The cases that continue this one.
  init(_ complaint: Complaint, place: Int, asOf: Day, settings: Settings, appeals: [Complaint]) {
    let complaint = complaint.atHand()
    let standing = Complaints.standing(of: complaint, asOf: asOf, settings: settings)
    let pausedSince = standing.closed == nil ? complaint.openPause(asOf: asOf) : nil
    self.place = place
    self.standing = standing
    self.pausedSince = pausedSince
    departments = Complaints.departments(of: complaint, asOf: asOf)
    costs = Self.sum(complaint.costs, appeals.map(\.costs))
    receivedDay = complaint.received.day
    closedDay = standing.closed?.day
    isValid = complaint.isValid
    isRepeat = complaint.repeatOf != nil
    lots = complaint.products.reduce(0) { $0 + $1.lots }
    defective = Quantity(millionths: complaint.products.reduce(0) { $0 + ($1.defective?.millionths ?? 0) })
    let looked = complaint.products.filter { $0.inspected != nil && $0.defective != nil }
    inspected = Quantity(millionths: looked.reduce(0) { $0 + ($1.inspected?.millionths ?? 0) })
    defectiveOfInspected = Quantity(millionths: looked.reduce(0) { $0 + ($1.defective?.millionths ?? 0) })
    hasProduct = !complaint.products.isEmpty
    satisfaction = complaint.satisfaction
    hoursToRespond = standing.responded.flatMap { complaint.received.hours(to: $0) }
    overdueDays = Self.overdueDays(
      standing, from: complaint.received.day, until: complaint.openPause(asOf: asOf)?.day, asOf: asOf)
  }

  /// The days at whose end, 23:59:59, the case was open and its due time past; what is due at that second is in time.
  ///
  /// A pause without an end makes a case not overdue from the day it begins.
  private static func overdueDays(
    _ standing: Standing, from received: Day, until paused: Day?, asOf: Day
  ) -> ClosedRange<Day>? {
    guard let due = standing.due?.moment.end else { return nil }
    let first = max(due.secondOfDay == 86_399 ? due.day.advanced(by: 1) : due.day, received)
    var last = standing.closed.map { $0.day.advanced(by: -1) } ?? asOf
    if let paused { last = min(last, paused.advanced(by: -1)) }
    return first <= last ? first...last : nil
  }

  /// The costs of a case with those of its appeals added kind by kind.
  private static func sum(_ own: [Complaint.Cost], _ appeals: [[Complaint.Cost]]) -> [Complaint.Cost] {
    guard appeals.contains(where: { !$0.isEmpty }) else { return own }
    let all = own + appeals.flatMap { $0 }
    return CaseSchema.costs.fields.compactMap { field in
      let amounts = all.filter { $0.kind == field.key }.map(\.amount)
      return amounts.isEmpty ? nil : Complaint.Cost(kind: field.key, amount: amounts.reduce(.zero, +))
    }
  }
}

extension Complaint {
  /// The start of the earliest pause without an end that has begun by the end of a day.
  fileprivate func openPause(asOf day: Day) -> Moment? {
    pauses.filter { $0.from.day <= day && $0.asOf(day).to == nil }.map(\.from)
      .min { Moment.order($0, $1) }
  }
}

/// A file that a rule keeps out of every figure.
package struct ExcludedCase: Hashable, Sendable {
  /// Its index in the ledger's cases.
  package let place: Int
  package let reason: Exclusion
}
