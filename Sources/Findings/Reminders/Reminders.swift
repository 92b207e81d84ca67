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
    Reminders(expedites: expedites, inquiries: inquiries(closedSince: day))
  }

  /// The places of the cases that are open past their due time, in no order; each has at least one expediting slip, and no
  /// other case has any.
  package var expedited: [Int] {
    cases.lazy.filter { $0.standing.isOverdue == true }.map(\.place)
      + appeals.filter { $0.standing.isOverdue == true }.map(\.place)
  }

  /// 催办单.
  package var expedites: [Expedite] {
    inOrder(
      expedited.flatMap { place -> [Expedite] in standing(at: place).due.map { expedites(place, due: $0) } ?? [] })
  }

  /// 洽办单.
  ///
  /// - Parameter day: Leaves out those of cases closed before it; all if `nil`.
  package func inquiries(closedSince day: Day? = nil) -> [Inquiry] {
    let closed = cases.lazy.map { ($0.place, $0.standing.closed) } + appeals.map { ($0.place, $0.standing.closed) }
    return inOrder(
      closed.flatMap { place, closed -> [Inquiry] in
        guard let closed, day.map({ closed.day >= $0 }) ?? true else { return [] }
        return inquiries(place, closed: closed)
      })
  }

  private func standing(at place: Int) -> Standing {
    Complaints.standing(of: ledger.cases[place].complaint, asOf: asOf, settings: ledger.settings)
  }

  private func expedites(_ place: Int, due: DueTime) -> [Expedite] {
    let file = ledger.cases[place]
    let clocks = stageClocks(of: file.complaint, asOf: asOf, settings: ledger.settings).filter { $0.state == .overdue }
    let events = file.complaint.events.prefix { event in event.at.map { $0.day <= asOf } ?? false }
    var names = distinct(clocks.flatMap(\.rule.departments)).map(Optional.some)
    if names.isEmpty { names = insideDepartments(of: file).map(Optional.some) }
    return (names.isEmpty ? [nil] : names).map { name in
      Expedite(
        place: place, department: name, due: due, step: events.last { $0.stage != "expedited" },
        awaited: clocks.filter { clock in
          clock.rule.departments.isEmpty || name.map(clock.rule.departments.contains) ?? false
        },
        urged: events.filter { $0.stage == "expedited" }.compactMap(\.at))
    }
  }

  /// The departments that bear a case by as-of, without outside parties such as suppliers.
  private func insideDepartments(of file: CaseFile) -> [String] {
    let lists = [file.record] + file.record.maps("events")
    let outside = lists.flatMap { $0.maps("departments") }.filter { $0.yesNo("external") == true }
    let names = outside.compactMap { $0.text("name") }
    return distinct(
      Complaints.departments(of: file.complaint, asOf: asOf).map(\.department).filter { !names.contains($0) })
  }

  private func inquiries(_ place: Int, closed: Moment) -> [Inquiry] {
    let clocks = stageClocks(of: ledger.cases[place].complaint, asOf: asOf, settings: ledger.settings)
      .filter { $0.state == .late }
    return distinct(clocks.flatMap(\.rule.departments)).map { name in
      Inquiry(
        place: place, department: name, closed: closed, overruns: clocks.filter { $0.rule.departments.contains(name) })
    }
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

/// Words each once, in the order in which they come first.
private func distinct(_ words: [String]) -> [String] {
  var seen: Set<String> = []
  return words.filter { seen.insert($0).inserted }
}
