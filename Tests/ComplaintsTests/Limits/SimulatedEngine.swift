import Complaints

/// The program's own answer to a simulated case.
func engine(_ simulated: SimulatedCase) -> SimulatedAnswer {
  let file = simulated.file
  let asOf = day(simulated.asOf)
  let calendar = WorkCalendar(
    hours: october.hours, holidays: Set(simulated.holidays.map(day(_:))), workdays: Set(simulated.makeUps.map(day(_:))))
  let settings = settings(simulated.rules.map(\.rule), calendar: calendar)
  let standing = standing(of: file.complaint, asOf: asOf, settings: settings)
  var answer = SimulatedAnswer()
  for clock in stageClocks(of: file.complaint, asOf: asOf, settings: settings) {
    answer.stages[clock.rule.name] = SimulatedOutcome(
      start: clock.start.map(seconds), due: clock.due.map(seconds), end: clock.end.map(seconds), word: clock.state.word)
  }
  answer.due = standing.due.map { seconds($0.moment) }
  answer.source = standing.due.map { due in
    switch due.source {
    case .field: "by hand"
    case .promise: "promise"
    case .rule(let name): name
    }
  }
  answer.closed = standing.closed.map(seconds)
  answer.isOverdue = standing.isOverdue
  answer.isOnTime = standing.isOnTime
  let told = checkRules(of: file, among: LedgerIndex([file]), settings: settings, asOf: asOf)
  answer.warning = told.map(\.code).first { ExtensionProblem.codes.contains($0) }
  return answer
}

extension StageClock.State {
  fileprivate var word: String {
    switch self {
    case .notStarted: "not started"
    case .running: "running"
    case .overdue: "overdue"
    case .met: "met"
    case .late: "late"
    case .unmeasured: "unmeasured"
    }
  }
}

private func day(_ number: Int) -> Day { day("2026-01-01").advanced(by: number) }

private func seconds(_ moment: Moment) -> Int { moment.local - day(0).number * 86_400 }

extension SimulatedCase.Time {
  fileprivate var draft: Draft {
    let clock = [minute / 60 % 24, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return .text(hasTime ? "\(ComplaintsTests.day(day)) \(clock)" : "\(ComplaintsTests.day(day))")
  }
}

extension SimulatedRule {
  fileprivate var rule: LimitRule {
    LimitRule(
      name: name, stages: stages, departments: departments, from: from == "previous" ? .previous : .stage(from),
      limit: limit,
      when: Condition(
        wanted.compactMap { wanted in
          Condition.Axis(rawValue: wanted.fact).map { Condition.Clause(axis: $0, codes: wanted.values) }
        }), mark: Mark(line: 1, column: 1))
  }

  private var limit: Limit {
    switch span {
    case .hours(let count): .hours(count)
    case .workingHours(let count): .workingHours(count)
    case .days(let count, let worked, let minute): .days(count, worked: worked, at: minute.map { $0 * 60 })
    case .halfDay(let worked): .halfDay(worked: worked)
    case .months(let count, let day): .months(count, day: day)
    case .replyBy: .replyBy
    }
  }
}

extension SimulatedCase {
  fileprivate var file: CaseFile {
    let events = steps.map { step -> Draft in
      var fields: [(String, Draft)] = [("stage", .text(step.stage)), ("at", step.at.draft)]
      if let received = step.received { fields.append(("received", received.draft)) }
      if let department = step.department { fields.append(("department", .text(department))) }
      if let result = step.result { fields.append(("result", .text(result))) }
      return .map(fields)
    }
    let paused = pauses.map { pause -> Draft in
      .map([("from", pause.from.draft)] + (pause.to.map { [("to", $0.draft)] } ?? []))
    }
    var fields: [(String, Draft)] = [
      ("received", received.draft), ("events", .list(events)), ("paused", .list(paused)),
    ]
    if let given {
      fields.append(
        (
          "due",
          .map(
            [("until", given.until.draft)] + (given.hasReason ? [("reason", "等样品")] : [])
              + (given.hasApproval ? [("approved_by", "总经理")] : []))
        ))
    }
    if let promised { fields.append(("promised", promised.draft)) }
    if let replyBy { fields.append(("reply_by", replyBy.draft)) }
    for fact in Self.factNames {
      if let values = facts[fact] { fields.append(field(of: fact, values.map(Draft.text))) }
    }
    return caseFile(fields)
  }

  /// The field that holds a fact.
  private func field(of fact: String, _ values: [Draft]) -> (String, Draft) {
    switch fact {
    case "weight", "flags": (fact, .list(values))
    case "product": (fact, .list(values.map { .map([("part_no", $0)]) }))
    case "customer.type": ("customer", .map([("type", values[0])]))
    case "closure.kind": ("closure", .map([("kind", values[0])]))
    default: (fact, values[0])
    }
  }
}
