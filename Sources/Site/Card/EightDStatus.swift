import Complaints
import Hypertext

/// When each of the eight disciplines was done, or by when it should be.
final class EightDStatus {
  private let edition: Edition
  private let record: CardRecord
  private let standing: Standing
  private let clocks: [StageClock]
  private let year: Int
  /// Done by as-of, in order of time.
  private let events: [Done]
  /// The steps that any event names.
  private let steps: [String]

  /// An event that was done.
  private struct Done {
    let stage: String
    let step: String?
    let at: Moment
  }

  /// The stage that ends a discipline where no event names it as its step.
  private static let stages = [
    "responded", "assigned", "validity_decided", "contained", "cause_found", "planned", "verified", nil, "closed",
  ]
  /// The measures that are a discipline's work.
  private static let measures = [
    nil, nil, nil, CardField.containment, nil, nil, CardField.corrective, CardField.preventive, nil,
  ]
  private static let names = (0...8).map { "D\($0)" }

  init(edition: Edition, received: Moment, record: CardRecord, standing: Standing, stages: [StageClock]) {
    self.edition = edition
    self.record = record
    self.standing = standing
    year = received.day.year
    clocks = stages
    var (events, steps): ([Done], [String]) = ([], [])
    let maps = record.maps(CardField.events)
    events.reserveCapacity(maps.count)
    for event in maps {
      let step = event[CardField.Event.step]?.text(record.words)
      if let step { steps.append(step) }
      guard let stage = event[CardField.Event.stage]?.text(record.words),
        let at = event[CardField.Event.time]?.moment, at.day <= edition.asOf
      else { continue }
      let result = event[CardField.Event.result]?.text(record.words)
      if result != "doing", result != "failed" { events.append(Done(stage: stage, step: step, at: at)) }
    }
    let isInOrder = zip(events, events.dropFirst()).allSatisfy { !Moment.order($1.at, $0.at) }
    if !isInOrder { events.sort { Moment.order($0.at, $1.at) } }
    (self.events, self.steps) = (events, steps)
  }

  /// Appends a mark with a date, or the limit; nothing where nothing is known and nothing awaited.
  ///
  /// - Returns: Whether it was done.
  func append(statusOf number: Int, to markup: inout Markup) -> Bool {
    let clock = clock(of: number)
    if let end = end(of: number, clock) {
      let late = late(number, end, clock)
      let day = short(end.day)
      if late > 0 {
        markup.mark(.late, edition.strings(CardPhrase.doneLate, ["day": day, "n": edition.numbers.count(late)]))
      } else {
        markup.mark(.done, day)
      }
      return true
    }
    guard standing.closed == nil, let due = due(of: number, clock) else { return false }
    let days = edition.asOf.number - due.number
    if days > 0, clock?.state != .running {
      markup.mark(.over, edition.strings(CardPhrase.overdueBy, ["n": edition.numbers.count(days)]))
    } else {
      markup.text(edition.strings(CardPhrase.limit, ["day": short(due)]))
    }
    return false
  }

  /// The limit of its stage that says most: one that is exceeded before one that is kept.
  private func clock(of number: Int) -> StageClock? {
    guard let stage = Self.stages[number] else { return nil }
    var found: Int?
    for (place, clock) in clocks.enumerated() where clock.rule.stages.contains(stage) {
      if clock.state == .overdue { return clock }
      if found == nil || clock.state == .late && found.map({ clocks[$0].state }) != .late { found = place }
    }
    return found.map { clocks[$0] }
  }

  /// The event that names it as its step, else that of its stage, else the last of its measures.
  private func end(of number: Int, _ clock: StageClock?) -> Moment? {
    let step = Self.names[number]
    if let place = events.lastIndex(where: { $0.step == step }) { return events[place].at }
    if number == 8 { return standing.closed }
    // A step that is under way, or whose limit is exceeded, is not ended by what others did in the same stage.
    if clock?.state == .overdue || steps.contains(step) { return nil }
    if let stage = Self.stages[number], let place = events.lastIndex(where: { $0.stage == stage }) {
      return events[place].at
    }
    guard let field = Self.measures[number] else { return nil }
    let maps = record.maps(field)
    let done = maps.compactMap { $0[CardField.Measure.done]?.moment }.filter { $0.day <= edition.asOf }
    return done.count == maps.count ? done.max { Moment.order($0, $1) } : nil
  }

  /// Whole days after its limit.
  private func late(_ number: Int, _ end: Moment, _ clock: StageClock?) -> Int {
    if number == 8 { return standing.isOnTime == false ? days(from: standing.due?.moment, to: end) : 0 }
    return clock?.state == .late ? days(from: clock?.due, to: end) : 0
  }

  private func days(from due: Moment?, to end: Moment) -> Int {
    due.map { end.day.number - $0.day.number } ?? 0
  }

  private func due(of number: Int, _ clock: StageClock?) -> Day? {
    if number == 8 { return standing.due?.moment.day }
    if let due = clock?.due { return due.day }
    guard let field = Self.measures[number] else { return nil }
    let open = record.maps(field).filter { $0[CardField.Measure.done]?.moment == nil }
    return open.compactMap { $0[CardField.Measure.due]?.moment?.day }.max()
  }

  /// 09-18; with its year where that is not the year received.
  private func short(_ day: Day) -> String {
    day.year == year ? edition.numbers.shortDay(day) : day.description
  }
}
