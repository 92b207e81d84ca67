/// A span of time as the rules write it: `24h`, `2wh`, `13d`, `0.5wd`, `1m@10`, `1d@15:00`, `reply_by`.
package enum Limit: Hashable, Sendable {
  /// Hours of the clock.
  case hours(Int)
  /// Hours inside the working hours of worked days.
  case workingHours(Int)
  /// Days after the day of the start, ending with the last day or at a time of it.
  case days(Int, worked: Bool, at: Int?)
  /// Half a day: before noon to the end of the day, later to the next day's noon.
  case halfDay(worked: Bool)
  /// Months, ending with the same day of the month or a given one.
  case months(Int, day: Int?)
  /// What the case's field reply_by says.
  case replyBy
}
