package import Complaints
import Digests
import Threads

/// Every figure of a ledger as of the end of a day, computed once; pages and metrics.json only read it.
package struct Findings: Sendable {
  package let ledger: Ledger
  /// A case received later does not exist yet, and what happened later has not happened yet.
  package let asOf: Day
  package let account: Account
  /// The cases that count, in the ledger's order: complaints that are neither void nor appeals, received by as-of.
  ///
  /// A `CaseSet` names cases by their place in this array.
  package let cases: [CountedCase]
  /// The files that a rule keeps out of every figure, in the ledger's order.
  package let excluded: [ExcludedCase]
  let appeals: [Appeal]
  /// All counted cases, placed in time.
  package let timeline: Timeline
  /// What was shipped, by month.
  package let exposure: Exposure
  /// The charts that are always there, by month: complaint rate, ppm, received, median days to close.
  package let controlCharts: [ControlFigures]
  /// The same of shares and counts per unit with Laney's correction.
  let correctedCharts: [ControlFigures]
  /// The charts that the site's targets are judged by.
  let targetCharts: [ControlFigures]
  /// What the further figures need of each case.
  package let details: [CaseDetail]
  /// All that was read of the cases.
  let facts: CaseFacts
  /// Who answers for the cases closed in each month.
  package let attribution: [Attribution]
  let sorted: SortedCases
  package let problems: ProblemRepeats
  /// The measures across cases as they stand at as-of: first those under way by date, then those done, the latest first.
  package private(set) var improvements: [ImprovementStanding] = []
  private let periodFigures: [[PeriodFigures]]
  private let furtherFigures: [[FurtherFigures]]
  private let axes: [Axis]
  private let series: [KeySeries]

  /// - Parameters:
  ///   - census: Of a ledger without excess.
  ///   - jobs: How many threads work; the figures are the same with any.
  /// - Complexity: O(*n* log *n* + *days*) for *n* cases; no part of it goes through all cases for each period.
  package init(_ census: Census, jobs: Int = 1) {
    precondition(census.excess == nil, "sums have room")
    let (ledger, asOf) = (census.ledger, census.asOf)
    let exposure = Exposure(ledger.exposure)
    let facts = census.facts
    let dimensions = Dimension.allCases
    let ((timeline, sorted, columns), (axes, problems, daily)) = inParallel(jobs: jobs) {
      let timeline = Timeline(facts, asOf: asOf, shipped: exposure.ofAllProducts)
      let sorted = SortedCases(facts)
      return (timeline, sorted, CaseColumns(facts, sorted))
    } _: {
      let problems = ProblemRepeats(facts)
      let daily = DailyCounts(of: facts, problems, asOf: asOf)
      return (
        inParallel(dimensions.count, jobs: jobs, step: 1) { Axis(dimensions[$0], of: facts, in: ledger) }, problems,
        daily
      )
    }
    let periodFigures = inParallel(PeriodKind.allCases.count, jobs: jobs, step: 1) {
      timeline.figures(PeriodKind.allCases[$0], columns)
    }
    self.ledger = ledger
    self.asOf = asOf
    self.exposure = exposure
    self.timeline = timeline
    self.periodFigures = periodFigures
    self.facts = facts
    cases = facts.cases
    details = facts.details
    excluded = census.excluded
    appeals = census.appeals
    account = census.account
    let months = timeline.days == nil ? [] : periodFigures[Self.place(of: PeriodKind.month)]
    let settings = ledger.settings
    func chart(_ metric: Metric, laney: Bool) -> ControlFigures {
      ControlFigures(metric, months: months, rebases: settings.rebases, laney: laney)
    }
    let charts = ControlFigures.standard.map { chart($0, laney: settings.laney) }
    controlCharts = charts
    correctedCharts = [Metric.complaintRate, .ppm].map { chart($0, laney: true) }
    targetCharts = settings.targets.compactMap { Metric(rawValue: $0.metric) }.map { metric in
      charts.first { $0.metric == metric } ?? chart(metric, laney: settings.laney)
    }
    self.axes = axes
    self.sorted = sorted
    self.problems = problems
    furtherFigures = inParallel(periodFigures.count, jobs: jobs, step: 1) {
      FurtherFigures.all(periodFigures[$0], daily, columns, of: facts.cases.count)
    }
    (series, attribution) = inParallel(jobs: jobs) {
      Self.watched.map { KeySeries(axes[Self.place(of: $0)], of: facts.cases, months: months) }
    } _: {
      Attribution.all(months, facts.cases, axes[Self.place(of: Dimension.department)])
    }
    improvements = standingImprovements(jobs: jobs)
  }

  /// The figures of every period of a kind, without gaps from the first counted case to as-of; empty without a case.
  package func periods(_ kind: PeriodKind) -> [PeriodFigures] { periodFigures[Self.place(of: kind)] }

  /// The further figures of every period of a kind, one for each of its figures.
  package func further(_ kind: PeriodKind) -> [FurtherFigures] { furtherFigures[Self.place(of: kind)] }

  /// The further figures of a period; `nil` before the first counted case and after as-of.
  package func further(of period: Period) -> FurtherFigures? {
    let all = further(period.kind)
    let place = all.partitioningIndex { $0.period.first >= period.first }
    return place < all.count && all[place].period == period ? all[place] : nil
  }

  /// The figures of a period; `nil` before the first counted case and after as-of.
  package func figures(of period: Period) -> PeriodFigures? {
    let all = periods(period.kind)
    // Periods have no gaps, so their order is that of their first days.
    let place = all.partitioningIndex { $0.period.first >= period.first }
    return place < all.count && all[place].period == period ? all[place] : nil
  }

  /// The last month that was over by as-of and has figures; `nil` in the ledger's first month.
  package var lastCompleteMonth: PeriodFigures? { periods(.month).last { !$0.isRunning } }

  /// The file of a counted case.
  package func file(_ number: Int) -> CaseFile { ledger.cases[cases[number].place] }
  package func complaint(_ number: Int) -> Complaint { ledger.cases[cases[number].place].complaint }

  func axis(_ dimension: Dimension) -> Axis { axes[Self.place(of: dimension)] }

  /// How many cases each month received under each key of a watched dimension.
  func series(of dimension: Dimension) -> KeySeries {
    guard let place = Self.watched.firstIndex(of: dimension) else {
      preconditionFailure("only watched dimensions have series")
    }
    return series[place]
  }

  private static func place<Case: CaseIterable & Equatable>(of value: Case) -> Int where Case.AllCases == [Case] {
    guard let place = Case.allCases.firstIndex(of: value) else { preconditionFailure("every case is listed") }
    return place
  }
}
