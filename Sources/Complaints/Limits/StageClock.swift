/// A stage's limit in one case as of a day: what was to be done by when, and how it went.
package struct StageClock: Hashable, Sendable {
  /// Its stages and departments share the one budget; an overrun names all of them.
  package let rule: LimitRule
  /// `nil` while what starts it has not happened.
  package let start: Moment?
  /// The last second in which it is in time; `nil` without a start, or where no end can be told.
  package let due: Moment?
  /// When the last of its events came; `nil` while one of them is awaited.
  package let end: Moment?
  package let state: State

  /// How a stage's limit stands.
  package enum State: Hashable, Sendable {
    /// What starts it has not happened.
    case notStarted
    /// Awaited and not overdue; also past its due time while a pause without an end lasts.
    case running
    /// Awaited, and its due time has passed.
    case overdue
    /// Came in time, or without a due time.
    case met
    /// Came after its due time.
    case late
    /// The case was closed without it.
    case unmeasured
  }

  package init(rule: LimitRule, start: Moment?, due: Moment?, end: Moment?, state: State) {
    self.rule = rule
    self.start = start
    self.due = due
    self.end = end
    self.state = state
  }
}

/// Every stage limit of a case as of a day, in the order of site.yaml; none where no rule matches.
package func stageClocks(of complaint: Complaint, asOf day: Day, settings: Settings) -> [StageClock] {
  let rules = settings.limitTable.stageLimits(of: complaint)
  guard !rules.isEmpty else { return [] }
  let history = History(of: complaint, asOf: day)
  let clock = LimitClock(of: complaint, asOf: day, settings: settings)
  return rules.map { history.stage($0, by: clock) }
}

extension History {
  /// The limit of a stage by a rule.
  func stage(_ rule: LimitRule, by clock: LimitClock) -> StageClock {
    var (first, last, isComplete): (Int?, Int?, Bool) = (nil, nil, true)
    for task in rule.tasks {
      if let place = events.firstIndex(where: task.isDone) {
        (first, last) = (min(first ?? place, place), max(last ?? place, place))
      } else {
        isComplete = false
      }
    }
    let start = start(of: rule, measured: first)
    let end = isComplete ? last.flatMap { events[$0].at } : nil
    let due = start.flatMap { clock.end(of: rule.limit, from: $0) }
    let state: StageClock.State =
      if let end {
        start == nil ? .notStarted : due.map(end.isAfter) ?? false ? .late : .met
      } else if closed != nil {
        .unmeasured
      } else if start == nil {
        .notStarted
      } else {
        clock.isPast(due, at: day) ? .overdue : .running
      }
    return StageClock(rule: rule, start: start, due: due, end: end, state: state)
  }
}

extension LimitClock {
  /// Whether a due time lies before the end of a day, and no pause without an end holds it up; never without a due time.
  func isPast(_ due: Moment?, at day: Day) -> Bool {
    due.map { !paused.isInCourse && endOfDay(day).utc > $0.utc } ?? false
  }
}

extension LimitRule {
  /// One event that a rule waits for.
  struct Task {
    let stage: String
    /// `nil` is anybody.
    let department: String?

    /// Whether an event is the one, and was done.
    func isDone(_ event: Event) -> Bool {
      event.stage == stage && event.isDone && (department == nil || event.department == department)
    }
  }

  /// Whether this is about the same as another rule, so that only one of them can hold. A rule without a stage is the
  /// limit of the whole case, whoever owes it.
  func isAboutTheSame(as other: LimitRule) -> Bool {
    stages.isEmpty
      ? other.stages.isEmpty
      : stages.hasTheSameWords(as: other.stages) && departments.hasTheSameWords(as: other.departments)
  }

}

extension [String] {
  /// Whether two lists name the same, in any order.
  fileprivate func hasTheSameWords(as other: [String]) -> Bool {
    self == other || count == other.count && count > 1 && sorted() == other.sorted()
  }
}
