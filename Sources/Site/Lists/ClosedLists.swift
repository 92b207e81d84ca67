import Complaints
import Findings

/// The lists of what was closed in a span, and of what happened to cases in it.
extension ListMaker {
  /// The cases closed, the quickest first, so that the middle one can be counted out.
  var closed: ListContent {
    let all = timeline.closed(in: days)
    let set = all.sorted { one, other in
      let (a, b) = (findings.cases[one].standing.daysToClose ?? 0, findings.cases[other].standing.daysToClose ?? 0)
      return (a, one) < (b, other)
    }
    let spent = column(.days, isNumber: true) { [findings, numbers] member in
      findings.cases[member.number].standing.daysToClose.map { numbers.decimal($0, places: 2) } ?? ""
    }
    let columns = [closedColumn, spent, abnormalColumn, followUpColumn]
    let pauses = pauses(of: all, at: columns.count)
    return content(
      columns + pauses.columns,
      [line(.closed, .count), line(.medianDaysToClose, .median(1)), line(.p90DaysToClose, .ninth(1))]
        + endings(of: all) + pauses.figures,
      members: members(set), by: closing)
  }

  /// The cases closed that had a due time, the late ones first.
  var onTime: ListContent {
    let set = timeline.closedWithDue(in: days)
    let kept = set.only { findings.cases[$0].standing.isOnTime == true }
    let late = set.only { findings.cases[$0].standing.isOnTime == false }
    var sections: [ListSection] = []
    if !late.isEmpty {
      sections.append(
        ListSection(
          anchor: "late", label: strings(ListPhrase.late), figures: [line(count: late.count)], members: members(late)))
    }
    if !kept.isEmpty {
      sections.append(
        ListSection(
          anchor: "in-time", label: strings(ListPhrase.inTime), figures: [line(.closedOnTime, .count)],
          members: members(kept)))
    }
    let closed = column(.closed) { [findings, numbers] in numbers.moment(findings.cases[$0.number].standing.closed) }
    return content(
      [dueColumn, closed, yes(.inTime) { [findings] in findings.cases[$0.number].standing.isOnTime == true }],
      [line(.closedWithDue, .count), line(.onTimeRate, .filled(2), base: numbers.count(set.count))],
      sections: sections, by: closing)
  }

  /// A word where something holds, nothing where not.
  private func yes(_ phrase: ListPhrase, _ holds: @escaping @Sendable (ListMember) -> Bool) -> ListColumn {
    let word = strings(UnitPhrase.yes)
    return column(phrase) { holds($0) ? word : "" }
  }

  /// The cases closed that cost something, the dearest first.
  var cost: ListContent {
    let set = timeline.withCost(in: days).sorted { one, other in
      let (a, b) = (findings.cases[one].cost, findings.cases[other].cost)
      return a != b ? a > b : one < other
    }
    let amount = column(.amount, isNumber: true) { [findings, numbers] in
      numbers.decimal(findings.cases[$0.number].cost.units, places: 2)
    }
    return content([amount], [line(.cost, .sum(0))], members: members(set), by: closing)
  }

  /// What the cases closed cost by kind, then what customers asked for and what suppliers paid back.
  var costKinds: ListContent {
    let set = timeline.closed(in: days)
    let losses = findings.losses(of: set)
    func section(_ key: String, _ label: String, _ total: Money, _ amount: (Int) -> Money?) -> ListSection? {
      let members = set.compactMap { number in
        amount(number).map { ListMember(number: number, note: $0.cents) }
      }
      guard !members.isEmpty else { return nil }
      var lines = [line(amount: total)]
      if key != "claim", key != "recovered", losses.total.cents > 0 {
        lines.append(
          ListFigure(
            name: strings(ReportPhrase.share),
            text: numbers.percent(Double(total.cents) / Double(losses.total.cents)), reckoning: .sum(0),
            base: numbers.decimal(losses.total.units, places: 2)))
      }
      return ListSection(anchor: key, label: label, figures: lines, members: members)
    }
    func part(_ kind: String) -> (Int) -> Money? {
      { [findings] number in findings.costs(of: number).first { $0.kind == kind }?.amount }
    }
    let kinds = losses.kinds.compactMap { section($0.kind, edition.costLabel($0.kind), $0.amount, part($0.kind)) }
    let others = [
      section("claim", strings(AnnualPhrase.claimed), losses.claimed, part("claim")),
      section("recovered", strings(AnnualPhrase.recovered), losses.recovered) { [findings] in
        findings.cases[$0].recovered
      },
    ]
    let total = ListSection(
      anchor: "total", label: strings(AnnualPhrase.costTotal), figures: [line(amount: losses.total)], sections: kinds)
    let amount = column(.amount, isNumber: true) { [numbers] member in
      numbers.decimal(Money(cents: member.note).units, places: 2)
    }
    return content(
      [amount], [], sections: (kinds.isEmpty ? [] : [total]) + others.compactMap(\.self), by: closing)
  }

  private func line(amount: Money) -> ListFigure {
    ListFigure(name: strings(ListPhrase.amount), text: numbers.money(amount), reckoning: .sum(0))
  }

  /// The cases closed with a mark of the customer, by mark, the best first.
  var satisfaction: ListContent {
    let set = timeline.satisfactionAnswers(in: days)
    let sections = [5, 4, 3, 2, 1].compactMap { mark -> ListSection? in
      let given = set.only { findings.cases[$0].satisfaction == mark }
      guard !given.isEmpty else { return nil }
      return ListSection(
        anchor: "mark-\(mark)", label: strings(AnnualPhrase.markName, ["n": String(mark)]),
        figures: [line(count: given.count), line(share: Double(given.count), of: set.count, .count)],
        members: members(given))
    }
    let mark = column(.mark, isNumber: true) { [findings] member in
      findings.cases[member.number].satisfaction.map(String.init) ?? ""
    }
    return content(
      [mark],
      [
        line(.satisfactionAnswers, .count), line(.satisfactionMean, .mean(0)),
        ListFigure(
          name: strings(ListPhrase.answered), text: numbers.percent(Rate(set.count, of: figures.closed)?.fraction),
          reckoning: .count, base: numbers.count(figures.closed), key: Further.answerRate.rawValue,
          definition: Further.answerRate.definition),
      ],
      sections: sections, by: closing)
  }

  /// The cases closed under the departments that bear them, with their part of the cost.
  var responsibility: ListContent {
    let set = timeline.closed(in: days)
    let split = findings.split(set, by: .department)
    let sections = findings.members(of: set, by: .department).map { entry in
      var section = self.section(entry, of: .department)
      let sum = entry.parts.reduce(0, +)
      let cost = split.first { $0.key == entry.key }?.cost ?? 0
      section.figures = [
        line(weighted: sum, .sum(0)), line(share: sum, of: set.count, .sum(0)),
        ListFigure(
          name: strings(MonthlyPhrase.cost), text: numbers.decimal(cost, places: 2), reckoning: .sum(1)),
      ]
      return section
    }
    let cost = column(.amount, isNumber: true) { [findings, numbers] member in
      let amount = findings.cases[member.number].cost
      return amount > .zero ? numbers.decimal(amount.units * member.part, places: 2) : ""
    }
    return content(
      [partColumn, cost], [line(.closed, .count), line(.cost, .sum(1))], sections: sections, by: closing)
  }

  /// The cases answered whose hours are known, the quickest first.
  var responded: ListContent {
    let set = timeline.withResponseHours(in: days).sorted { one, other in
      (findings.cases[one].hoursToRespond ?? 0, one) < (findings.cases[other].hoursToRespond ?? 0, other)
    }
    let spans = set.compactMap { findings.cases[$0].hoursToRespond }
    let answered = column(.responded) { [findings] in
      findings.cases[$0.number].standing.responded?.day.description ?? ""
    }
    let hours = column(.hours, isNumber: true) { [findings, numbers] member in
      findings.cases[member.number].hoursToRespond.map { numbers.decimal($0, places: 2) } ?? ""
    }
    return content(
      [answered, hours],
      [
        line(.responded, numbers.count(set.count), .count), line(.medianHoursToRespond, .median(1)),
        line(.p90HoursToRespond, self.hours(spanQuantile(spans, 0.9, unit: 3_600)), .ninth(1)),
      ], members: members(set), by: { [cases = findings.cases] in cases[$0].standing.responded?.day })
  }

  /// The cases reopened, with every time.
  var reopened: ListContent {
    let times = column(.reopened) { [findings, days] member in
      findings.reopenings(of: member.number).map(\.day).filter { days.contains($0) }
        .map(\.description).joined(separator: " ")
    }
    return content([times], [line(.reopened, .count)], members: members(timeline.reopened(in: days)))
  }

  /// The limits of the first response that fell due, those not kept first; a case may have several.
  var promises: ListContent {
    let due = edition.promises(in: figures.period)
    let sorted = due.filter { !$0.isKept } + due.filter(\.isKept)
    let clocks = sorted.map(\.clock)
    let members = sorted.enumerated().map { ListMember(number: $1.number, note: $0) }
    let limit = column(.due) { [numbers] member in
      clocks[member.note].due.map { numbers.due($0) } ?? ""
    }
    let answer = column(.responded) { [numbers] member in
      clocks[member.note].end.map { numbers.moment($0) } ?? ""
    }
    let kept = yes(.keptLimit) { member in
      clocks[member.note].state == .met
    }
    let count = numbers.count(members.count)
    let met = due.count(where: \.isKept)
    let lines = [
      ListFigure(name: strings(ListPhrase.limits), text: count, reckoning: .rows),
      ListFigure(
        name: strings(OverviewPhrase.responseRate), text: numbers.percent(Rate(met, of: due.count)?.fraction),
        reckoning: .filled(2), base: count, key: OverviewBand.promiseKey, definition: OverviewBand.promiseKey),
      ListFigure(name: strings(ListPhrase.keptLimit), text: numbers.count(met), reckoning: .filled(2)),
    ]
    return content([limit, answer, kept], lines, members: members)
  }
}

extension Edition {
  /// The name of a kind of cost.
  func costLabel(_ kind: String) -> String {
    CaseSchema.costs.fields.first { $0.key == kind }.map { label(of: $0) } ?? kind
  }
}
