package import Complaints

/// How a counted case stands at the end of the as-of day: `Standing` in plain numbers.
package struct CaseStanding: Hashable, Sendable {
  /// The last closing by then, if nothing reopened the case after it.
  package let closed: Moment?
  /// `nil` of an open case that says none.
  package let status: Complaint.Status?
  /// When the whole case is due; `nil` where nothing was promised.
  package let due: Moment?
  /// Open and past its due time; false for closed cases, `nil` without a due time.
  package let isOverdue: Bool?
  /// Closed at or before its due time; `nil` while open or without a due time.
  package let isOnTime: Bool?
  /// From received to closed; `nil` while open.
  package let daysToClose: Double?
  /// The first `responded` and `contained` by then.
  package let responded, contained: Moment?

  package init(_ standing: Standing) {
    closed = standing.closed
    status = standing.status
    due = standing.due?.moment
    isOverdue = standing.isOverdue
    isOnTime = standing.isOnTime
    daysToClose = standing.daysToClose
    responded = standing.responded
    contained = standing.contained
  }
}
