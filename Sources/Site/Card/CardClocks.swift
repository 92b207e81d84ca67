import Charts
import Complaints
import Hypertext
import Templates

/// A case's clocks that matter most: closing, first response, containment, the answer to the customer.
struct CardClocks {
  let edition: Edition
  let complaint: Complaint
  let standing: Standing
  /// Every stage limit of the case.
  let stages: [StageClock]

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  /// One column each; the answer only where the customer was given, or has named, a time.
  var band: [TemplateValue] {
    var clocks: [TemplateValue] = [closing]
    clocks.append(reached(.clockResponse, standing.responded, "responded"))
    clocks.append(reached(.clockContained, standing.contained, "contained"))
    if let due = complaint.replyBy ?? complaint.promised { clocks.append(reply(due)) }
    return clocks
  }

  private var closing: TemplateValue {
    let end = standing.closed
    let days = standing.daysToClose ?? Double(edition.asOf.number - complaint.received.day.number)
    let symbol: (MarkSymbol, CardPhrase)? =
      switch (standing.isOnTime, standing.isOverdue) {
      case (true?, _): (.done, .resultMet)
      case (false?, _): (.late, .resultLate)
      case (nil, true?): (.over, .resultOverdue)
      default: nil
      }
    return clock(
      .clockClose, figure: numbers.decimal(days, places: end == nil ? 0 : 1), unit: .days, state: symbol, note: dueNote,
      gauge: gauge("close", days, limit: standing.due.map { span(to: $0.moment) }))
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

  private func reached(_ phrase: CardPhrase, _ moment: Moment?, _ stage: String) -> TemplateValue {
    let stage = stages.first { $0.rule.stages == [stage] }
    let symbol: (MarkSymbol, CardPhrase)? =
      switch stage?.state {
      case .met: (.done, .resultMet)
      case .late: (.late, .resultLate)
      case .overdue: (.over, .resultOverdue)
      default: nil
      }
    let due = stage?.due.map { strings(CardPhrase.clockDue, ["due": numbers.due($0)]) }
    guard let moment else {
      return clock(phrase, figure: Numbers.missing, unit: nil, state: symbol, note: due ?? "", gauge: Markup())
    }
    let gauge = gauge(phrase.rawValue, span(to: moment), limit: stage?.due.map(span))
    let note = due ?? numbers.moment(moment)
    if let hours = complaint.received.hours(to: moment), hours < 48 {
      return clock(
        phrase, figure: numbers.decimal(hours, places: 1), unit: .hours, state: symbol, note: note, gauge: gauge)
    }
    return clock(
      phrase, figure: numbers.decimal(complaint.received.days(to: moment), places: 1), unit: .days, state: symbol,
      note: note, gauge: gauge)
  }

  /// The time that the customer was given, or has named, and when they were answered.
  private func reply(_ due: Moment) -> TemplateValue {
    let answer = complaint.events.first { event in
      event.stage == "replied" && event.isDone && event.at.map { $0.day <= edition.asOf } ?? false
    }?.at
    let note = strings(CardPhrase.clockDue, ["due": numbers.due(due)])
    guard let answer else {
      let isOver = standing.closed == nil && edition.asOf.number > due.day.number
      return clock(
        .clockReply, figure: Numbers.missing, unit: nil, state: isOver ? (.over, .resultOverdue) : nil, note: note,
        gauge: Markup())
    }
    let isLate = answer.isAfter(due.end)
    return clock(
      .clockReply, figure: numbers.decimal(complaint.received.days(to: answer), places: 1), unit: .days,
      state: isLate ? (.late, .resultLate) : (.done, .resultMet), note: note,
      gauge: gauge("reply", span(to: answer), limit: span(to: due.end)))
  }

  /// Days since the case was received.
  private func span(to moment: Moment) -> Double { Double(moment.end.local - complaint.received.local) / 86_400 }

  /// What was used of a limit; nothing without one.
  private func gauge(_ id: String, _ value: Double, limit: Double?) -> Markup {
    guard let limit, limit > 0, value >= 0 else { return Markup() }
    let id = "g-" + id.replacing(".", with: "-")
    let title = strings(
      CardPhrase.gaugeTitle, ["n": numbers.decimal(value, places: 1), "limit": numbers.decimal(limit, places: 1)])
    return InlineBar(
      id: id, title: title, value: value, maximum: max(value, limit) * 1.1, limit: limit, tone: .emphasised
    )
    .svg(width: 152)
  }

  private func clock(
    _ phrase: CardPhrase, figure: String, unit: UnitPhrase?, state: (symbol: MarkSymbol, word: CardPhrase)?,
    note: String,
    gauge: Markup
  ) -> TemplateValue {
    [
      "name": .text(strings(phrase)), "figure": .text(figure), "unit": .text(ifAny: unit.map { strings($0) }),
      "state": .markup(state.map { .mark($0.symbol, strings($0.word)) } ?? Markup()), "note": .text(note),
      "gauge": .markup(gauge),
    ]
  }
}
