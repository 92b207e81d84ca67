/// How a case has gone by the end of a day: where it stands, and every stage limit, from one reading of its events.
package struct Course: Sendable {
  package let standing: Standing
  /// In the order of site.yaml; none where no rule matches.
  package let stages: [StageClock]
  /// Those with a time by then, in order of time.
  package let events: ArraySlice<Event>

  package init(of complaint: Complaint, asOf day: Day, settings: Settings) {
    let history = History(of: complaint, asOf: day)
    let clock = LimitClock(of: complaint, asOf: day, settings: settings)
    let limits = settings.limitTable.limits(of: complaint)
    standing = Complaints.standing(of: complaint, history: history, clock: clock, limit: limits.ofCase)
    stages = limits.ofStages.map { history.stage($0, by: clock) }
    events = history.events
  }
}
