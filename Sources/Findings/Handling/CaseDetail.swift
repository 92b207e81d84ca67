package import Complaints

/// What the further figures need of a counted case besides its standing.
package struct CaseDetail: Sendable {
  /// From received to closed as days to close are counted; of an open case from received to the end of as-of.
  package let days: Double
  /// From received to the first containment; `nil` without one, or if either has no time.
  package let hoursToContain: Double?
  /// When those who are to handle it were first told: the first `assigned` or `informed` event; and the hours from received
  /// to it, `nil` if either has no time.
  package let informed: Moment?
  package let hoursToInform: Double?
  /// The days from received to closed in which its clocks stood still; of an open case to the end of as-of.
  package let pausedDays: Double
  package let followUp: FollowUp
  package let deductions: Deductions
  /// Whether the closing was abnormal; false of an open case and where nothing is said.
  package let isAbnormal: Bool
  /// Every limit of the first response that fell due by as-of.
  package let promises: [Promise]

  /// A limit of the first response, by the day on which it fell due.
  package struct Promise: Hashable, Sendable {
    package let due: Day
    package let isKept: Bool
  }

  /// One for each case, in their order.
  ///
  /// - Complexity: O(*cases*), one pass.
  static func all(_ cases: [CountedCase], in ledger: Ledger, asOf: Day, jobs: Int) -> [CaseDetail] {
    var settings = ledger.settings
    settings.limits.removeAll { $0.stages != ["responded"] }
    let responses = settings
    let end = Moment(day: asOf, second: 86_399, zone: settings.zone)
    return inParallel(cases.count, jobs: jobs) { number in
      CaseDetail(cases[number], ledger.cases[cases[number].place], end: end, responses: responses)
    }
  }

  /// - Parameters:
  ///   - end: The last second of as-of.
  ///   - responses: The settings with no other limits than those of the first response.
  private init(_ counted: CountedCase, _ file: CaseFile, end: Moment, responses: Settings) {
    let complaint = file.complaint.atHand()
    let received = complaint.received
    days = counted.standing.daysToClose ?? received.days(to: end)
    hoursToContain = counted.standing.contained.flatMap { received.hours(to: $0) }
    informed = complaint.firstTold(asOf: end.day)
    hoursToInform = informed.flatMap { received.hours(to: $0) }
    pausedDays = complaint.pausedDays(until: counted.standing.closed?.end ?? end, asOf: end.day, zone: responses.zone)
    followUp = FollowUp(file.record, asOf: end.day)
    deductions = Deductions(file.record, asOf: end.day)
    isAbnormal = counted.closedDay != nil && complaint.closureKind == "abnormal"
    promises =
      responses.limits.isEmpty
      ? []
      : stageClocks(of: complaint, asOf: end.day, settings: responses).compactMap { Promise($0, asOf: end.day) }
  }
}

extension Complaint {
  /// The time of the first event by a day that gives the case to those who are to handle it, or tells them of it.
  fileprivate func firstTold(asOf day: Day) -> Moment? {
    events.first { event in
      (event.stage == "assigned" || event.stage == "informed") && event.isDone
        && event.at.map { $0.day <= day } ?? false
    }?.at
  }

  /// How long the clocks stood still from received to a moment, pauses that overlap counted once.
  fileprivate func pausedDays(until end: Moment, asOf day: Day, zone: Zone) -> Double {
    guard !pauses.isEmpty, received.utc < end.utc else { return 0 }
    let time = received.utc..<end.utc
    let seconds = PausedTime(pauses, asOf: day, zone: zone).spans.reduce(0) { $0 + $1.clamped(to: time).count }
    return Double(seconds) / 86_400
  }
}

extension CaseDetail.Promise {
  /// A response that is awaited and past its limit is a promise not kept; one in a case that was closed without it, or
  /// whose clock stands still, is none.
  fileprivate init?(_ clock: StageClock, asOf: Day) {
    guard let due = clock.due?.day, due <= asOf else { return nil }
    switch clock.state {
    case .met: self.init(due: due, isKept: true)
    case .late, .overdue: self.init(due: due, isKept: false)
    case .notStarted, .running, .unmeasured: return nil
    }
  }
}
