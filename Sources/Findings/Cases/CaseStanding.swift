package import Complaints

/// How a counted case stands at the end of the as-of day: `Standing` in plain numbers.
package struct CaseStanding: Hashable, BitwiseCopyable, Sendable {
  // What is large comes first, so that there is little between them.
  /// The last closing by then, if nothing reopened the case after it.
  @Spare package private(set) var closed: Moment?
  /// When the whole case is due; `nil` where nothing was promised.
  @Spare package private(set) var due: Moment?
  /// The first `responded` and `contained` by then.
  @Spare package private(set) var responded: Moment?
  @Spare package private(set) var contained: Moment?
  /// From received to closed; `nil` while open.
  @Spare package private(set) var daysToClose: Double?
  /// `nil` of an open case that says none.
  package let status: Complaint.Status?
  /// Open and past its due time; false for closed cases, `nil` without a due time.
  package let isOverdue: Bool?
  /// Closed at or before its due time; `nil` while open or without a due time.
  package let isOnTime: Bool?

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
