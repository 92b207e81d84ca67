package import Complaints

/// A case that counts, as it stands at the end of the as-of day.
///
/// Nothing but plain numbers, which lie side by side: figures go through all cases again and again, and a reference in
/// here would be counted up and down each time. What has words or lists stands beside it in `CaseFacts`.
package struct CountedCase: BitwiseCopyable, Sendable {
  // What is small stands together, so that there is little between them.
  package let standing: CaseStanding
  /// Neither invalid nor not established.
  package let isValid: Bool
  /// Whether the file says that its validity is not decided yet.
  package let isUndecided: Bool
  package let isRepeat: Bool
  package let isReopened: Bool
  /// Whether a department bears it, as decided by as-of.
  package let hasDepartments: Bool
  package let hasProduct: Bool
  /// `place` as it is kept.
  private var index: Int32
  package let receivedDay: Day
  @Spare private var overdueSpan: DaySpan?
  /// Complaint lots over all its products; 0 of a case without a product.
  package let lots: Int
  /// Defective pieces over all its products; what is not given adds nothing.
  package let defective: Quantity
  /// Of the products that say how many were looked at and how many of these were defective, both sums.
  package let inspected, defectiveOfInspected: Quantity
  /// The overall mark, 1 to 5.
  @Spare package private(set) var satisfaction: Int?
  /// What it cost: all kinds but the claim, which is what the customer asks for, not what was paid; appeals included.
  package let cost: Money
  /// What a supplier paid back; `nil` where nothing is said.
  @Spare package private(set) var recovered: Money?
  /// Since when a pause without an end stops the clocks; `nil` for closed cases and running clocks.
  @Spare package private(set) var pausedSince: Moment?
  /// From received to the first response; `nil` without a response, or if either has no time.
  @Spare package private(set) var hoursToRespond: Double?

  /// - Parameters:
  ///   - fields: What its fields say.
  ///   - pause: The start of a pause without an end.
  init(
    place: Int, _ standing: CaseStanding, received: Moment, _ fields: FieldFacts, isReopened: Bool,
    hasDepartments: Bool, cost: Money, pause: Moment?, asOf: Day
  ) {
    self.standing = standing
    index = Int32(place)
    receivedDay = received.day
    (isValid, isUndecided, isRepeat) = (fields.isValid, fields.isUndecided, fields.isRepeat)
    (self.isReopened, self.hasDepartments) = (isReopened, hasDepartments)
    (lots, hasProduct) = (fields.lots, fields.hasProduct)
    defective = Quantity(millionths: fields.millionths)
    inspected = Quantity(millionths: fields.inspected)
    defectiveOfInspected = Quantity(millionths: fields.defectiveOfInspected)
    self.cost = cost
    _overdueSpan = Spare(
      wrappedValue: standing.overdueDays(from: received.day, until: pause?.day, asOf: asOf).map(DaySpan.init))
    _satisfaction = Spare(wrappedValue: fields.satisfaction)
    _recovered = Spare(wrappedValue: fields.recovered)
    _pausedSince = Spare(wrappedValue: standing.closed == nil ? pause : nil)
    _hoursToRespond = Spare(wrappedValue: standing.responded.flatMap { received.hours(to: $0) })
  }
}

extension CountedCase {
  /// Its index in the ledger's cases.
  package internal(set) var place: Int {
    get { Int(index) }
    set { index = Int32(newValue) }
  }
  /// The day of its last closing by as-of; `nil` while open.
  package var closedDay: Day? { standing.closed?.day }
  /// Whether its lots are complaint lots: it is valid and names a product.
  var hasLots: Bool { isValid && hasProduct }
  /// Whether it is valid and reports defective pieces.
  var hasDefects: Bool { isValid && defective.millionths > 0 }
  /// The days at whose end it is open and past its due time; `nil` if there is none by as-of.
  package var overdueDays: ClosedRange<Day>? { overdueSpan.map { $0.first...$0.last } }
}

extension CaseStanding {
  /// The days at whose end, 23:59:59, the case was open and its due time past; what is due at that second is in time.
  ///
  /// A pause without an end makes a case not overdue from the day it begins.
  func overdueDays(from received: Day, until paused: Day?, asOf: Day) -> ClosedRange<Day>? {
    guard let due = due?.end else { return nil }
    let first = max(due.secondOfDay == 86_399 ? due.day.advanced(by: 1) : due.day, received)
    var last = closed.map { $0.day.advanced(by: -1) } ?? asOf
    if let paused { last = min(last, paused.advanced(by: -1)) }
    return first <= last ? first...last : nil
  }
}

extension Complaint {
  /// The start of the earliest pause without an end that has begun by the end of a day.
  func openPause(asOf day: Day) -> Moment? {
    pauses.filter { $0.from.day <= day && $0.asOf(day).to == nil }.map(\.from)
      .min { Moment.order($0, $1) }
  }
}

/// A file that a rule keeps out of every figure.
package struct ExcludedCase: Hashable, Sendable {
  /// Its index in the ledger's cases.
  package let place: Int
  package let reason: Exclusion
  package let receivedDay: Day
}
