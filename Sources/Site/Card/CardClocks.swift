import Charts
import Complaints
import Hypertext
import Templates

/// A case's clocks that matter most: closing, first response, containment, the answer to the customer.
final class CardClocks {
  let edition: Edition
  let complaint: Complaint
  let course: Course

  init(edition: Edition, complaint: Complaint, course: Course) {
    (self.edition, self.complaint, self.course) = (edition, complaint, course)
  }

  private var standing: Standing { course.standing }
  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  /// Appends one row each; the answer only where the customer was given, or has named, a time.
  func append(to rows: inout TemplateRows) {
    add(closing, to: &rows)
    add(reached(.clockResponse, standing.responded, "responded"), to: &rows)
    add(reached(.clockContained, standing.contained, "contained"), to: &rows)
    if let due = complaint.replyBy ?? complaint.promised { add(reply(due), to: &rows) }
  }

  /// One clock as it is shown.
  private struct Clock {
    let name: CardPhrase
    var figure = Numbers.missing
    var unit: UnitPhrase?
    var state: (symbol: MarkSymbol, word: CardPhrase)?
    var note = ""
    /// The days used, and the limit in days; no gauge without one.
    var used: Double?
    var limit: Double?
  }

  private var closing: Clock {
    let days = standing.daysToClose ?? Double(edition.asOf.number - complaint.received.day.number)
    return Clock(
      name: .clockClose, figure: numbers.decimal(days, places: standing.closed == nil ? 0 : 1), unit: .days,
      state: state(standing.isOnTime, isOverdue: standing.isOverdue ?? false), note: dueNote, used: days,
      limit: standing.due.map { span(to: $0.moment) })
  }

  private func state(_ isOnTime: Bool?, isOverdue: Bool) -> (MarkSymbol, CardPhrase)? {
    switch isOnTime {
    case true?: (.done, .resultMet)
    case false?: (.late, .resultLate)
    case nil: isOverdue ? (.over, .resultOverdue) : nil
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

  private func reached(_ phrase: CardPhrase, _ moment: Moment?, _ name: String) -> Clock {
    let stage = course.stages.first { $0.rule.stages.count == 1 && $0.rule.stages[0] == name }
    let isOnTime: Bool? =
      switch stage?.state {
      case .met: true
      case .late: false
      default: nil
      }
    var clock = Clock(name: phrase, state: state(isOnTime, isOverdue: stage?.state == .overdue))
    if let due = stage?.due { clock.note = strings(CardPhrase.clockDue, ["due": numbers.due(due)]) }
    guard let moment else { return clock }
    if clock.note.isEmpty { clock.note = numbers.moment(moment) }
    (clock.used, clock.limit) = (span(to: moment), stage?.due.map(span))
    if let hours = complaint.received.hours(to: moment), hours < 48 {
      (clock.figure, clock.unit) = (numbers.decimal(hours, places: 1), .hours)
    } else {
      (clock.figure, clock.unit) = (numbers.decimal(complaint.received.days(to: moment), places: 1), .days)
    }
    return clock
  }

  /// The time that the customer was given, or has named, and when they were answered.
  private func reply(_ due: Moment) -> Clock {
    let answer = course.events.first { event in
      event.stage == "replied" && event.isDone && event.at.map { $0.day <= edition.asOf } ?? false
    }?.at
    let isOver = standing.closed == nil && edition.asOf.number > due.day.number
    var clock = Clock(
      name: .clockReply, state: state(answer.map { !$0.isAfter(due.end) }, isOverdue: isOver),
      note: strings(CardPhrase.clockDue, ["due": numbers.due(due)]))
    guard let answer else { return clock }
    (clock.figure, clock.unit) = (numbers.decimal(complaint.received.days(to: answer), places: 1), .days)
    (clock.used, clock.limit) = (span(to: answer), span(to: due.end))
    return clock
  }

  /// Days since the case was received.
  private func span(to moment: Moment) -> Double { Double(moment.end.local - complaint.received.local) / 86_400 }

  private func add(_ clock: Clock, to rows: inout TemplateRows) {
    rows.row { row in
      row.text("name", strings(clock.name))
      row.text("figure", clock.figure)
      row.text("unit", clock.unit.map { strings($0) })
      row.markup("state") { if let state = clock.state { $0.mark(state.symbol, strings(state.word)) } }
      row.text("note", clock.note)
      row.markup("gauge") { gauge(of: clock, in: &$0) }
    }
  }

  /// What was used of a limit; nothing without one.
  private func gauge(of clock: Clock, in markup: inout Markup) {
    guard let value = clock.used, let limit = clock.limit, limit > 0, value >= 0 else { return }
    let title = strings(
      CardPhrase.gaugeTitle, ["n": numbers.decimal(value, places: 1), "limit": numbers.decimal(limit, places: 1)])
    InlineBar(
      id: clock.name.gaugeID, title: title, value: value, maximum: max(value, limit) * 1.1, limit: limit,
      tone: .emphasised
    )
    .append(to: &markup, width: 152)
  }
}

extension CardPhrase {
  /// The id of a clock's gauge.
  fileprivate var gaugeID: String {
    switch self {
    case .clockResponse: "g-response"
    case .clockContained: "g-contained"
    case .clockReply: "g-reply"
    default: "g-close"
    }
  }
}
