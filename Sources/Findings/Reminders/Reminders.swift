package import Complaints

/// 催办单: an open case past its limit, as one of the departments that have it in hand is told.
package struct Expedite: Hashable, Sendable {
  /// Its index in the ledger's cases.
  package let place: Int
  /// Who is to act; `nil` where no department can be told, so that the owner of the case is.
  package let department: String?
  package let due: DueTime
  /// The last step by as-of, done or not; `nil` where nothing with a time is recorded.
  package let step: Event?
  /// The limits of the department that have run out, in the order of site.yaml; empty where only the case's has.
  package let awaited: [StageClock]
  /// When the case was urged before, in order of time.
  package let urged: [Moment]
}

/// 洽办单: a closed case in which a department overran its own limit, and is asked why.
package struct Inquiry: Hashable, Sendable {
  /// Its index in the ledger's cases.
  package let place: Int
  package let department: String
  package let closed: Moment
  /// The limits of the department that it overran, in the order of site.yaml.
  package let overruns: [StageClock]
}

/// The slips to issue as of a day (R8).
///
/// Source: rules of the circulation of complaint forms, part 14: «对于逾期案件应开立催办单催促有关部门处理，对于已结案的
/// 案件，应查核各部门处理时效，对于处理时效逾期案件，得开立洽办单送有关部门追查逾期原因。»
///
/// Both look at the complaints received by as-of, as they stood at its end. Void numbers, inquiries, suggestions and
/// notices are no complaints and get none; an appeal has a form and a limit of its own and gets both.
///
/// 催办单: a case that is open and past its own due time: its `due`, else the earlier of its limit and its promise. What
/// is due at the last second of as-of is not yet past, and a pause in course stops the clock. A stage alone that is late
/// in a case which as a whole is in time gets none. It is sent to each department of the case's limits by stage that are
/// awaited and have run out, all departments of a shared budget; where there is none, to each department that bears the
/// case by as-of and is no outside party; where there is none either, to the owner of the case.
///
/// 洽办单: a case that is closed, for each department named by a stage limit that was met late, whether or not the case
/// as a whole was in time: an overrun of a shared budget names all its departments. A limit that names no department
/// is nobody's own, and a stage that the case was closed without was not measured: neither gives a slip.
package struct Reminders: Sendable {
  /// The latest first; of equally late ones, the earlier received; the departments of one case in their order.
  package let expedites: [Expedite]
  /// By the time of closing, the last first; the departments of one case in the order of site.yaml.
  package let inquiries: [Inquiry]
}

extension Findings {
  /// The slips to issue as of the findings' day.
  ///
  /// - Parameter day: Leaves out the inquiries of cases closed before it; all if `nil`.
  /// - Complexity: O(*cases*), and the limits of those that get a slip.
  package func reminders(closedSince day: Day? = nil) -> Reminders {
    let cases = slipCases(closedSince: day)
    return Reminders(expedites: expedites(of: cases.expedited), inquiries: inquiries(of: cases.inquired))
  }

  /// 催办单.
  ///
  /// - Parameter places: Of the cases that have any, each once.
  package func expedites(of places: [Int]) -> [Expedite] { inOrder(places.flatMap(expedites)) }

  /// 洽办单.
  ///
  /// - Parameter places: Of the cases that have any, each once.
  package func inquiries(of places: [Int]) -> [Inquiry] { inOrder(places.flatMap(inquiries)) }

  private func expedites(_ place: Int) -> [Expedite] {
    let (complaint, course, recipients) = lookedAt(place)
    guard let due = course.standing.due else { return [] }
    let clocks = course.stages.filter { $0.state == .overdue }
    let events = complaint.events.prefix { event in event.at.map { $0.day <= asOf } ?? false }
    return recipients.expedited.map { name in
      Expedite(
        place: place, department: name, due: due, step: events.last { $0.stage != "expedited" },
        awaited: clocks.filter { clock in
          clock.rule.departments.isEmpty || name.map(clock.rule.departments.contains) ?? false
        },
        urged: events.filter { $0.stage == "expedited" }.compactMap(\.at))
    }
  }

  private func inquiries(_ place: Int) -> [Inquiry] {
    let (_, course, recipients) = lookedAt(place)
    guard let closed = course.standing.closed else { return [] }
    return recipients.asked.map { name in
      Inquiry(
        place: place, department: name, closed: closed,
        overruns: course.stages.filter { $0.state == .late && $0.rule.departments.contains(name) })
    }
  }

  /// A case as of the findings' day, whatever is asked of it.
  func lookedAt(_ place: Int) -> (complaint: Complaint, course: Course, recipients: SlipRecipients) {
    let file = ledger.cases[place]
    let complaint = file.complaint.atHand()
    let course = Course(of: complaint, asOf: asOf, settings: ledger.settings)
    return (complaint, course, SlipRecipients(file, complaint, course, asOf: asOf))
  }

  private func inOrder(_ slips: [Expedite]) -> [Expedite] {
    slips.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      let (due, later) = (a.due.moment.end.utc, b.due.moment.end.utc)
      return (due, a.place, one.offset) < (later, b.place, other.offset)
    }.map(\.element)
  }

  private func inOrder(_ slips: [Inquiry]) -> [Inquiry] {
    slips.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      let (closed, earlier) = (a.closed.end.utc, b.closed.end.utc)
      return closed != earlier ? closed > earlier : (a.place, one.offset) < (b.place, other.offset)
    }.map(\.element)
  }
}
