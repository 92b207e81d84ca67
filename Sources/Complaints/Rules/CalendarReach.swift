/// From when to when a limit may start so that none of the site leaves the years with a calendar: of nearly all cases
/// no limit need then be followed to its end to know that no calendar is missing.
struct CalendarReach: Sendable {
  /// Numbers of days: for each run of years, its first, and the last from which every limit still ends in it.
  private let spans: [ClosedRange<Int>]

  /// - Returns: `nil` where no limit needs a calendar.
  init?(_ settings: Settings) {
    let limits = settings.datedRules.map(\.limit).filter(\.needsCalendar)
    guard !limits.isEmpty else { return nil }
    let clock = LimitClock(calendar: settings.calendar, zone: settings.zone)
    spans = Self.runs(settings.calendar.years).compactMap { run in
      guard let first = Day(year: run.lowerBound, month: 1, day: 1),
        let last = Day(year: run.upperBound, month: 12, day: 31)
      else { return nil }
      // A limit that starts later does not end sooner, so the last such day can be halved for.
      var (within, beyond) = (first.number - 1, last.number + 1)
      while beyond - within > 1 {
        let day = (within + beyond) / 2
        let start = Moment(day: Day(number: day), second: 86_399, zone: settings.zone)
        let isWithin = limits.allSatisfy { limit in clock.end(of: limit, from: start).map { $0.day <= last } ?? false }
        if isWithin { within = day } else { beyond = day }
      }
      return within < first.number ? nil : first.number...within
    }
  }

  /// Years that follow each other without a gap.
  private static func runs(_ years: Set<Int>) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for year in years.sorted() {
      if let last = runs.last, last.upperBound == year - 1 {
        runs[runs.count - 1] = last.lowerBound...year
      } else {
        runs.append(year...year)
      }
    }
    return runs
  }

  /// Whether everything from which a limit of the case may start lies in one such span; a pause moves the ends of
  /// limits, so that of a case with one nothing is known.
  func covers(_ complaint: Complaint) -> Bool {
    guard complaint.pauses.isEmpty else { return false }
    var (first, last) = (complaint.received.day.number, complaint.received.day.number)
    for event in complaint.events {
      let (at, received) = (event.at?.day.number, event.received?.day.number)
      first = min(first, at ?? first, received ?? first)
      last = max(last, at ?? last, received ?? last)
    }
    return spans.contains { $0.lowerBound <= first && last <= $0.upperBound }
  }
}
