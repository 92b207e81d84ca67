/// Which days are worked, and in which hours.
package struct WorkCalendar: Sendable {
  /// ISO weekdays off, 6 and 7 unless the site says otherwise.
  package var weekend: [Int]
  /// Spans of a worked day in seconds since midnight, in order; empty where the site names none.
  package var hours: [Range<Int>]
  /// Days off that are not of the weekend.
  package var holidays: Set<Day>
  /// Make-up days: worked although of the weekend.
  package var workdays: Set<Day>
  /// The years that have a calendar file.
  package var years: Set<Int>

  package init(
    weekend: [Int] = [6, 7], hours: [Range<Int>] = [], holidays: Set<Day> = [], workdays: Set<Day> = [],
    years: Set<Int> = []
  ) {
    self.weekend = weekend
    self.hours = hours
    self.holidays = holidays
    self.workdays = workdays
    self.years = years
  }

  /// Whether a day is worked: a make-up day is, a holiday is not, else the weekday decides.
  package func isWorked(_ day: Day) -> Bool {
    // The weekday is the quicker question; most days are of no list.
    let isOff = weekend.contains(day.weekday) || holidays.contains(day)
    return !isOff || workdays.contains(day)
  }
}
