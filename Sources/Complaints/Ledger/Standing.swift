/// How a case stands at the end of a day: what had happened by then, and what was due.
package struct Standing: Hashable, Sendable {
  /// The last closing by then, if nothing reopened the case after it.
  package let closed: Moment?
  /// `closed` where it is closed; else the file's, or in progress where that says closed; `nil` where it says nothing.
  package let status: Complaint.Status?
  /// When the whole case is due; `nil` where nothing was promised.
  package let due: DueTime?
  /// Open and past its due time; false for every closed case, `nil` for an open one without a due time.
  package let isOverdue: Bool?
  /// Closed at or before its due time; `nil` while open or without a due time.
  package let isOnTime: Bool?
  /// From received to closed; `nil` while open.
  package let daysToClose: Double?
  /// The first `responded` and `contained` by then.
  package let responded, contained: Moment?
  /// Each time it was reopened by then, in order.
  package let reopened: [Moment]

  package init(
    closed: Moment?, status: Complaint.Status?, due: DueTime?, isOverdue: Bool?, isOnTime: Bool?, daysToClose: Double?,
    responded: Moment?, contained: Moment?, reopened: [Moment]
  ) {
    self.closed = closed
    self.status = status
    self.due = due
    self.isOverdue = isOverdue
    self.isOnTime = isOnTime
    self.daysToClose = daysToClose
    self.responded = responded
    self.contained = contained
    self.reopened = reopened
  }
}

/// When something is due, and what says so.
package struct DueTime: Hashable, Sendable {
  /// The last second in which it is in time.
  package let moment: Moment
  package let source: Source

  /// What gave the due time.
  package enum Source: Hashable, Sendable {
    /// The field `due` of the case.
    case field
    /// The field `promised`.
    case promise
    /// A rule of site.yaml, by name.
    case rule(String)
  }

  package init(moment: Moment, source: Source) {
    self.moment = moment
    self.source = source
  }
}
