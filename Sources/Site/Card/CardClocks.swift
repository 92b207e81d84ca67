import Charts
import Complaints
import Hypertext
import Templates

/// A case's clocks: the four that matter on top, and every stage limit as a row of a timeline.
struct CardClocks {
  let edition: Edition
  let complaint: Complaint
  let standing: Standing

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  /// Closing, first response, containment and the customer's demand: those that there are.
  var band: [TemplateValue] {
    var clocks: [TemplateValue] = [closing]
    clocks.append(reached(.clockResponse, standing.responded))
    clocks.append(reached(.clockContained, standing.contained))
    if let replyBy = complaint.replyBy ?? complaint.promised {
      clocks.append(clock(.clockReply, numbers.moment(replyBy), unit: "", state: .none, note: ""))
    }
    return clocks
  }

  private var closing: TemplateValue {
    let end = standing.closed?.day ?? edition.asOf
    let days = standing.daysToClose ?? Double(end.number - complaint.received.day.number)
    return clock(
      .clockClose, numbers.decimal(days, places: standing.daysToClose == nil ? 0 : 1), unit: strings(UnitPhrase.days),
      state: closingState, note: dueNote)
  }

  private var closingState: TemplateValue {
    switch (standing.isOnTime, standing.isOverdue) {
    case (true?, _): mark("done", strings(CardPhrase.resultMet))
    case (false?, _): mark("late", strings(CardPhrase.resultLate))
    case (nil, true?): mark("over", strings(CardPhrase.resultOverdue))
    default: .none
    }
  }

  /// The due time with what gave it.
  private var dueNote: String {
    guard let due = standing.due else { return strings(CardPhrase.dueNone) }
    let moment = numbers.due(due.moment)
    return switch due.source {
    case .field: strings(CardPhrase.dueField, ["due": moment])
    case .promise: strings(CardPhrase.duePromise, ["due": moment])
    case .rule(let name): strings(CardPhrase.dueRule, ["due": moment, "rule": name])
    }
  }

  private func reached(_ phrase: CardPhrase, _ moment: Moment?) -> TemplateValue {
    guard let moment else {
      return clock(phrase, Numbers.missing, unit: "", state: .none, note: "")
    }
    if let hours = complaint.received.hours(to: moment), hours < 48 {
      return clock(
        phrase, numbers.decimal(hours, places: 1), unit: strings(UnitPhrase.hours), state: .none,
        note: numbers.moment(moment))
    }
    return clock(
      phrase, numbers.decimal(complaint.received.days(to: moment), places: 1), unit: strings(UnitPhrase.days),
      state: .none, note: numbers.moment(moment))
  }

  private func clock(
    _ phrase: CardPhrase, _ figure: String, unit: String, state: TemplateValue, note: String
  ) -> TemplateValue {
    [
      "name": .text(strings(phrase)), "figure": .text(figure), "unit": .text(unit), "state": state,
      "note": .text(note),
    ]
  }

  private func mark(_ symbol: String, _ word: String) -> TemplateValue {
    ["symbol": .text(symbol), "word": .text(word)]
  }

  /// Every stage limit, drawn; empty where no rule is for this case.
  func timeline(width: Double) -> Markup {
    let clocks = stageClocks(of: complaint, asOf: edition.asOf, settings: edition.settings)
    let steps = clocks.compactMap(step)
    guard !steps.isEmpty else { return Markup() }
    let late = clocks.count { $0.state == .late || $0.state == .overdue }
    let title =
      late > 0
      ? strings(CardPhrase.stepsLate, ["n": String(late), "all": String(steps.count)])
      : strings(CardPhrase.stepsKept, ["all": String(steps.count)])
    let chart = StepTimeline(
      name: ChartName(
        id: "steps", title: title, detail: strings(CardPhrase.stepsMethod), rows: strings(CardPhrase.stepsRows)),
      steps: steps, dates: dates(steps),
      words: TimelineWords(
        dates: strings(CardPhrase.timelineDates), days: strings(CardPhrase.timelineDays),
        from: strings(CardPhrase.timelineFrom), to: strings(CardPhrase.timelineTo),
        limit: strings(CardPhrase.timelineLimit), result: strings(CardPhrase.timelineResult),
        today: strings(CardPhrase.timelineToday, ["day": numbers.shortDay(edition.asOf)])),
      today: standing.closed == nil ? days(to: edition.asOf.number * 86_400 + 86_399) : nil)
    return ChartFigure(
      chart, number: "", method: strings(CardPhrase.stepsMethod), summary: strings(CardPhrase.timelineData), width: width
    ).markup()
  }

  private func step(_ clock: StageClock) -> TimelineStep? {
    guard let start = clock.start else { return nil }
    let (state, phrase): (TimelineStep.State, CardPhrase) =
      switch clock.state {
      case .met: (.done, .resultMet)
      case .late: (.doneLate, .resultLate)
      case .overdue: (.late, .resultOverdue)
      case .running: (.current, .resultRunning)
      case .notStarted: (.planned, .resultNotStarted)
      case .unmeasured: (.planned, .resultUnmeasured)
      }
    let limit = clock.due.map { days(to: $0.end.local) }
    if clock.state == .unmeasured { return nil }
    return TimelineStep(
      label: clock.rule.name, state: state, from: days(to: start.local), to: clock.end.map { days(to: $0.local) },
      limit: limit, result: strings(phrase))
  }

  private func days(to local: Int) -> Double {
    max(0, Double(local - complaint.received.local) / 86_400)
  }

  /// The day received and the last day drawn.
  private func dates(_ steps: [TimelineStep]) -> [TimelineDate] {
    let last = steps.flatMap { [$0.to, $0.limit].compactMap { $0 } }.max() ?? 0
    let end = complaint.received.day.advanced(by: Int(last.rounded(.up)))
    return [
      TimelineDate(day: 0, label: numbers.shortDay(complaint.received.day)),
      TimelineDate(day: last.rounded(.up), label: numbers.shortDay(end)),
    ]
  }
}
