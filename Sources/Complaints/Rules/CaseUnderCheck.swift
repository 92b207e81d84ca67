/// A case as the rules look at it: its facts, where each of them stands in the file, and what site and day to judge by.
struct CaseUnderCheck {
  let complaint: Complaint
  let record: Record
  let settings: Settings
  /// Judged at its end: what is not due by then is not missing yet.
  let day: Day
  /// All that had happened, as written.
  let history: History

  init(_ file: CaseFile, settings: Settings, asOf day: Day) {
    complaint = file.complaint
    record = file.record
    self.settings = settings
    self.day = day
    history = History(of: file.complaint)
  }

  /// The clocks of the case.
  var clock: LimitClock { LimitClock(of: complaint, asOf: day, settings: settings) }

  /// Whether a deadline has passed by the end of the day, and no pause without an end holds it up.
  func isPast(_ due: Moment) -> Bool { clock.isPast(due, at: day) }

  /// Whether the case is handled at all: a void number only stands for itself.
  var isVoid: Bool { complaint.writtenStatus == .void }

  /// The events as written, in the order of the file; the short fields are not among them.
  var placedEvents: [PlacedEvent] {
    record.placedMaps("events").map { PlacedEvent(event: Event($0.record), record: $0.record, mark: $0.mark) }
  }

  /// Where the file says that a stage was reached, and when: its short field, else its event.
  ///
  /// - Returns: `nil` where no such event was done. The place is that of the time.
  func reached(_ stage: String) -> (at: Moment, mark: Mark)? {
    let isLast = stage == "closed"
    let isOne = { (event: Event) in event.stage == stage && event.isDone && event.at != nil }
    let event = isLast ? history.events.last(where: isOne) : history.events.first(where: isOne)
    guard let at = event?.at else { return nil }
    if record.schema.index(of: stage) != nil, let item = record[stage], case .moment = item.value {
      return (at, item.mark)
    }
    let placed = placedEvents.first { isOne($0.event) && $0.event.at == at }
    return placed.map { (at, $0.mark(of: "at")) }
  }

  /// Where the file says that a stage was reached at a time: in its event, else in its short field.
  func mark(of stage: String, at time: Moment) -> Mark? {
    let placed = placedEvents.first { $0.event.stage == stage && $0.event.at == time && $0.event.isDone }
    return placed?.mark(of: "at") ?? reached(stage)?.mark
  }
}

/// An event and where it stands.
struct PlacedEvent {
  let event: Event
  let record: Record
  /// Of the whole event.
  let mark: Mark

  /// The place of one of its values, else of the whole event.
  func mark(of key: String) -> Mark { record[key]?.mark ?? mark }
}

extension Record {
  /// The maps of a list of maps with their places; none where it is not given.
  func placedMaps(_ key: String) -> [(record: Record, mark: Mark)] {
    list(key).compactMap { item in
      if case .map(let record) = item.value { (record, item.mark) } else { nil }
    }
  }

  /// The items under a dotted key, of every map on the way.
  func items(at path: String) -> [Item] {
    var records = [self]
    let keys = path.split(separator: ".").map(String.init)
    for (index, key) in keys.enumerated() {
      let found = records.filter { $0.schema.index(of: key) != nil }.compactMap { $0[key] }
      if index == keys.count - 1 { return found }
      records = found.flatMap { item -> [Record] in
        switch item.value {
        case .map(let record): [record]
        case .list(let items): items.compactMap { if case .map(let record) = $0.value { record } else { nil } }
        default: []
        }
      }
    }
    return []
  }
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
