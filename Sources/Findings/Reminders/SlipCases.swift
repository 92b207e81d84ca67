package import Complaints

/// Which cases slips are to be issued about, and how many, told without writing any of them.
package struct SlipCases: Hashable, Sendable {
  /// The places in the ledger of the cases that are open past their due time, in no order; each has at least one 催办单, and no
  /// other case has any.
  package private(set) var expedited: [Int] = []
  /// The same of the cases that have a 洽办单.
  package private(set) var inquired: [Int] = []
  /// How many slips of each kind there are.
  package private(set) var expedites = 0
  package private(set) var inquiries = 0

  fileprivate mutating func add(_ place: Int, expedites: Int, inquiries: Int) {
    if expedites > 0 { expedited.append(place) }
    if inquiries > 0 { inquired.append(place) }
    self.expedites += expedites
    self.inquiries += inquiries
  }
}

extension Findings {
  /// The cases to issue slips about as of the findings' day.
  ///
  /// - Parameter day: Leaves out the inquiries of cases closed before it; all if `nil`.
  /// - Complexity: O(*cases*), and a look at each case, or appeal, that was closed since the day.
  package func slipCases(closedSince day: Day? = nil) -> SlipCases {
    var all = SlipCases()
    for number in cases.indices {
      let counted = cases[number]
      if counted.closedDay == nil {
        all.add(counted.place, expedites: Int(details[number].expedites), inquiries: 0)
      } else if isAsked(counted.closedDay, since: day) {
        all.add(counted.place, expedites: 0, inquiries: lookedAt(counted.place).recipients.asked.count)
      }
    }
    // An appeal has a form and a limit of its own, and stands in no figure.
    for appeal in appeals where appeal.standing.isOverdue == true || isAsked(appeal.standing.closed?.day, since: day) {
      let recipients = lookedAt(appeal.place).recipients
      all.add(appeal.place, expedites: recipients.expedited.count, inquiries: recipients.asked.count)
    }
    return all
  }

  private func isAsked(_ closed: Day?, since day: Day?) -> Bool {
    closed.map { closed in day.map { closed >= $0 } ?? true } ?? false
  }
}
