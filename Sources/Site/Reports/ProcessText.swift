import Complaints
import Findings
import Statistics

/// What a process does about its targets, how long its cases take with those that still wait, and how sure its shares
/// are, in sentences.
struct ProcessText {
  let edition: Edition
  private let text: MetricText

  init(in edition: Edition) {
    self.edition = edition
    text = MetricText(edition: edition)
  }

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  /// One sentence for each target of a month that is over; none for one in course and for the public, who may not know
  /// every limit.
  func verdicts(of month: PeriodFigures) -> [String] {
    guard !month.isRunning, edition.audience != .public else { return [] }
    return edition.findings.targets(in: month).compactMap { verdict($0, in: month.period) }
  }

  /// `nil` where the figure is unknown, or none of a month.
  func verdict(_ result: TargetResult, in month: Period) -> String? {
    guard let metric = result.metric, let value = result.value, let isMet = result.isMet else { return nil }
    let goal = text.target(result.target, of: metric)
    guard let limits = result.limits, let verdict = result.verdict else {
      return strings(FurtherPhrase.verdictLater, ["name": text.name(metric), "target": goal])
    }
    let phrase: FurtherPhrase =
      switch (verdict, isMet) {
      case (.reached, true): .verdictReached
      case (.reached, false): .verdictSlipped
      case (.missed, false): .verdictMissed
      case (.missed, true): .verdictLucky
      case (.chance, true): .verdictChanceMet
      case (.chance, false): .verdictChanceMissed
      }
    return strings(
      phrase,
      [
        "name": text.name(metric), "target": goal, "value": text.full(metric, value),
        "month": numbers.monthOfYear(month.first.month), "limits": span(limits, of: metric),
      ])
  }

  /// The limits as a reader may expect figures: nothing is below 0.
  private func span(_ limits: ControlLimits, of metric: Metric) -> String {
    strings(
      FurtherPhrase.limits,
      ["lower": text.limit(metric, max(limits.lower, 0)), "upper": text.limit(metric, limits.upper)])
  }

  /// How long some cases take: the median of the closed ones beside the Kaplan-Meier median of all; empty without any.
  func survival(_ figures: FurtherFigures?) -> String {
    guard let estimate = figures?.survival else { return "" }
    return survival(estimate, plain: figures?.value(of: .medianDaysOfReceived))
  }

  func survival(_ estimate: Survival, plain: Double?) -> String {
    let (all, open) = (estimate.count, estimate.count - estimate.ended)
    let median = numbers.decimal(plain, places: 1)
    guard open > 0 else {
      return strings(FurtherPhrase.survivalDone, ["n": numbers.count(all), "median": median])
    }
    guard let whole = estimate.median else {
      return strings(
        FurtherPhrase.survivalUnknown, ["n": numbers.count(all), "open": numbers.count(open), "median": median])
    }
    let low = estimate.lower.map { numbers.decimal($0, places: 1) }
    let high = estimate.upper.map { numbers.decimal($0, places: 1) }
    let interval =
      switch (low, high) {
      case (let low?, let high?): strings(FurtherPhrase.survivalBetween, ["low": low, "high": high])
      case (let low?, nil): strings(FurtherPhrase.survivalFrom, ["low": low])
      default: strings(FurtherPhrase.survivalSinceStart)
      }
    return strings(
      FurtherPhrase.survival,
      [
        "n": numbers.count(all), "open": numbers.count(open), "median": median,
        "all": numbers.decimal(whole, places: 1), "interval": interval,
      ])
  }

  /// What became of the cases received, beside what flowed out of all that was on the table; empty without either.
  func flow(_ figures: PeriodFigures, _ further: FurtherFigures?) -> String {
    guard let completed = figures.completedOfReceived, let flow = further?.closedOfWorkload else { return "" }
    return strings(
      FurtherPhrase.flow,
      [
        "received": numbers.count(completed.base), "done": numbers.count(completed.count),
        "cohort": numbers.percent(completed.fraction), "closed": numbers.count(flow.count),
        "open": numbers.count(flow.base - flow.count), "flow": numbers.percent(flow.fraction),
        "day": edition.asOf.description,
      ])
  }

  /// How long the clocks of the closed cases stood still, mostly to wait for the customer; empty where none did.
  func paused(_ figures: PeriodFigures, _ further: FurtherFigures?) -> String {
    guard let further, let paused = further.value(of: .pausedCases), paused > 0 else { return "" }
    return strings(
      FurtherPhrase.paused,
      [
        "n": numbers.count(figures.closed), "paused": numbers.count(Int(paused)),
        "days": numbers.decimal(further.value(of: .pausedDays), places: 1),
        "median": numbers.decimal(further.value(of: .medianDaysUnpaused), places: 1),
      ])
  }

  /// How many of the pieces looked at were defective; empty where nobody says how many were looked at.
  func defects(_ further: FurtherFigures?) -> String {
    guard let further, let rate = further.value(of: .defectRate) else { return "" }
    return strings(
      FurtherPhrase.defects,
      ["n": numbers.count(further.value(of: .inspected).map { Int($0) }), "rate": numbers.percent(rate)])
  }

  /// The shares of few cases with their 95 % intervals; empty where every base is large enough.
  func smallBases(_ figures: PeriodFigures, _ further: FurtherFigures?) -> String {
    let shares: [(String, Rate?)] = [
      (text.name(.onTimeRate), figures.onTimeRate), (text.name(.completedOfReceived), figures.completedOfReceived),
      (strings(OverviewPhrase.responseRate), further?.response),
    ]
    let items = shares.compactMap { name, rate in rate.flatMap { item(name, $0) } }
    guard !items.isEmpty else { return "" }
    return strings(
      FurtherPhrase.smallBases, ["list": items.joined(separator: strings(FurtherPhrase.separator))])
  }

  /// Below this many cases a share says little without its interval.
  static let smallBase = 30

  private func item(_ name: String, _ rate: Rate) -> String? {
    guard rate.base < Self.smallBase, let interval = wilsonInterval(rate.count, of: rate.base) else { return nil }
    return strings(
      FurtherPhrase.smallBase,
      [
        "name": name, "share": numbers.percent(rate.fraction), "n": numbers.count(rate.count),
        "base": numbers.count(rate.base), "low": numbers.percent(interval.lowerBound),
        "high": numbers.percent(interval.upperBound),
      ])
  }
}
