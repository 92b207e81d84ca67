import Complaints
import Findings

/// The lists behind the figures of months and years, and of the ends of months.
///
/// Like all lists not for the public, which sees no case.
func periodListPages(of edition: Edition) -> [Page] {
  guard edition.audience != .public else { return [] }
  var plan = ListPlan(edition)
  plan.addMonths()
  plan.addYears()
  return plan.lists.flatMap { pages(of: $0, in: edition) }
}

/// The lists behind what stands at as-of, and what stands beside the figures of cases.
func standingListPages(of edition: Edition) -> [Page] {
  guard edition.audience != .public else { return [] }
  return (standingLists(of: edition) + besideLists(of: edition)).flatMap { pages(of: $0, in: edition) }
}

/// The lists of the slips to issue.
func slipListPages(of edition: Edition) -> [Page] {
  guard edition.audience != .public else { return [] }
  return SlipLists(edition: edition).all.flatMap { pages(of: $0, in: edition) }
}

/// A list, and where it is too long the pages of its parts that no other list has.
private func pages(of list: CaseList, in edition: Edition) -> [Page] {
  var pages = [
    Page(list.path) { try ListPage(list, month: nil, in: edition).render(into: &$0) }.reading(list.inputs)
  ]
  guard list.isSplit else { return pages }
  for month in list.months() {
    let part = Page(list.part(month)) { try ListPage(list, month: month, in: edition).render(into: &$0) }
    let inputs = list.partInputs.map { inputs in { @Sendable in inputs(month) } }
    pages.append(part.reading(inputs ?? list.inputs))
  }
  return pages
}

/// Which lists there are: those that some figure of a page opens, and none that is empty.
private struct ListPlan {
  let edition: Edition
  var lists: [CaseList] = []
  private var planned: Set<PagePath> = []

  init(_ edition: Edition) {
    self.edition = edition
  }

  private static let flows: [ListSubject] = [
    .received, .valid, .defects, .repeats, .closed, .onTime, .cost, .satisfaction, .responded, .reopened, .open,
    .split(.channel),
  ]
  private static let monthly: [ListSubject] =
    flows + [
      .completed, .split(.department), .responsibility, .openSince, .openReasons, .openDepartments, .informed,
      .contained,
      .steps(.stage), .deductions,
    ]
  private static let yearly: [ListSubject] = [
    .received, .valid, .closed, .onTime, .cost, .costKinds, .satisfaction, .steps(.stage), .steps(.department),
  ]

  mutating func addMonths() {
    let months = edition.findings.periods(.month)
    for month in months {
      for subject in Self.monthly { add(subject, month) }
      // A finding of the month may speak of a product.
      for case .key(let signal) in edition.notable(in: month.period).map(\.fact)
      where signal.dimension == .product {
        add(.split(.product), month)
      }
      if CategoryBars.hasRemainder(month, in: edition) { add(.remainder, month) }
    }
    // A share of few limits is printed with them.
    for month in months {
      let base = edition.findings.further(of: month.period)?.response?.base ?? 0
      if edition.promisesAreSet, base > 0, base < ProcessText.smallBase { add(.promises, month) }
    }
    guard let last = months.last else { return }
    let former = [Comparison.Base.previous, .yearEarlier].compactMap {
      edition.findings.former(of: last.period, $0)
    }
    for month in former where last.isRunning { for subject in Self.flows { add(subject, month) } }
    // Those of a month in course are set against no others.
    if edition.promisesAreSet { for month in last.isRunning ? [last] : [last] + former { add(.promises, month) } }
  }

  mutating func addYears() {
    for year in edition.findings.periods(.year) {
      for subject in Self.yearly { add(subject, year) }
      if let former = AnnualPage(year, in: edition).former {
        for subject in [ListSubject.received, .costKinds] { add(subject, former) }
      }
    }
    for (subject, figures) in liveSplits(of: edition) { add(subject, figures) }
  }

  private mutating func add(_ subject: ListSubject, _ figures: PeriodFigures) {
    let path = subject.path(ListScope(figures, asOf: edition.asOf), asOf: edition.asOf)
    guard subject.count(figures) > 0, planned.insert(path).inserted, hasCases(subject, figures) else { return }
    let isLong = size(of: subject, figures) > CaseList.most && (figures.period.kind != .month || subject.isOfTheEnd)
    lists.append(CaseList(subject, figures, in: edition, isSplit: isLong))
    guard isLong, !subject.isOfTheEnd else { return }
    // The months of a long year stand on lists of their own.
    for month in edition.findings.periods(.month) where figures.days.contains(month.days.upperBound) {
      add(subject, month)
    }
  }

  /// Whether there is a case of which the figures of a period do not tell.
  private func hasCases(_ subject: ListSubject, _ figures: PeriodFigures) -> Bool {
    switch subject {
    case .costKinds: closed(in: figures).contains(where: edition.findings.hasLosses)
    case .deductions: closed(in: figures).contains { edition.findings.details[$0].deductions.count > 0 }
    case .informed: !edition.informed(in: figures.period).isEmpty
    case .contained: !edition.contained(in: figures.period).isEmpty
    case .promises: !edition.promised(in: figures.period).isEmpty
    default: true
    }
  }

  private func closed(in figures: PeriodFigures) -> CaseSet { edition.findings.timeline.closed(in: figures.days) }

  private func size(of subject: ListSubject, _ figures: PeriodFigures) -> Int {
    subject == .cost ? edition.findings.timeline.withCost(in: figures.days).count : subject.count(figures)
  }
}

/// The splits that the narratives of reports ask for.
private func liveSplits(of edition: Edition) -> [(ListSubject, PeriodFigures)] {
  edition.ledger.narratives.flatMap { narrative in
    LiveFigure.all(in: narrative.text, own: narrative.period, through: edition.asOf).flatMap {
      live -> [(ListSubject, PeriodFigures)] in
      guard let dimension = live.dimension, let figures = edition.findings.figures(of: live.period) else { return [] }
      let former = edition.findings.former(of: live.period, .previous)
      return ([figures] + [former].compactMap { $0 }).map { (.split(dimension), $0) }
    }
  }
}
