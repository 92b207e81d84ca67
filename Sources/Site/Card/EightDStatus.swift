import Complaints
import Hypertext

/// When each of the eight disciplines was done, or by when it should be.
struct EightDStatus {
  private let edition: Edition
  private let record: Record
  private let standing: Standing
  private let clocks: [StageClock]
  private let year: Int
  /// Done by as-of, in order of time.
  private let events: [(stage: String, step: String?, at: Moment)]

  /// The stage that ends a discipline where no event names it as its step.
  private static let stages: [Int: String] = [
    0: "responded", 1: "assigned", 2: "validity_decided", 3: "contained", 4: "cause_found", 5: "planned",
    6: "verified", 8: "closed",
  ]
  private static let measures: [Int: String] = [3: "containment", 6: "corrective", 7: "preventive"]

  init(edition: Edition, complaint: Complaint, record: Record, standing: Standing, stages: [StageClock]) {
    self.edition = edition
    self.record = record
    self.standing = standing
    year = complaint.received.day.year
    clocks = stages
    events = record.maps("events").compactMap { event in
      guard let stage = event.text("stage"), let at = event.moment("at"), at.day <= edition.asOf else { return nil }
      return ["doing", "failed"].contains(event.text("result")) ? nil : (stage, event.text("step"), at)
    }.sorted { Moment.order($0.at, $1.at) }
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
    let clocks = clocks.filter { $0.rule.stages.contains(stage) }
    return clocks.first { $0.state == .overdue } ?? clocks.first { $0.state == .late } ?? clocks.first
  }

  /// The event that names it as its step, else that of its stage, else the last of its measures.
  private func end(of number: Int, _ clock: StageClock?) -> Moment? {
    let step = "D\(number)"
    if let event = events.last(where: { $0.step == step }) { return event.at }
    if number == 8 { return standing.closed }
    // A step that is under way, or whose limit is exceeded, is not ended by what others did in the same stage.
    if clock?.state == .overdue || record.maps("events").contains(where: { $0.text("step") == step }) { return nil }
    if let stage = Self.stages[number], let event = events.last(where: { $0.stage == stage }) { return event.at }
    guard let key = Self.measures[number] else { return nil }
    let maps = record.maps(key)
    let done = maps.compactMap { $0.moment("done") }.filter { $0.day <= edition.asOf }
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
    guard let key = Self.measures[number] else { return nil }
    return record.maps(key).filter { $0.moment("done") == nil }.compactMap { $0.moment("due")?.day }.max()
  }

  /// 09-18; with its year where that is not the year received.
  private func short(_ day: Day) -> String {
    day.year == year ? edition.numbers.shortDay(day) : day.description
  }
}
