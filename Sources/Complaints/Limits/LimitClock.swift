/// What turns a limit and its start into the second in which it ends: the site's calendar and wall clock, and the times
/// in which one case stood still.
package struct LimitClock: Sendable {
  package let calendar: WorkCalendar
  package let zone: Zone
  package let paused: PausedTime
  /// What the case's field of that name says.
  package let replyBy: Moment?

  package init(calendar: WorkCalendar, zone: Zone, paused: PausedTime = .none, replyBy: Moment? = nil) {
    self.calendar = calendar
    self.zone = zone
    self.paused = paused
    self.replyBy = replyBy
  }

  /// The clock of a case as of a day.
  package init(of complaint: Complaint, asOf day: Day, settings: Settings) {
    self.init(
      calendar: settings.calendar, zone: settings.zone,
      paused: complaint.pauses.isEmpty
        ? .none : PausedTime(complaint.pauses, asOf: day, zone: settings.zone),
      replyBy: complaint.replyBy)
  }

  /// The last second that is in time for the limit of a whole case. A date that the case itself names stands also while what
  /// starts the limit has not happened; `nil` of any other then.
  func end(ofCaseBy limit: Limit, from start: Moment?) -> Moment? {
    if let start { return end(of: limit, from: start) }
    return limit == .replyBy ? replyBy.map(lastSecond) : nil
  }

  /// The last second that is in time for a limit which starts at a moment.
  ///
  /// Hours run in real time, days on the wall clock. `nil` where the case has no reply_by, the site no working hours,
  /// or its calendar no worked day before 2200.
  package func end(of limit: Limit, from start: Moment) -> Moment? {
    switch limit {
    case .hours(let count): Moment(utc: end(ofSeconds: count * 3_600, from: instant(start)), zone: zone)
    case .workingHours(let count): end(ofWorkingSeconds: count * 3_600, from: instant(start))
    case .days(let count, let worked, let second): end(ofDays: count, worked: worked, at: second, from: start)
    case .halfDay(let worked): end(ofHalfDay: worked, from: start)
    case .months(let count, let day): end(ofMonths: count, day: day, from: start.day)
    case .replyBy: replyBy.map(lastSecond)
    }
  }

  /// The second in which a deadline ends: itself, or 23:59:59 of a day without a time.
  package func lastSecond(of deadline: Moment) -> Moment {
    deadline.hasTime ? deadline : endOfDay(deadline.day)
  }

  /// 23:59:59 on the wall clock.
  package func endOfDay(_ day: Day) -> Moment { Moment(day: day, second: 86_399, zone: zone) }

  /// Where hours start to run, in seconds of UTC: of a day without a time at its end, since nobody knows better.
  private func instant(_ start: Moment) -> Int { lastSecond(of: start).utc }
}

/// Hours.
extension LimitClock {
  /// The first instant at which that many seconds have run outside every pause.
  private func end(ofSeconds seconds: Int, from start: Int) -> Int {
    var (left, now) = (seconds, start)
    for span in paused.spans(endingAfter: start) {
      guard span.lowerBound < now + left else { break }
      left -= max(0, span.lowerBound - now)
      now = span.upperBound
    }
    return now + left
  }

  /// The first instant at which that many seconds have run inside working hours and outside every pause.
  private func end(ofWorkingSeconds seconds: Int, from start: Int) -> Moment? {
    guard !calendar.hours.isEmpty else { return nil }
    var left = seconds
    var day = Moment(utc: start, zone: zone).day
    while day.number < Self.horizon {
      if calendar.isWorked(day) {
        for hours in calendar.hours {
          let opens = max(start, Moment(day: day, second: hours.lowerBound, zone: zone).utc)
          let closes = Moment(day: day, second: hours.upperBound, zone: zone).utc
          guard opens < closes else { continue }
          let end = end(ofSeconds: left, from: opens)
          if end <= closes { return Moment(utc: end, zone: zone) }
          left -= running(from: opens, to: closes)
        }
      }
      day = day.advanced(by: 1)
    }
    return nil
  }

  /// The seconds between two instants that lie outside every pause.
  private func running(from start: Int, to end: Int) -> Int {
    var seconds = end - start
    for span in paused.spans(endingAfter: start) {
      guard span.lowerBound < end else { break }
      seconds -= span.clamped(to: start..<end).count
    }
    return seconds
  }
}

/// Days and months.
extension LimitClock {
  /// 2200-01-01: no rule means a deadline later than that, so a search that comes here will not end.
  private static let horizon = 84_006

  /// Whether a limit in days counts a day: worked where it asks for it, and no part of it paused.
  private func counts(_ day: Day, worked: Bool) -> Bool {
    (!worked || calendar.isWorked(day)) && !paused.touches(day)
  }

  /// The `count`-th day that counts after a day.
  private func day(_ count: Int, after start: Day, worked: Bool) -> Day? {
    var (left, day) = (count, start)
    while left > 0 {
      day = day.advanced(by: 1)
      guard day.number < Self.horizon else { return nil }
      if counts(day, worked: worked) { left -= 1 }
    }
    return day
  }

  private func end(ofDays count: Int, worked: Bool, at second: Int?, from start: Moment) -> Moment? {
    var count = count
    if count == 0 {
      // A day without a time is compared by days: it did not start later than a time of that day.
      let isLate = second.map { start.hasTime && start.secondOfDay > $0 } ?? false
      if isLate || !counts(start.day, worked: worked) { count = 1 }
    }
    return day(count, after: start.day, worked: worked)
      .map { Moment(day: $0, second: second ?? 86_399, zone: zone) }
  }

  /// A start before noon has the rest of its day; a later one, or a day without a time, has until the next noon. A start
  /// on a day that does not count has the whole of the next one that does.
  private func end(ofHalfDay worked: Bool, from start: Moment) -> Moment? {
    let isCounted = counts(start.day, worked: worked)
    if isCounted, start.hasTime, start.secondOfDay < Self.noon { return endOfDay(start.day) }
    return day(1, after: start.day, worked: worked)
      .map { Moment(day: $0, second: isCounted ? Self.noon : 86_399, zone: zone) }
  }

  private static let noon = 43_200

  /// The same day of a later month, or a given one, but never beyond that month's last; each paused day after the start
  /// moves it on by one, those on which it so comes to lie included.
  private func end(ofMonths count: Int, day dayOfMonth: Int?, from start: Day) -> Moment? {
    let (year, month, day) = start.parts
    let index = year * 12 + month - 1 + count
    let last = Day.days(in: index % 12 + 1, of: index / 12)
    guard var end = Day(year: index / 12, month: index % 12 + 1, day: min(dayOfMonth ?? day, last)) else { return nil }
    var next = start.advanced(by: 1)
    while next <= end && !paused.spans.isEmpty {
      if paused.touches(next) { end = end.advanced(by: 1) }
      next = next.advanced(by: 1)
    }
    return endOfDay(end)
  }
}
