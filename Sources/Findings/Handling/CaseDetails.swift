package import Complaints

/// What the further figures need of each counted case besides its standing; one entry a case, in the order of the cases.
package struct CaseDetails: Sendable {
  /// From received to closed as days to close are counted; of an open case from received to the end of as-of.
  package private(set) var days: [Double] = []
  /// From received to the first containment; `nil` without one, or if either has no time.
  package private(set) var hoursToContain: [Double?] = []
  package private(set) var followUps: [FollowUp] = []
  package private(set) var deductions: [Deductions] = []
  /// Whether the closing was abnormal; false of open cases and where nothing is said.
  package private(set) var isAbnormal: [Bool] = []
  /// Every limit of the first response that fell due by as-of.
  package private(set) var promises: [Promise] = []

  /// A limit of the first response, by the day on which it fell due.
  package struct Promise: Sendable {
    package let number: Int
    package let due: Day
    package let isKept: Bool
  }

  /// - Complexity: O(*cases*), one pass.
  init(_ cases: [CountedCase], in ledger: Ledger, asOf: Day) {
    var settings = ledger.settings
    settings.limits.removeAll { $0.stages != ["responded"] }
    let end = Moment(day: asOf, second: 86_399, zone: settings.zone)
    for number in cases.indices {
      let (counted, file) = (cases[number], ledger.cases[cases[number].place])
      let received = file.complaint.received
      days.append(counted.standing.daysToClose ?? received.days(to: end))
      hoursToContain.append(counted.standing.contained.flatMap { received.hours(to: $0) })
      followUps.append(FollowUp(file.record, asOf: asOf))
      deductions.append(Deductions(file.record, asOf: asOf))
      isAbnormal.append(counted.closedDay != nil && file.complaint.closureKind == "abnormal")
      if !settings.limits.isEmpty { addPromises(number, file.complaint, asOf, settings) }
    }
  }

  /// A response that is awaited and past its limit is a promise not kept; one in a case that was closed without it, or
  /// whose clock stands still, is none.
  private mutating func addPromises(_ number: Int, _ complaint: Complaint, _ asOf: Day, _ settings: Settings) {
    for clock in stageClocks(of: complaint, asOf: asOf, settings: settings) {
      guard let due = clock.due?.day, due <= asOf else { continue }
      switch clock.state {
      case .met: promises.append(Promise(number: number, due: due, isKept: true))
      case .late, .overdue: promises.append(Promise(number: number, due: due, isKept: false))
      case .notStarted, .running, .unmeasured: break
      }
    }
  }
}
