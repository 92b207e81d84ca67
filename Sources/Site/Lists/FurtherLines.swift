import Complaints
import Findings
import Statistics

extension Further {
  /// The list on which it stands; `nil` for what no page shows as a number of cases.
  var list: ListSubject? {
    switch self {
    case .completed, .medianDaysOfReceived, .survivalMedianDays: .received
    case .closedOfWorkload, .closedNormal, .closedAbnormal, .followupDue, .followedUp, .followupRate, .followupAnswers,
      .followupSatisfied, .satisfiedRate, .pausedCases, .pausedDays, .medianDaysUnpaused:
      .closed
    case .inspected, .defectRate, .problemsNamed, .problemRepeats, .problemRepeatRate: .valid
    case .deductionCases, .deductions, .deductionBonus, .deductionAdministrative: .deductions
    case .mark1, .mark2, .mark3, .mark4, .mark5, .answerRate: .satisfaction
    case .responded, .p90HoursToRespond: .responded
    case .informed, .medianHoursToInform, .p90HoursToInform: .informed
    case .contained, .medianHoursToContain, .p90HoursToContain: .contained
    default: nil
    }
  }

  /// Its place on that list.
  var place: String {
    switch self {
    case .mark1: "mark-1"
    case .mark2: "mark-2"
    case .mark3: "mark-3"
    case .mark4: "mark-4"
    case .mark5: "mark-5"
    default: rawValue
    }
  }

  /// The anchor of its definition, which several share.
  var definition: String {
    switch self {
    case .completed: "further-completed"
    case .medianDaysOfReceived, .survivalMedianDays: "further-survival"
    case .closedOfWorkload: "further-workload"
    case .closedNormal, .closedAbnormal: "further-closures"
    case .followupDue, .followedUp, .followupRate: "further-followup"
    case .followupAnswers, .followupSatisfied, .satisfiedRate: "further-satisfied"
    case .deductionCases, .deductions, .deductionBonus, .deductionAdministrative: "further-deductions"
    case .answerRate: "further-marks"
    case .responded, .p90HoursToRespond: "further-respond"
    case .informed, .medianHoursToInform, .p90HoursToInform: "further-inform"
    case .contained, .medianHoursToContain, .p90HoursToContain: "further-contain"
    case .pausedCases, .pausedDays, .medianDaysUnpaused: "further-paused"
    case .inspected, .defectRate: "further-defects"
    case .problemsNamed, .problemRepeats, .problemRepeatRate: "further-problems"
    default: "further"
    }
  }
}

extension Edition {
  /// The cases behind a further figure of a period.
  ///
  /// - Parameter value: Nothing, or zero, has no door.
  func door(_ further: Further, in figures: PeriodFigures?, of value: Double?) -> Door {
    guard let list = further.list else { return .none(.noCases) }
    return door(list, in: figures, at: further.place, of: value)
  }

  /// A further figure of a period with its door.
  func figure(
    _ further: Further, in figures: PeriodFigures?, _ values: FurtherFigures?, _ text: (Double?) -> String
  ) -> Figure {
    let value = values?.value(of: further)
    return Figure(text(value), door(further, in: figures, of: value))
  }
}

extension ListMaker {
  /// A further figure as a line of a list.
  func line(
    _ further: Further, _ text: String, _ reckoning: Reckoning, base: Int? = nil, where test: RowTest? = nil
  ) -> ListFigure {
    ListFigure(
      name: strings.text("list.further." + further.rawValue) ?? further.rawValue, text: text, reckoning: reckoning,
      base: base.map { numbers.count($0) }, key: further.rawValue, definition: further.definition, test: test)
  }

  /// A number of cases among those of the list; nothing has no line.
  func lines(_ further: Further, count: Int, where test: RowTest) -> [ListFigure] {
    count > 0 ? [line(further, numbers.count(count), .count, where: test)] : []
  }

  func hours(_ hours: Double?) -> String { numbers.decimal(hours, places: 1) + " " + strings(UnitPhrase.hours) }
  func days(_ days: Double?) -> String { numbers.decimal(days, places: 1) + " " + strings(UnitPhrase.days) }

  // MARK: Received

  /// How long they took or have taken; the column of closings tells which of them have ended.
  func spans(of set: CaseSet) -> [ListFigure] {
    let ended = RowTest.filled(0)
    let done = set.count { findings.cases[$0].closedDay != nil }
    var lines = self.lines(.completed, count: done, where: ended)
    if done < set.count {
      lines.append(
        ListFigure(
          name: strings(ListPhrase.stillOpen), text: numbers.count(set.count - done), reckoning: .count,
          key: Self.stillOpen, test: .empty(0)))
    }
    if let median = findings.medianDays(of: set) {
      lines.append(line(.medianDaysOfReceived, days(median), .median(1), where: ended))
    }
    if let median = findings.survival(of: set)?.median {
      lines.append(line(.survivalMedianDays, days(median), .survival(1), where: ended))
    }
    return lines
  }

  /// The place of those received that are open at as-of.
  static let stillOpen = "still-open"

  /// Days to close, or waited so far.
  var spanColumn: ListColumn {
    column(.span, isNumber: true) { [findings, numbers] in numbers.decimal(findings.details[$0.number].days, places: 2)
    }
  }

  // MARK: Closed

  /// How the cases were closed, and what customers then said; columns 2 and 3 of the list.
  func endings(of set: CaseSet) -> [ListFigure] {
    let details = set.map { findings.details[$0] }
    let abnormal = details.count(where: \.isAbnormal)
    let calls = details.map(\.followUp)
    let due = calls.count(where: \.isDue)
    let reached = calls.count(where: \.isReached)
    let answers = calls.count { $0 == .satisfied || $0 == .unsatisfied }
    let satisfied = calls.count { $0 == .satisfied }
    func said(_ states: [FollowUp]) -> RowTest { RowTest(column: 3, words: states.map { strings($0.phrase) }) }
    let isReached = said([.reached, .satisfied, .unsatisfied])
    var lines =
      self.lines(.closedNormal, count: set.count - abnormal, where: .empty(2))
      + self.lines(.closedAbnormal, count: abnormal, where: .filled(2))
      + self.lines(.followupDue, count: due, where: said([.none, .tried, .reached, .satisfied, .unsatisfied]))
      + self.lines(.followedUp, count: reached, where: isReached)
    if reached > 0 {
      let rate = numbers.percent(Double(reached) / Double(due))
      lines.append(line(.followupRate, rate, .count, base: due, where: isReached))
    }
    lines += self.lines(.followupAnswers, count: answers, where: said([.satisfied, .unsatisfied]))
    lines += self.lines(.followupSatisfied, count: satisfied, where: said([.satisfied]))
    let workload = set.count + figures.openEnd
    let flow = numbers.percent(Double(set.count) / Double(workload))
    return lines + [line(.closedOfWorkload, flow, .count, base: workload)]
  }

  /// Empty for a normal closing.
  var abnormalColumn: ListColumn {
    let word = strings(ListPhrase.abnormalWord)
    return column(.abnormal) { [findings] in findings.details[$0.number].isAbnormal ? word : "" }
  }

  /// What came of calling the customer back.
  var followUpColumn: ListColumn {
    let words = FollowUp.all.map { strings($0.phrase) }
    return column(.followUp) { [findings] in words[findings.details[$0.number].followUp.index] }
  }

  /// The cases closed for which someone had to pay, the dearest first.
  var deductions: ListContent {
    func sums(_ number: Int) -> Deductions { findings.details[number].deductions }
    let set = timeline.closed(in: days).filter { sums($0).count > 0 }.sorted { one, other in
      let (a, b) = (sums(one).total, sums(other).total)
      return a != b ? a > b : one < other
    }
    let total = set.reduce(Deductions.none) { $0 + sums($1) }
    func amount(_ phrase: ListPhrase, _ part: @escaping @Sendable (Deductions) -> Money) -> ListColumn {
      column(phrase, isNumber: true) { [findings, numbers] in
        numbers.decimal(part(findings.details[$0.number].deductions).units, places: 2)
      }
    }
    let sums: [(Further, Money)] = [
      (.deductions, total.total), (.deductionBonus, total.bonus), (.deductionAdministrative, total.administrative),
    ]
    return content(
      [
        amount(.deducted) { $0.total }, amount(.bonus) { $0.bonus },
        amount(.administrative) { $0.administrative },
      ],
      [line(.deductionCases, numbers.count(set.count), .count)]
        + sums.enumerated().map { line($1.0, numbers.money($1.1), .sum($0)) },
      members: members(set), by: closing)
  }

  /// The days in which the clocks of closed cases stood still, and what they took without these; nothing where none did.
  ///
  /// - Parameter place: Of the first of the columns on the list.
  func pauses(of set: CaseSet, at place: Int) -> (columns: [ListColumn], figures: [ListFigure]) {
    let details = set.map { findings.details[$0] }
    let paused = details.count { $0.pausedDays > 0 }
    guard paused > 0 else { return ([], []) }
    let still = column(.pausedDays, isNumber: true) { [findings, numbers] member in
      let days = findings.details[member.number].pausedDays
      return days > 0 ? numbers.decimal(days, places: 2) : ""
    }
    let rest = column(.daysUnpaused, isNumber: true) { [findings, numbers] in
      numbers.decimal(findings.details[$0.number].daysUnpaused, places: 2)
    }
    let total = details.reduce(0) { $0 + ($1.pausedDays * 86_400).rounded() } / 86_400
    return (
      [still, rest],
      [
        line(.pausedCases, numbers.count(paused), .count, where: .filled(place)),
        line(.pausedDays, days(total), .sum(place)),
        line(
          .medianDaysUnpaused, days(spanQuantile(details.map(\.daysUnpaused), 0.5, unit: 86_400)), .median(place + 1)),
      ]
    )
  }

  // MARK: Received and valid

  /// The pieces that were looked at; nothing where no product says so.
  ///
  /// - Parameter place: Of the first of the columns on the list.
  func inspections(of set: CaseSet, at place: Int) -> (columns: [ListColumn], figures: [ListFigure]) {
    func sum(_ part: (CountedCase) -> Quantity) -> Quantity {
      Quantity(millionths: set.reduce(0) { $0 + part(findings.cases[$1]).millionths })
    }
    let (looked, bad) = (sum(\.inspected), sum(\.defectiveOfInspected))
    guard looked.millionths > 0 else { return ([], []) }
    var rate = line(.defectRate, numbers.percent(bad.double / looked.double), .sum(place + 1))
    rate.base = numbers.quantity(looked)
    func pieces(_ phrase: ListPhrase, _ part: @escaping @Sendable (CountedCase) -> Quantity) -> ListColumn {
      column(phrase, isNumber: true) { [findings, numbers] member in
        let counted = findings.cases[member.number]
        return counted.inspected.millionths > 0 ? numbers.quantity(part(counted)) : ""
      }
    }
    return (
      [pieces(.inspected) { $0.inspected }, pieces(.defectiveOfInspected) { $0.defectiveOfInspected }],
      [line(.inspected, numbers.quantity(looked), .sum(place)), rate]
    )
  }
}

extension ListMaker {
  /// What is known of each problem: whether a case names one, and the case before that shows it; nothing where none does.
  ///
  /// - Parameter place: Of the first of the columns on the list.
  func problems(of set: CaseSet, at place: Int) -> (columns: [ListColumn], figures: [ListFigure]) {
    let known = findings.problems
    let named = set.count(where: known.names)
    let again = set.count { known.before($0) != nil }
    guard named > 0 else { return ([], []) }
    let word = strings(UnitPhrase.yes)
    let columns = [
      column(.problemNamed) { known.names($0.number) ? word : "" },
      column(.problemBefore) { [findings] in known.before($0.number).map { findings.complaint($0).id } ?? "" },
    ]
    var figures = lines(.problemsNamed, count: named, where: .filled(place))
    figures += lines(.problemRepeats, count: again, where: .filled(place + 1))
    if again > 0 {
      let rate = numbers.percent(Double(again) / Double(named))
      figures.append(line(.problemRepeatRate, rate, .count, base: named, where: .filled(place + 1)))
    }
    return (columns, figures)
  }
}

extension FollowUp {
  fileprivate static let all: [FollowUp] = [.none, .exempt, .tried, .reached, .satisfied, .unsatisfied]

  fileprivate var index: Int {
    switch self {
    case .none: 0
    case .exempt: 1
    case .tried: 2
    case .reached: 3
    case .satisfied: 4
    case .unsatisfied: 5
    }
  }

  fileprivate var phrase: ListPhrase {
    switch self {
    case .none: .notCalled
    case .exempt: .exempt
    case .tried: .notReached
    case .reached: .reached
    case .satisfied: .satisfied
    case .unsatisfied: .unsatisfied
    }
  }
}
