/// The figures of the cases under one key of a dimension in one period, by their names in metrics.json and in its order.
///
/// Each is made as that of the period with the same name, of the cases under the key; a case that is shared out counts by
/// its share, and stands whole and once in medians, percentiles and marks.
package enum SplitFigure: String, CaseIterable, Sendable {
  /// By date received; the share is that of all cases received in the period.
  case received, share, valid, repeats
  case complaintLots = "complaint_lots"
  case defective
  case completedOfReceived = "completed_of_received"
  case reopened
  case openEnd = "open_end"
  case overdueEnd = "overdue_end"
  /// By date closed.
  case closed
  case closedWithDue = "closed_with_due"
  case closedOnTime = "closed_on_time"
  case onTimeRate = "on_time_rate"
  case closedAbnormal = "closed_abnormal"
  case medianDaysToClose = "median_days_to_close"
  case p90DaysToClose = "p90_days_to_close"
  case cost
  case costPerCase = "cost_per_case"
  case deductions
  case followupDue = "followup_due"
  case followedUp = "followed_up"
  case followupRate = "followup_rate"
  case satisfactionMean = "satisfaction_mean"
  case satisfactionAnswers = "satisfaction_answers"
  /// By date of response, of containment, and by the day on which a limit fell due.
  case medianHoursToRespond = "median_hours_to_respond"
  case p90HoursToRespond = "p90_hours_to_respond"
  case medianHoursToContain = "median_hours_to_contain"
  case p90HoursToContain = "p90_hours_to_contain"
  case responseDue = "response_due"
  case responseKept = "response_kept"
  case responseRate = "response_rate"
  /// Of a product; unknown for every other dimension.
  case complaintRate = "complaint_rate"
  case ppm
}
