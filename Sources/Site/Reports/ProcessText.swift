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
  func verdicts(of month: PeriodFigures) -> [Sentence] {
    guard !month.isRunning, edition.audience != .public else { return [] }
    return edition.findings.targets(in: month).compactMap { verdict($0, in: month) }
  }

  /// `nil` where the figure is unknown, or none of a month.
  func verdict(_ result: TargetResult, in month: PeriodFigures) -> Sentence? {
    guard let metric = result.metric, let value = result.value, let isMet = result.isMet else { return nil }
    let goal = text.target(result.target, of: metric)
    guard let limits = result.limits, let verdict = result.verdict else {
      return strings.sentence(
        FurtherPhrase.verdictLater, ["name": .words(text.name(metric)), "target": .words(goal)])
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
    let shown = Figure(text.full(metric, value), edition.door(metric, in: month))
    let explained = Figure(span(limits, of: metric), .definition("further-verdict"))
    return strings.sentence(
      phrase,
      [
        "name": .words(text.name(metric)), "target": .words(goal), "value": .figure(shown),
        "month": .words(numbers.monthOfYear(month.period.first.month)), "limits": .figure(explained),
      ])
  }

  /// The limits as a reader may expect figures: nothing is below 0.
  private func span(_ limits: ControlLimits, of metric: Metric) -> String {
    strings(
      FurtherPhrase.limits,
      ["lower": text.limit(metric, max(limits.lower, 0)), "upper": text.limit(metric, limits.upper)])
  }

  /// How long the cases received in a period take: the median of the closed ones beside the Kaplan-Meier median of all;
  /// `nil` without any.
  func survival(_ further: FurtherFigures?, in figures: PeriodFigures) -> Sentence? {
    guard let estimate = further?.survival else { return nil }
    return survival(estimate, plain: further?.value(of: .medianDaysOfReceived)) { place, value in
      edition.door(.received, in: figures, at: place, of: value)
    }
  }

  /// - Parameter door: The place of a figure on the list of the cases, `nil` for the whole list, and its value.
  func survival(_ estimate: Survival, plain: Double?, door: (String?, Double?) -> Door) -> Sentence {
    let (all, open) = (estimate.count, estimate.count - estimate.ended)
    func count(_ count: Int, _ place: String?) -> Sentence.Piece {
      .figure(Figure(numbers.count(count), door(place, Double(count))))
    }
    func days(_ days: Double?, _ further: Further) -> Sentence.Piece {
      .figure(Figure(numbers.decimal(days, places: 1), door(further.place, days)))
    }
    let received = count(all, Metric.received.rawValue)
    let median = days(plain, .medianDaysOfReceived)
    guard open > 0 else {
      return strings.sentence(FurtherPhrase.survivalDone, ["n": received, "median": median])
    }
    let waiting = count(open, ListMaker.stillOpen)
    guard let whole = estimate.median else {
      return strings.sentence(FurtherPhrase.survivalUnknown, ["n": received, "open": waiting, "median": median])
    }
    return strings.sentence(
      FurtherPhrase.survival,
      [
        "n": received, "open": waiting, "median": median, "all": days(whole, .survivalMedianDays),
        "interval": .figure(Figure(interval(estimate), .definition("further-survival"))),
      ])
  }

  private func interval(_ estimate: Survival) -> String {
    let low = estimate.lower.map { numbers.decimal($0, places: 1) }
    let high = estimate.upper.map { numbers.decimal($0, places: 1) }
    return switch (low, high) {
    case (let low?, let high?): strings(FurtherPhrase.survivalBetween, ["low": low, "high": high])
    case (let low?, nil): strings(FurtherPhrase.survivalFrom, ["low": low])
    default: strings(FurtherPhrase.survivalSinceStart)
    }
  }

  /// What became of the cases received, beside what flowed out of all that was on the table; `nil` without either.
  func flow(_ figures: PeriodFigures, _ further: FurtherFigures?) -> Sentence? {
    guard let completed = figures.completedOfReceived, let flow = further?.closedOfWorkload else { return nil }
    func figure(_ metric: Metric) -> Sentence.Piece { .figure(edition.figure(metric, in: figures)) }
    func figure(_ figure: Further, _ text: (Double?) -> String) -> Sentence.Piece {
      .figure(edition.figure(figure, in: figures, further, text))
    }
    return strings.sentence(
      FurtherPhrase.flow,
      [
        "received": figure(.received), "done": figure(.completed) { numbers.count($0.map { Int($0) }) },
        "cohort": .figure(
          Figure(numbers.percent(completed.fraction), edition.door(.completedOfReceived, in: figures))),
        "closed": figure(.closed), "open": figure(.openEnd),
        "flow": .figure(
          Figure(numbers.percent(flow.fraction), edition.door(.closedOfWorkload, in: figures, of: Double(flow.count)))),
        "day": .words(edition.asOf.description),
      ])
  }

  /// How long the clocks of the closed cases stood still, mostly to wait for the customer; `nil` where none did.
  func paused(_ figures: PeriodFigures, _ further: FurtherFigures?) -> Sentence? {
    guard let paused = further?.value(of: .pausedCases), paused > 0 else { return nil }
    func days(_ figure: Further) -> Sentence.Piece {
      .figure(edition.figure(figure, in: figures, further) { numbers.decimal($0, places: 1) })
    }
    return strings.sentence(
      FurtherPhrase.paused,
      [
        "n": .figure(edition.figure(.closed, in: figures)),
        "paused": .figure(edition.figure(.pausedCases, in: figures, further) { numbers.count($0.map { Int($0) }) }),
        "days": days(.pausedDays), "median": days(.medianDaysUnpaused),
      ])
  }

  /// How many of the pieces looked at were defective; `nil` where nobody says how many were looked at.
  func defects(_ figures: PeriodFigures, _ further: FurtherFigures?) -> Sentence? {
    guard further?.value(of: .defectRate) != nil else { return nil }
    return strings.sentence(
      FurtherPhrase.defects,
      [
        "n": .figure(edition.figure(.inspected, in: figures, further) { numbers.count($0.map { Int($0) }) }),
        "rate": .figure(edition.figure(.defectRate, in: figures, further) { numbers.percent($0) }),
      ])
  }

  /// How many of the valid cases show a problem that was shown before; `nil` where none names a product and a category.
  func problems(_ figures: PeriodFigures, _ further: FurtherFigures?) -> Sentence? {
    guard let rate = further?.value(of: .problemRepeatRate) else { return nil }
    func count(_ figure: Further) -> Sentence.Piece {
      .figure(edition.figure(figure, in: figures, further) { numbers.count($0.map { Int($0) }) })
    }
    let share = Figure(numbers.percent(rate), edition.door(Further.problemRepeatRate, in: figures, of: rate))
    return strings.sentence(
      FurtherPhrase.problems,
      ["named": count(.problemsNamed), "again": count(.problemRepeats), "share": .figure(share)])
  }

  /// The shares of few cases with their 95 % intervals; `nil` where every base is large enough.
  func smallBases(_ figures: PeriodFigures, _ further: FurtherFigures?) -> Sentence? {
    func list(_ share: Metric, _ part: Door, _ whole: Metric) -> SmallBase {
      SmallBase(
        name: text.name(share), part: part, whole: edition.door(whole, in: figures),
        share: edition.door(share, in: figures))
    }
    func promises(_ place: String?) -> Door {
      edition.door(.promises, in: figures, at: place, of: (further?.response?.base).map(Double.init))
    }
    let done = edition.door(Further.completed, in: figures, of: further?.value(of: .completed))
    let shares: [(SmallBase, Rate?)] = [
      (list(.onTimeRate, edition.door(.closedOnTime, in: figures), .closedWithDue), figures.onTimeRate),
      (list(.completedOfReceived, done, .received), figures.completedOfReceived),
      (
        SmallBase(
          name: strings(OverviewPhrase.responseRate), part: promises(nil), whole: promises(nil),
          share: promises(OverviewBand.promiseKey)), further?.response
      ),
    ]
    let items = shares.compactMap { base, rate in rate.flatMap { item(base, $0) } }
    guard !items.isEmpty else { return nil }
    let separator = Sentence.Piece.words(strings(FurtherPhrase.separator))
    let list = items.enumerated().flatMap { index, item -> [Sentence.Piece] in
      index > 0 ? [separator, .sentence(item)] : [.sentence(item)]
    }
    return strings.sentence(FurtherPhrase.smallBases, ["list": .sentence(Sentence(list))])
  }

  /// A share of few cases: what it is called, and where its two counts and itself are listed.
  private struct SmallBase {
    let name: String
    let part, whole, share: Door
  }

  /// Below this many cases a share says little without its interval.
  static let smallBase = 30

  private func item(_ base: SmallBase, _ rate: Rate) -> Sentence? {
    guard rate.base < Self.smallBase, let interval = wilsonInterval(rate.count, of: rate.base) else { return nil }
    func figure(_ text: String, _ door: Door) -> Sentence.Piece {
      .figure(Figure(text, rate.count > 0 ? door : .none(.nothing)))
    }
    let span = strings(
      FurtherPhrase.limits,
      ["lower": numbers.percent(interval.lowerBound), "upper": numbers.percent(interval.upperBound)])
    return strings.sentence(
      FurtherPhrase.smallBase,
      [
        "name": .words(base.name), "share": figure(numbers.percent(rate.fraction), base.share),
        "n": figure(numbers.count(rate.count), base.part),
        "base": .figure(Figure(numbers.count(rate.base), base.whole)),
        "interval": .figure(Figure(span, .definition("further-interval"))),
      ])
  }
}
