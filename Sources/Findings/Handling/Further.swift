/// The further figures of a period, by their keys in metrics.json under `more` and in its order.
///
/// What is a share names its numerator and denominator here, in the definitions, and nowhere else.
package enum Further: String, CaseIterable, Sendable {
  /// Received in the period ÷ all received by as-of.
  case share
  /// All received by the end of the period.
  case receivedCumulative = "received_cumulative"
  /// Of the cases received in the period, those closed at as-of (the numerator of completed_of_received), and the
  /// interval of their share.
  case completed
  case completedLow = "completed_low"
  case completedHigh = "completed_high"
  /// Closed in the period ÷ (closed in the period + open at its end): what flows out of all that was on the table.
  case closedOfWorkload = "closed_of_workload"
  /// Repeats ÷ received.
  case repeatRate = "repeat_rate"
  /// Of the cases received in the period, those reopened at least once by as-of, and their share.
  case reopenedOfReceived = "reopened_of_received"
  case reopenedRate = "reopened_rate"
  /// Of the valid cases received in the period that name a product and a category: those whose problem was shown before,
  /// and their share; see `ProblemRepeats`.
  case problemsNamed = "problems_named"
  case problemRepeats = "problem_repeats"
  case problemRepeatRate = "problem_repeat_rate"
  /// Of the cases received in the period, the median of those closed at as-of, and the Kaplan-Meier median of all.
  case medianDaysOfReceived = "median_days_of_received"
  case survivalMedianDays = "survival_median_days"
  case survivalLowDays = "survival_low_days"
  case survivalHighDays = "survival_high_days"
  /// Of the cases closed in the period, by way of closing.
  case closedNormal = "closed_normal"
  case closedAbnormal = "closed_abnormal"
  /// The interval of on_time_rate.
  case onTimeLow = "on_time_low"
  case onTimeHigh = "on_time_high"
  /// Cost ÷ closed.
  case costPerCase = "cost_per_case"
  /// Of the cases closed in the period: those with a deduction, and the sums.
  case deductionCases = "deduction_cases"
  case deductions
  case deductionBonus = "deduction_bonus"
  case deductionAdministrative = "deduction_administrative"
  /// Of the cases closed in the period, those with a responsible department, and their share.
  case attributed
  case attributedRate = "attributed_rate"
  /// Of the cases closed in the period: those not exempt from a call, those of them reached by as-of, and the share.
  case followupDue = "followup_due"
  case followedUp = "followed_up"
  case followupRate = "followup_rate"
  /// Of those reached, who said whether he is satisfied, who is, and the share.
  case followupAnswers = "followup_answers"
  case followupSatisfied = "followup_satisfied"
  case satisfiedRate = "satisfied_rate"
  /// Of the cases closed in the period, those with each overall mark, and the share with any.
  case mark1 = "satisfaction_1"
  case mark2 = "satisfaction_2"
  case mark3 = "satisfaction_3"
  case mark4 = "satisfaction_4"
  case mark5 = "satisfaction_5"
  case answerRate = "satisfaction_answer_rate"
  /// Answered in the period with both times known, and the 90th percentile of their hours.
  case responded
  case p90HoursToRespond = "p90_hours_to_respond"
  /// Limits of the first response that fell due in the period, those kept, their share and its interval.
  case responseDue = "response_due"
  case responseKept = "response_kept"
  case responseRate = "response_rate"
  case responseLow = "response_low"
  case responseHigh = "response_high"
  /// Contained in the period with both times known, and their hours.
  case contained
  case medianHoursToContain = "median_hours_to_contain"
  case p90HoursToContain = "p90_hours_to_contain"
  /// Given to those who are to handle it, or told them, in the period, with both times known; and their hours.
  case informed
  case medianHoursToInform = "median_hours_to_inform"
  case p90HoursToInform = "p90_hours_to_inform"
  /// Of the cases closed in the period: those whose clocks stood still at some time before that, how many days in all, and
  /// the median of the days to close without them.
  case pausedCases = "paused_cases"
  case pausedDays = "paused_days"
  case medianDaysUnpaused = "median_days_unpaused"
  /// Of the valid cases received in the period: pieces looked at, of products that say how many were defective, and the
  /// share of these.
  case inspected
  case defectRate = "defect_rate"
}
