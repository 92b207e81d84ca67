/// The calendar does not reach as far as a limit.
package enum CalendarProblem: RuleFacts {
  /// A limit in working days or hours reaches into a year of which nobody said what is worked.
  case missing(year: Int, rule: String)
  case ending(Day)

  package static let codes = ["calendar.ending", "calendar.missing"]

  package var code: String {
    switch self {
    case .missing: "calendar.missing"
    case .ending: "calendar.ending"
    }
  }

  package var severity: Severity {
    if case .ending = self { .warning } else { .error }
  }

  package var message: String {
    switch self {
    case .missing(let year, let rule):
      "the limit \(rule) reaches into \(year), which has no calendar; add calendar/\(year).yaml"
    case .ending(let last):
      "the calendar ends on \(last); add calendar/\(last.year + 1).yaml"
    }
  }
}

/// A year that a rule needs and the calendar lacks.
package struct MissingYear: Hashable, Sendable {
  /// The rule's place among those of the site that may need a calendar.
  package let rule: Int
  package let year: Int
}

/// The years without a calendar that the limits of a case reach into; cases may be asked side by side.
///
/// A case that does not exist yet or is void needs none, nor does the limit of one whose due time is given by hand.
package func missingCalendarYears(of complaint: Complaint, asOf day: Day, settings: Settings) -> Set<MissingYear> {
  guard let reach = CalendarReach(settings) else { return [] }
  return missingCalendarYears(of: complaint.atHand(), asOf: day, settings: settings, reach)
}

/// The same where it is known what the calendar covers in any case.
func missingCalendarYears(
  of complaint: Complaint, asOf day: Day, settings: Settings, _ reach: CalendarReach
) -> Set<MissingYear> {
  guard complaint.received.day <= day, complaint.writtenStatus != .void, !reach.covers(complaint) else { return [] }
  let history = History(of: complaint, asOf: day)
  let clock = LimitClock(of: complaint, asOf: day, settings: settings)
  var spans: [(rule: LimitRule, start: Moment?, due: Moment?)] = []
  for rule in settings.limitTable.stageLimits(of: complaint) where rule.limit.needsCalendar {
    let stage = history.stage(rule, by: clock)
    spans.append((rule, stage.start, stage.due))
  }
  if complaint.due == nil, let own = caseClock(of: complaint, history: history, clock: clock, settings: settings) {
    spans.append(own)
  }
  var missing: Set<MissingYear> = []
  for (rule, start, due) in spans where rule.limit.needsCalendar {
    guard let start, let due, let index = settings.limits.firstIndex(where: { $0.mark == rule.mark }) else { continue }
    let first = rule.limit.firstDay(after: start).year
    for year in first...max(first, due.day.year) where !settings.calendar.years.contains(year) {
      missing.insert(MissingYear(rule: index, year: year))
    }
  }
  for duty in duties(of: complaint, history: history, settings: settings) where duty.limit.needsCalendar {
    guard let due = clock.end(of: duty.limit, from: duty.start) else { continue }
    let first = duty.limit.firstDay(after: duty.start).year
    for year in first...max(first, due.day.year) where !settings.calendar.years.contains(year) {
      missing.insert(MissingYear(rule: duty.rule, year: year))
    }
  }
  return missing
}

/// The call-back and the notices that a case owes: the place of the rule, its time, and where that starts.
private func duties(
  of complaint: Complaint, history: History, settings: Settings
) -> [(rule: Int, limit: Limit, start: Moment)] {
  var duties: [(rule: Int, limit: Limit, start: Moment)] = []
  let ended = ["closure_applied", "executed", "closed"].lazy.compactMap(history.first).first
  if let rule = settings.followup, complaint.kind == .complaint, let ended {
    duties.append((settings.limits.count, rule.within, ended))
  }
  let offset = settings.limits.count + (settings.followup == nil ? 0 : 1)
  for (place, rule) in settings.notify.enumerated() {
    guard let within = rule.within, rule.when.matches(complaint) else { continue }
    duties.append((offset + place, within, complaint.received))
  }
  return duties
}

extension Settings {
  /// The rules that may need a calendar, the limits first: what each is called, its time, and its place in site.yaml.
  var datedRules: [(name: String, limit: Limit, mark: Mark)] {
    limits.map { ($0.name, $0.limit, $0.mark) } + (followup.map { [("followup", $0.within, $0.mark)] } ?? [])
      + notify.map { ("notify", $0.within ?? .hours(1), $0.mark) }
  }
}

/// One error a year at the first rule that needs it, and a warning where the calendar ends within 60 days.
///
/// - Parameters:
///   - missing: Of all cases together.
///   - sitePath: The path of site.yaml.
///   - calendarFolder: The path of the folder calendar/.
package func checkCalendar(
  missing: Set<MissingYear>, asOf day: Day, settings: Settings, sitePath: String, calendarFolder: String
) -> [Diagnostic] {
  var firstRules: [Int: Int] = [:]
  for gap in missing { firstRules[gap.year] = min(gap.rule, firstRules[gap.year] ?? gap.rule) }
  let rules = settings.datedRules
  let errors = firstRules.compactMap { year, index in
    let rule = rules[index]
    return Finding(.calendar(.missing(year: year, rule: rule.name)), at: rule.mark)
      .diagnostic(in: sitePath, settings: settings)
  }
  let ending = lastDay(of: settings.calendar, from: day.year).flatMap { last in
    last.number - day.number > 60
      ? nil
      : Finding(.calendar(.ending(last)), at: Mark(line: 1, column: 1))
        .diagnostic(in: "\(calendarFolder)/\(last.year).yaml", settings: settings)
  }
  return (errors + [ending].compactMap { $0 }).sorted()
}

/// The last day of the unbroken run of calendars from a year on; `nil` if that year has none.
private func lastDay(of calendar: WorkCalendar, from year: Int) -> Day? {
  guard calendar.years.contains(year) else { return nil }
  var year = year
  while calendar.years.contains(year + 1) { year += 1 }
  return Day(year: year, month: 12, day: 31)
}

extension Limit {
  /// The first day of which it matters whether it is worked.
  fileprivate func firstDay(after start: Moment) -> Day {
    if case .days(let count, _, _) = self, count > 0 { start.day.advanced(by: 1) } else { start.day }
  }
}
