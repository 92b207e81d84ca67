/// A second opinion on the limits of one case, minute by minute: slow, plain, and without a line of the program.
extension SimulatedCase {
  func answer() -> SimulatedAnswer {
    let minutes = SimulatedMinutes(self)
    let known = steps(through: asOf)
    let closing = closing(known)
    let holding = holdingRules()
    var answer = SimulatedAnswer()
    for rule in holding where !rule.stages.isEmpty {
      answer.stages[rule.name] = outcome(of: rule, known, isClosed: closing != nil, minutes)
    }
    answer.closed = closing.map { known[$0].at.minute * 60 }
    let limit = holding.first { $0.stages.isEmpty }
    if let given {
      (answer.due, answer.source) = (given.until.lastSecond, "by hand")
    } else {
      if let limit, let due = due(by: limit, from: start(of: limit, known, closing), minutes) {
        (answer.due, answer.source) = (due, limit.name)
      }
      if let promised, answer.due.map({ promised.lastSecond < $0 }) ?? true {
        (answer.due, answer.source) = (promised.lastSecond, "promise")
      }
    }
    answer.isOverdue = closing != nil ? false : answer.due.map(isPast)
    if let due = answer.due {
      answer.isOnTime = closing.map { !isLate(known[$0].at, due) }
    }
    answer.warning = limit.flatMap { warning(about: $0, minutes) }
    return answer
  }

  /// The rules that hold: of those about the same stages and departments, the first that is for this case. Those
  /// without a stage are all about the case.
  private func holdingRules() -> [SimulatedRule] {
    var topics: Set<[Set<String>]> = []
    return rules.filter { rule in
      if case .replyBy = rule.span, replyBy == nil { return false }
      let isForIt = rule.wanted.allSatisfy { wanted in
        facts[wanted.fact, default: []].contains { has in
          wanted.values.contains { $0 == has || wanted.fact == "category" && has.split(separator: "/")[0] == $0 }
        }
      }
      return isForIt && topics.insert(rule.stages.isEmpty ? [] : [Set(rule.stages), Set(rule.departments)]).inserted
    }
  }

  /// The index of the closing that nothing reopened.
  private func closing(_ known: [Step]) -> Int? {
    guard let last = known.lastIndex(where: { $0.stage == "closed" && $0.isDone }) else { return nil }
    return known.contains { $0.stage == "reopened" && $0.at.isAfter(known[last].at) } ? nil : last
  }

  private func outcome(
    of rule: SimulatedRule, _ known: [Step], isClosed: Bool, _ minutes: SimulatedMinutes
  ) -> SimulatedOutcome {
    var (firsts, isWhole): ([Int], Bool) = ([], true)
    for stage in rule.stages {
      for department in rule.departments.isEmpty ? [nil] : rule.departments.map(Optional.some) {
        let first = known.firstIndex { step in
          step.stage == stage && step.isDone && (department == nil || step.department == department)
        }
        if let first { firsts.append(first) } else { isWhole = false }
      }
    }
    let end = isWhole ? firsts.max().map { known[$0].at } : nil
    let ended = end.map { $0.minute * 60 }
    guard let start = start(of: rule, known, firsts.min()), let due = minutes.due(rule.span, from: start, replyBy)
    else {
      return SimulatedOutcome(end: ended, word: isClosed && end == nil ? "unmeasured" : "not started")
    }
    let word =
      if let end { isLate(end, due) ? "late" : "met" } else {
        isClosed ? "unmeasured" : isPast(due) ? "overdue" : "running"
      }
    return SimulatedOutcome(start: start.minute * 60, due: due, end: ended, word: word)
  }

  /// The steps up to a day; on one day those without a time first.
  private func steps(through last: Int) -> [Step] {
    var ordered: [Step] = []
    for day in 0...last {
      let today = steps.filter { $0.at.day == day }
      ordered += today.filter { !$0.at.hasTime }
      guard today.contains(where: \.at.hasTime) else { continue }
      for minute in (day * 1440)..<(day * 1440 + 1440) {
        for step in today where step.at.hasTime && step.at.minute == minute { ordered.append(step) }
      }
    }
    return ordered
  }

  private func start(of rule: SimulatedRule, _ known: [Step], _ met: Int?) -> Time? {
    switch rule.from {
    case "received": return received
    case "previous":
      if let met { return known[met].received ?? (met == 0 ? received : known[met - 1].at) }
      return known.isEmpty ? received : known[known.count - 1].at
    default:
      for step in known where step.stage == rule.from && step.isDone { return step.at }
      return rule.from == "registered" ? received : nil
    }
  }

  /// When the case is due by its limit; the date that the customer asks for is that date, whatever has happened yet.
  private func due(by limit: SimulatedRule, from start: Time?, _ minutes: SimulatedMinutes) -> Int? {
    if case .replyBy = limit.span { return replyBy?.lastSecond }
    return start.flatMap { minutes.due(limit.span, from: $0, replyBy) }
  }

  /// Whether what came at a time came after a second.
  private func isLate(_ came: Time, _ due: Int) -> Bool {
    came.hasTime ? came.minute * 60 > due : came.day > due / 86_400
  }

  /// Whether a second has gone by at the end of as-of; nothing is overdue in a pause that has not ended.
  private func isPast(_ due: Int) -> Bool {
    let waits = pauses.contains { $0.from.day <= asOf && ($0.to.map { $0.day > asOf } ?? true) }
    return !waits && asOf * 86_400 + 86_399 > due
  }

  /// What the rule about later deadlines says of the case as written.
  private func warning(about limit: SimulatedRule, _ minutes: SimulatedMinutes) -> String? {
    let written = steps(through: 150)
    guard let end = due(by: limit, from: start(of: limit, written, closing(written)), minutes) else { return nil }
    if let given {
      return given.until.lastSecond > end && !(given.hasReason && given.hasApproval) ? "due.extension" : nil
    }
    return promised.map { $0.lastSecond > end } ?? false ? "promised.late" : nil
  }
}
