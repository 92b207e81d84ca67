import Charts
import Complaints
import Hypertext

/// Every stage limit of a case as a row: what was used, the limit, and how it went.
final class CardTimeline {
  let edition: Edition
  let complaint: Complaint
  let standing: Standing
  let stages: [StageClock]

  init(edition: Edition, complaint: Complaint, standing: Standing, stages: [StageClock]) {
    (self.edition, self.complaint, self.standing, self.stages) = (edition, complaint, standing, stages)
  }

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  /// Appends nothing where no rule is for this case, or none has begun.
  func append(to markup: inout Markup, width: Double) {
    var begun = stages
    begun.removeAll { $0.start == nil || $0.state == .unmeasured }
    begun.sort { one, other in
      guard let due = one.due else { return false }
      return other.due.map { Moment.order(due, $0) } ?? true
    }
    var steps: [TimelineStep] = []
    steps.reserveCapacity(begun.count)
    for clock in begun { if let step = step(clock) { steps.append(step) } }
    guard !steps.isEmpty else { return }
    let late = begun.count { $0.state == .late || $0.state == .overdue }
    let title =
      late > 0
      ? strings(CardPhrase.stepsLate, ["n": String(late), "all": String(steps.count)])
      : strings(CardPhrase.stepsKept, ["all": String(steps.count)])
    let today = standing.closed == nil ? days(to: edition.asOf.number * 86_400 + 86_399) : nil
    let looks = edition.looks
    StepTimeline(
      name: ChartName(id: "steps", title: title, detail: looks.stepsMethod, rows: looks.stepsRows),
      steps: steps, dates: dates(steps, today: today), words: looks.timeline, today: today
    )
    .appendFigure(to: &markup, method: looks.stepsMethod, summary: looks.timelineData, width: width)
  }

  private func step(_ clock: StageClock) -> TimelineStep? {
    guard let start = clock.start else { return nil }
    let state: TimelineStep.State =
      switch clock.state {
      case .met: .done
      case .late: .doneLate
      case .overdue: .late
      case .running: .current
      case .notStarted, .unmeasured: .planned
      }
    return TimelineStep(
      label: clock.rule.name, state: state, from: days(to: start.local), to: clock.end.map { days(to: $0.local) },
      limit: clock.due.map { days(to: $0.end.local) }, result: result(of: clock))
  }

  /// «第 3 日», «迟 2 日», «超期 5 日», «限 10-22».
  private func result(of clock: StageClock) -> String {
    switch (clock.state, clock.end, clock.due) {
    case (.met, let end?, _): taken(to: end)
    // A value without a time is measured in days.
    case (.late, let end?, let due?) where !end.hasTime || !due.hasTime:
      strings(CardPhrase.lateBy, ["n": numbers.decimal(due.days(to: end), places: 0)])
    case (.late, let end?, let due?): late(.lateBy, .lateByHours, .lateByMinutes, end.utc - due.utc)
    case (.overdue, _, let due?):
      late(
        .overdueBy, .overdueByHours, .overdueByMinutes, edition.asOf.number * 86_400 + 86_399 - due.end.local)
    case (.running, _, let due?): strings(CardPhrase.limit, ["day": numbers.shortDay(due.day)])
    default: strings(CardPhrase.resultRunning)
    }
  }

  /// When it was done, counted from receipt: in hours below two days.
  private func taken(to end: Moment) -> String {
    if let hours = complaint.received.hours(to: end), hours < 48 {
      return "\(numbers.decimal(hours, places: 1)) \(strings(UnitPhrase.hours))"
    }
    return strings(CardPhrase.onDay, ["n": numbers.count(end.day.number - complaint.received.day.number)])
  }

  /// In days from one day on, in hours from one hour on, else in minutes, begun ones counted whole.
  private func late(_ days: CardPhrase, _ hours: CardPhrase, _ minutes: CardPhrase, _ seconds: Int) -> String {
    switch seconds {
    case 86_400...: strings(days, ["n": numbers.decimal(Double(seconds) / 86_400, places: 1)])
    case 3_600...: strings(hours, ["n": numbers.decimal(Double(seconds) / 3_600, places: 1)])
    default: strings(minutes, ["n": String((seconds + 59) / 60)])
    }
  }

  private func days(to local: Int) -> Double {
    max(0, Double(local - complaint.received.local) / 86_400)
  }

  /// The day received, the last day drawn, and one between where there is room.
  private func dates(_ steps: [TimelineStep], today: Double?) -> [TimelineDate] {
    let last = steps.reduce(today ?? 0) { max($0, $1.from ?? 0, $1.to ?? 0, $1.limit ?? 0) }
    let end = Int(last.rounded(.down))
    let days = end < 2 ? [0] : end < 6 ? [0, end] : [0, end / 2, end]
    return days.map { day in
      TimelineDate(day: Double(day), label: numbers.shortDay(complaint.received.day.advanced(by: day)))
    }
  }
}

extension TimelineWords {
  /// - Parameter today: As-of, as a timeline has it.
  init(_ strings: Strings, today: String) {
    self.init(
      dates: strings(CardPhrase.timelineDates), days: strings(CardPhrase.timelineDays),
      from: strings(CardPhrase.timelineFrom), to: strings(CardPhrase.timelineTo),
      limit: strings(CardPhrase.timelineLimit), result: strings(CardPhrase.timelineResult),
      today: strings(CardPhrase.timelineToday, ["day": today]))
  }
}
