/// A second opinion on one limit of one case, minute by minute: slow, plain, and without a line of the program.
///
/// Days count from Thursday, 2026-01-01; minutes and seconds from its midnight on the wall clock.
struct SimulatedCase {
  struct Time {
    /// Minutes; at midnight for a whole day.
    var minute: Int
    var hasTime: Bool
    var day: Int { minute / 1440 }
    /// Seconds; a whole day at its end.
    var lastSecond: Int { hasTime ? minute * 60 : day * 86_400 + 86_399 }
  }

  struct Step {
    var stage: String
    var at: Time
    var received: Time?
    var department: String?
    var result: String?
  }

  struct Pause {
    var from: Time
    var to: Time?
  }

  enum Span {
    case hours(Int), workingHours(Int)
    case days(Int, worked: Bool, minute: Int?)
    case halfDay(worked: Bool)
    case months(Int, day: Int?)
  }

  var received = Time(minute: 0, hasTime: true)
  /// In the order of the file.
  var steps: [Step] = []
  var pauses: [Pause] = []
  var asOf = 0
  /// Days off and make-up days.
  var holidays: Set<Int> = []
  var makeUps: Set<Int> = []
  /// received, registered, another stage, or previous.
  var from = "received"
  var stage = "planned"
  var department: String?
  var span = Span.hours(1)
}

/// What becomes of a limit: seconds, and a word.
struct SimulatedOutcome: Equatable {
  var start: Int?
  var due: Int?
  var word: String
}

extension SimulatedCase {
  func outcome() -> SimulatedOutcome {
    let known = orderedSteps()
    let met = known.firstIndex { step in
      step.stage == stage && (step.result == nil || step.result == "done")
        && (department == nil || step.department == department)
    }
    guard let start = start(known, met) else { return SimulatedOutcome(word: "not started") }
    let due = due(from: start)
    let word: String
    if let met {
      let came = known[met].at
      let late = came.hasTime ? came.minute * 60 > due : came.day > due / 86_400
      word = late ? "late" : "met"
    } else {
      let waits = pauses.contains { $0.from.day <= asOf && ($0.to.map { $0.day > asOf } ?? true) }
      word = !waits && asOf * 86_400 + 86_399 > due ? "overdue" : "running"
    }
    return SimulatedOutcome(start: start.minute * 60, due: due, word: word)
  }

  /// The steps up to as-of; on one day those without a time first.
  private func orderedSteps() -> [Step] {
    var ordered: [Step] = []
    for day in 0...asOf {
      let today = steps.filter { $0.at.day == day }
      ordered += today.filter { !$0.at.hasTime }
      guard today.contains(where: \.at.hasTime) else { continue }
      for minute in (day * 1440)..<(day * 1440 + 1440) {
        for step in today where step.at.hasTime && step.at.minute == minute { ordered.append(step) }
      }
    }
    return ordered
  }

  private func start(_ known: [Step], _ met: Int?) -> Time? {
    switch from {
    case "received": return received
    case "previous":
      if let met { return known[met].received ?? (met == 0 ? received : known[met - 1].at) }
      return known.isEmpty ? received : known[known.count - 1].at
    default:
      for step in known where step.stage == from && (step.result == nil || step.result == "done") { return step.at }
      return from == "registered" ? received : nil
    }
  }

  private func due(from start: Time) -> Int {
    let calendar = Minutes(self)
    switch span {
    case .hours(let hours): return calendar.run(hours * 3600, from: start.lastSecond) { _ in true }
    case .workingHours(let hours): return calendar.run(hours * 3600, from: start.lastSecond, while: calendar.isOpen)
    case .days(let days, let worked, let minute):
      return calendar.walk(days, worked: worked, minute: minute, from: start)
    case .halfDay(let worked): return calendar.half(worked: worked, from: start)
    case .months(let months, let day): return calendar.months(months, day, from: start.day)
    }
  }
}

/// Every minute of a year: paused or not.
private struct Minutes {
  let paused: [Bool]
  /// The days with a paused minute.
  let touched: Set<Int>
  let holidays, makeUps: Set<Int>

  init(_ simulated: SimulatedCase) {
    var paused = Array(repeating: false, count: 365 * 1440)
    var touched: Set<Int> = []
    for pause in simulated.pauses where pause.from.day <= simulated.asOf {
      var minute = pause.from.minute
      let end =
        if let to = pause.to, to.day <= simulated.asOf { to.hasTime ? to.minute : (to.day + 1) * 1440 } else {
          (simulated.asOf + 1) * 1440
        }
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

  /// 09:00 to 12:00 and 13:00 to 18:00 of worked days.
  func isOpen(_ minute: Int) -> Bool {
    let hour = minute % 1440 / 60
    return isWorked(minute / 1440) && hour >= 9 && hour < 18 && hour != 12
  }

  private func isWorked(_ day: Int) -> Bool {
    // Day 0 is a Thursday, so 2 and 3 are the first weekend.
    makeUps.contains(day) || !holidays.contains(day) && day % 7 != 2 && day % 7 != 3
  }

  private func counts(_ day: Int, worked: Bool) -> Bool {
    !touched.contains(day) && (!worked || isWorked(day))
  }

  /// Lets seconds pass in the minutes that run, until none is left.
  func run(_ seconds: Int, from start: Int, while runs: (Int) -> Bool) -> Int {
    var (left, now) = (seconds, start)
    while true {
      let minute = now / 60
      let next = (minute + 1) * 60
      if !paused[minute] && runs(minute) {
        if left <= next - now { return now + left }
        left -= next - now
      }
      now = next
    }
  }

  /// Walks through the minutes and counts midnights.
  func walk(_ days: Int, worked: Bool, minute: Int?, from start: SimulatedCase.Time) -> Int {
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

  func half(worked: Bool, from start: SimulatedCase.Time) -> Int {
    if counts(start.day, worked: worked), start.hasTime, start.minute % 1440 < 720 {
      return start.day * 86_400 + 86_399
    }
    var next = start.day + 1
    while !counts(next, worked: worked) { next += 1 }
    return next * 86_400 + (counts(start.day, worked: worked) ? 43_200 : 86_399)
  }

  /// As many days without a pause as lie between a day and its namesake months later.
  func months(_ months: Int, _ dayOfMonth: Int?, from start: Int) -> Int {
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
