/// What cases are judged by: the rules of the site, the other cases, and the day.
///
/// A class since it is handed to the rules with every case, and a copy would count a reference to each part of the site.
final class Grounds: Sendable {
  let settings: Settings
  let index: LedgerIndex
  /// Judged at its end: what is not due by then is not missing yet.
  let day: Day
  /// `nil` where no limit needs a calendar.
  let reach: CalendarReach?

  init(_ settings: Settings, among index: LedgerIndex, asOf day: Day) {
    self.settings = settings
    self.index = index
    self.day = day
    reach = CalendarReach(settings)
  }
}

/// A case as the rules look at it: its facts, where each of them stands in the file, and what it is judged by.
struct CaseUnderCheck {
  let complaint: Complaint
  let record: Record
  let grounds: Grounds
  /// All that had happened, as written.
  let history: History

  init(_ file: CaseFile, on grounds: Grounds) {
    complaint = file.complaint.atHand()
    record = file.record
    self.grounds = grounds
    history = History(of: complaint)
  }

  var day: Day { grounds.day }

  /// What had happened by the end of the day.
  var past: History { History(of: complaint, asOf: day) }

  /// The clocks of the case.
  var clock: LimitClock { LimitClock(of: complaint, asOf: day, settings: grounds.settings) }

  /// Whether a deadline has passed by the end of the day, and no pause without an end holds it up.
  func isPast(_ due: Moment) -> Bool { clock.isPast(due, at: day) }

  /// Whether the case is handled at all: a void number only stands for itself.
  var isVoid: Bool { complaint.writtenStatus == .void }

  /// The events as written, in the order of the file; the short fields are not among them.
  var placedEvents: [PlacedEvent] {
    var events: [PlacedEvent] = []
    record.find(At.events) { list in
      list.eachPlacedMap { mark, map in
        if let mark { events.append(PlacedEvent(event: Event(map), record: map.record, mark: mark)) }
      }
    }
    return events
  }

  /// Where the file says that a stage was reached, and when: its short field, else its event.
  ///
  /// - Returns: `nil` where no such event was done. The place is that of the time.
  func reached(_ stage: String) -> (at: Moment, mark: Mark)? {
    let isOne = { (event: Event) in event.stage == stage && event.isDone && event.at != nil }
    let event = stage == "closed" ? history.events.last(where: isOne) : history.events.first(where: isOne)
    guard let at = event?.at else { return nil }
    let short = record.schema.index(of: stage).flatMap { record.placedMoment(at: $0)?.mark }
    return (short ?? eventMark(of: stage, at: at)).map { (at, $0) }
  }

  /// Where the file says that a stage was reached at a time: in its event, else in its short field.
  func mark(of stage: String, at time: Moment) -> Mark? { eventMark(of: stage, at: time) ?? reached(stage)?.mark }

  /// The place of the time of the first event of a stage that was done then.
  private func eventMark(of stage: String, at time: Moment) -> Mark? {
    var found: Mark?
    record.find(At.events) { list in
      list.eachMap { map in
        guard found == nil, map.find(At.event.at)?.moment == time, map.find(At.event.stage)?.text == stage,
          Event.isDone(map.find(At.event.result)?.text)
        else { return }
        found = map.mark(At.event.at)
      }
    }
    return found
  }
}

/// An event and where it stands.
struct PlacedEvent {
  let event: Event
  let record: Record
  /// Of the whole event.
  let mark: Mark

  /// The place of one of its values, else of the whole event.
  func mark(of key: String) -> Mark { record.mark(key) ?? mark }
}

/// What a rule found, and where in the file.
struct Finding {
  let problem: RuleProblem
  let mark: Mark

  init(_ problem: RuleProblem, at mark: Mark) {
    self.problem = problem
    self.mark = mark
  }

  /// What is reported of it in a file; `nil` where the site turned the rule off.
  func diagnostic(in path: String, settings: Settings) -> Diagnostic? {
    let problem = Problem.rule(problem)
    return settings.severity(of: problem).map { Diagnostic(problem, at: mark.place(in: path), severity: $0) }
  }
}
