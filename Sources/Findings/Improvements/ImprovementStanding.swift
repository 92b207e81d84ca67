import Threads

package import Complaints

/// How a measure across cases stands at the end of a day: what had been done and confirmed by then, and where the figure
/// is that it is to move.
package struct ImprovementStanding: Sendable {
  /// How the work stands against its date.
  package enum State: String, CaseIterable, Sendable {
    /// Under way, and its date has not passed, or none is given.
    case open
    /// Under way after its date.
    case late
    /// Done at or before its date, or without one.
    case done
    /// Done after its date.
    case doneLate = "done_late"
  }

  package let improvement: Improvement
  package let state: State
  /// The cases that gave rise to it, as far as they were received by then.
  package let cases: [String]
  /// When it was done; `nil` if not by then.
  package let done: Moment?
  /// What was reported by then, in order of time.
  package let progress: [Improvement.Progress]
  /// The last reported share of the work in hundredths of a percent, all of it once done; `nil` if none was reported.
  package let percent: Int?
  /// What the check found by then; `nil` while nobody has confirmed anything.
  package let isEffective: Bool?
  /// Who confirmed it, and when; `nil` while `isEffective` is.
  package let confirmedBy: String?
  package let confirmedOn: Moment?
  /// What the figure is to reach; `nil` without a figure and a target that can be told as a value.
  package let goal: Goal?
  /// The figure of the last month that was over; `nil` without a figure, or before the ledger's second month.
  package let latest: Reading?

  /// A figure of a month.
  package struct Reading: Hashable, Sendable {
    package let period: Period
    /// `nil` where it is unknown, as a rate over zero.
    package let value: Double?
  }

  /// A value to reach.
  package struct Goal: Hashable, Sendable {
    package let metric: Metric
    package let baseline: Double?
    package let value: Double
    /// Whether the figure is to rise to the value; else it is to fall.
    package let isRise: Bool

    /// Whether a figure is there; the value itself is reached.
    package func isReached(by figure: Double) -> Bool { isRise ? figure >= value : figure <= value }
  }

  /// Whether the figure of the last month is where it is to be; `nil` where either is unknown.
  package var isReached: Bool? { goal.flatMap { goal in latest?.value.map(goal.isReached) } }
}

extension ImprovementStanding.Goal {
  /// The value that a measure is to reach: its target, or with `relative` the baseline made better by that part of it.
  ///
  /// The figure is to rise where the target lies above the baseline, or better means more: for a relative target, and
  /// where no baseline is given. Of a figure that is neither better nor worse by itself, more is meant.
  init?(_ improvement: Improvement) {
    guard let metric = improvement.metric.flatMap(Metric.init(rawValue:)), let target = improvement.target?.double
    else { return nil }
    let baseline = improvement.baseline?.double
    let wantsMore = metric.better != .less
    if improvement.isRelative {
      guard let baseline else { return nil }
      self.init(
        metric: metric, baseline: baseline, value: baseline * (wantsMore ? 1 + target : 1 - target), isRise: wantsMore)
    } else {
      self.init(
        metric: metric, baseline: baseline, value: target, isRise: baseline.map { target > $0 } ?? wantsMore)
    }
  }
}

extension Findings {
  /// Every measure as it stands at as-of: those under way by their date, the earliest first and those without one last,
  /// then those done, the latest first; of equal ones, by the name of their file.
  func standingImprovements(jobs: Int) -> [ImprovementStanding] {
    guard !ledger.improvements.isEmpty else { return [] }
    let later = Set(ledger.cases(after: asOf).map(\.complaint.id))
    return inParallel(ledger.improvements.count, jobs: jobs, step: 1) { index in
      standing(of: ledger.improvements[index], later: later)
    }.sorted { one, other in
      switch (one.done, other.done) {
      case (nil, .some): return true
      case (.some, nil): return false
      case (let a?, let b?) where a.utc != b.utc: return a.utc > b.utc
      case (nil, nil) where one.improvement.due?.end.utc != other.improvement.due?.end.utc:
        return one.improvement.due?.end.utc ?? .max < other.improvement.due?.end.utc ?? .max
      default: return one.improvement.name < other.improvement.name
      }
    }
  }

  /// The measures that name a case, in their order.
  package func improvements(of id: String) -> [ImprovementStanding] {
    // By their places: every card asks, and hardly any case has one.
    improvements.indices.filter { improvements[$0].cases.contains(id) }.map { improvements[$0] }
  }

  /// The figure that a measure is to move, of every month to as-of; empty where it names none.
  package func months(of improvement: Improvement) -> [ImprovementStanding.Reading] {
    guard let metric = improvement.metric.flatMap(Metric.init(rawValue:)) else { return [] }
    let months = improvement.split.flatMap(timeline)?.figures(.month) ?? periods(.month)
    return months.map { .init(period: $0.period, value: $0.value(of: metric)) }
  }

  private func timeline(of split: Improvement.Split) -> Timeline? {
    Dimension(rawValue: split.dimension).map { timeline(under: split.key, of: $0) }
  }

  private func standing(of improvement: Improvement, later: Set<String>) -> ImprovementStanding {
    let done = happened(improvement.done)
    let progress = improvement.progress.filter { $0.at.day <= asOf }
    let isConfirmed = improvement.isEffective != nil && (improvement.confirmedOn.map { $0.day <= asOf } ?? true)
    return ImprovementStanding(
      improvement: improvement, state: state(of: improvement, done: done),
      cases: improvement.cases.filter { !later.contains($0) }, done: done, progress: progress,
      percent: done == nil ? progress.last { $0.percent != nil }?.percent : 10_000,
      isEffective: isConfirmed ? improvement.isEffective : nil,
      confirmedBy: isConfirmed ? improvement.confirmedBy : nil,
      confirmedOn: isConfirmed ? improvement.confirmedOn : nil, goal: ImprovementStanding.Goal(improvement),
      latest: latest(of: improvement))
  }

  private func happened(_ moment: Moment?) -> Moment? { moment.flatMap { $0.day <= asOf ? $0 : nil } }

  private func state(of improvement: Improvement, done: Moment?) -> ImprovementStanding.State {
    guard let due = improvement.due else { return done == nil ? .open : .done }
    if let done { return done.isAfter(due) ? .doneLate : .done }
    return isPast(due) ? .late : .open
  }

  /// Whether the last second of a deadline lies before the end of as-of.
  private func isPast(_ due: Moment) -> Bool {
    let end = due.end
    return end.day < asOf || end.day == asOf && end.secondOfDay < 86_399
  }

  private func latest(of improvement: Improvement) -> ImprovementStanding.Reading? {
    guard let metric = improvement.metric.flatMap(Metric.init(rawValue:)), let last = lastCompleteMonth else {
      return nil
    }
    let figures = improvement.split.flatMap(timeline)?.figures(of: last.period) ?? last
    return ImprovementStanding.Reading(period: last.period, value: figures.value(of: metric))
  }
}
