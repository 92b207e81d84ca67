/// What had happened in a case by the end of a day.
struct History {
  let day: Day
  let received: Moment
  /// Those with a time by then, in order of time.
  let events: ArraySlice<Event>
  /// Each time the case was reopened by then, in order.
  let reopened: [Moment]
  /// The last closing by then that nothing reopened.
  let closed: Moment?

  /// - Parameter day: The end of time unless given, so that a case is judged as written.
  init(of complaint: Complaint, asOf day: Day = Day(number: .max)) {
    self.day = day
    received = complaint.received
    let events = complaint.events.prefix { event in event.at.map { $0.day <= day } ?? false }
    var reopened = events.filter { $0.stage == "reopened" }.compactMap(\.at)
    if let field = complaint.reopenedField, field.day <= day, !reopened.contains(where: field.isSame) {
      reopened.append(field)
      reopened.sort(by: Moment.order)
    }
    let last = events.last { $0.stage == "closed" && $0.isDone }?.at
    closed = last.flatMap { last in reopened.contains { $0.isAfter(last) } ? nil : last }
    self.events = events
    self.reopened = reopened
  }

  /// The time of the first event of a stage that was done.
  func first(_ stage: String) -> Moment? {
    events.first { $0.stage == stage && $0.isDone }?.at
  }

  /// Where the clock of a rule starts; `nil` while that has not happened.
  ///
  /// - Parameter measured: The index of the event that the rule measures; `nil` while it is awaited.
  func start(of rule: LimitRule, measured: Int?) -> Moment? {
    switch rule.from {
    case .stage("received"): return received
    case .stage("registered"): return first("registered") ?? received
    case .stage(let stage): return first(stage)
    case .previous:
      guard let measured else { return events.last?.at ?? received }
      return events[measured].received ?? events[..<measured].last?.at ?? received
    }
  }
}

extension Moment {
  /// Whether two values can be the same time: by the clock if both have one, else by days.
  func isSame(as other: Moment) -> Bool {
    hasTime && other.hasTime ? utc == other.utc : day == other.day
  }
}
