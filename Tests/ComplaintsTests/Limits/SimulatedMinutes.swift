/// Every minute of a case's time up to as-of: paused or not; and the days that are worked.
struct SimulatedMinutes {
  private let paused: [Bool]
  /// The days with a paused minute.
  private let touched: Set<Int>
  private let holidays, makeUps: Set<Int>

  init(_ simulated: SimulatedCase) {
    // A pause lasts to the end of as-of at the most.
    let last = (simulated.asOf + 1) * 1440
    var paused = Array(repeating: false, count: simulated.pauses.isEmpty ? 0 : last)
    var touched: Set<Int> = []
    for pause in simulated.pauses where pause.from.day <= simulated.asOf {
      var minute = pause.from.minute
      let end =
        if let to = pause.to, to.day <= simulated.asOf { to.hasTime ? to.minute : (to.day + 1) * 1440 } else { last }
      while minute < end {
        paused[minute] = true
        if minute == pause.from.minute || minute % 1440 == 0 { touched.insert(minute / 1440) }
        minute += 1
      }
    }
    self.paused = paused
    self.touched = touched
    holidays = simulated.holidays
    makeUps = simulated.makeUps
  }

  /// The last second that is in time.
  func due(_ span: SimulatedRule.Span, from start: SimulatedCase.Time, _ replyBy: SimulatedCase.Time?) -> Int? {
    switch span {
    case .hours(let hours): run(hours * 3600, from: start.lastSecond) { _ in true }
    case .workingHours(let hours): run(hours * 3600, from: start.lastSecond, while: isOpen)
    case .days(let days, let worked, let minute): walk(days, worked: worked, minute: minute, from: start)
    case .halfDay(let worked): half(worked: worked, from: start)
    case .months(let months, let day): self.months(months, day, from: start.day)
    case .replyBy: replyBy?.lastSecond
    }
  }

  /// 09:00 to 12:00 and 13:00 to 18:00 of worked days.
  private func isOpen(_ minute: Int) -> Bool {
    let hour = minute % 1440 / 60
    return hour >= 9 && hour < 18 && hour != 12 && isWorked(minute / 1440)
  }

  private func isWorked(_ day: Int) -> Bool {
    // Day 0 is a Thursday, so 2 and 3 are the first weekend.
    makeUps.contains(day) || !holidays.contains(day) && day % 7 != 2 && day % 7 != 3
  }

  private func counts(_ day: Int, worked: Bool) -> Bool {
    !touched.contains(day) && (!worked || isWorked(day))
  }

  /// Lets seconds pass in the minutes that run, until none is left.
  private func run(_ seconds: Int, from start: Int, while runs: (Int) -> Bool) -> Int {
    var (left, now) = (seconds, start)
    while true {
      let minute = now / 60
      let next = (minute + 1) * 60
      if (minute >= paused.count || !paused[minute]) && runs(minute) {
        if left <= next - now { return now + left }
        left -= next - now
      }
      now = next
    }
  }

  /// Walks through the minutes and counts midnights.
  private func walk(_ days: Int, worked: Bool, minute: Int?, from start: SimulatedCase.Time) -> Int {
    func end(_ day: Int) -> Int { day * 86_400 + (minute.map { $0 * 60 } ?? 86_399) }
    var wanted = days
    if wanted == 0 {
      let late = start.hasTime && minute.map { start.minute % 1440 > $0 } ?? false
      if counts(start.day, worked: worked), !late { return end(start.day) }
      wanted = 1
    }
    var now = start.minute
    while true {
      now += 1
      if now % 1440 == 0, counts(now / 1440, worked: worked) {
        wanted -= 1
        if wanted == 0 { return end(now / 1440) }
      }
    }
  }

  private func half(worked: Bool, from start: SimulatedCase.Time) -> Int {
    if counts(start.day, worked: worked), start.hasTime, start.minute % 1440 < 720 {
      return start.day * 86_400 + 86_399
    }
    var next = start.day + 1
    while !counts(next, worked: worked) { next += 1 }
    return next * 86_400 + (counts(start.day, worked: worked) ? 43_200 : 86_399)
  }

  /// As many days without a pause as lie between a day and its namesake months later.
  private func months(_ months: Int, _ dayOfMonth: Int?, from start: Int) -> Int {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31, 30, 31]
    var (month, day) = (0, start)
    while day >= lengths[month] {
      day -= lengths[month]
      month += 1
    }
    let target = min((dayOfMonth ?? day + 1) - 1, lengths[month + months] - 1)
    var left = lengths[month..<(month + months)].reduce(0, +) - day + target
    var now = start
    while left > 0 {
      now += 1
      if counts(now, worked: false) { left -= 1 }
    }
    return now * 86_400 + 86_399
  }
}
