package import Complaints

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
  /// All counted cases, placed in time.
  package let timeline: Timeline
  /// What was shipped, by month.
  package let exposure: Exposure
  /// The charts that are always there, by month: complaint rate, ppm, received, median days to close.
  package let controlCharts: [ControlFigures]
  /// The measures across cases as they stand at as-of: first those under way by date, then those done, the latest first.
  package private(set) var improvements: [ImprovementStanding] = []
  private let periodFigures: [[PeriodFigures]]
  private let axes: [Axis]

  /// - Parameter jobs: How many threads work; the figures are the same with any.
  /// - Complexity: O(*n* log *n* + *days*) for *n* cases; no part of it goes through all cases for each period.
  package init(_ ledger: Ledger, asOf: Day, jobs: Int = 1) {
    let census = Census(ledger, asOf: asOf, jobs: jobs)
    let exposure = Exposure(ledger.exposure)
    let timeline = Timeline(census.cases, asOf: asOf, shipped: exposure.ofAllProducts)
    let periodFigures = PeriodKind.allCases.map { timeline.figures($0) }
    self.ledger = ledger
    self.asOf = asOf
    self.exposure = exposure
    self.timeline = timeline
    self.periodFigures = periodFigures
    cases = census.cases
    excluded = census.excluded
    account = census.account
    let dimensions = Dimension.allCases
    axes = inParallel(dimensions.count, jobs: jobs, step: 1) { Axis(dimensions[$0], of: census.cases, in: ledger) }
    controlCharts = ControlFigures.standard(
      months: timeline.figures(.month), rebases: ledger.settings.rebases)
    improvements = standingImprovements()
  }

  /// The figures of every period of a kind, without gaps from the first counted case to as-of; empty without a case.
  package func periods(_ kind: PeriodKind) -> [PeriodFigures] {
    PeriodKind.allCases.firstIndex(of: kind).map { periodFigures[$0] } ?? []
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

  func axis(_ dimension: Dimension) -> Axis {
    guard let place = Dimension.allCases.firstIndex(of: dimension) else { preconditionFailure("every case is listed") }
    return axes[place]
  }
}

extension RandomAccessCollection {
  /// The first index whose element passes a test that all later ones pass too; `endIndex` if none does.
  func partitioningIndex(where isAtOrAfter: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isAtOrAfter(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
