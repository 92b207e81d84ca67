import Complaints
import Findings
import Hypertext
import Templates

/// The overview for management (P1): the month of as-of against target, last month and last year.
package func overviewPage(of edition: Edition) -> Page {
  Page(.overview) { buffer in try OverviewPage(edition: edition).render(into: &buffer) }
}

/// Everything `site-templates/pages/overview.mustache` prints.
struct OverviewPage {
  let edition: Edition
  private let path = PagePath.overview

  init(edition: Edition) {
    self.edition = edition
  }

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }
  private var findings: Findings { edition.findings }

  func render(into buffer: inout [UInt8]) throws {
    let month = findings.figures(of: Period(.month, containing: edition.asOf))
    try edition.render(
      .overview, at: path, frame: frame(month), content: month.map(content) ?? Self.empty, into: &buffer)
  }

  /// A ledger without a case has nothing to count.
  private static let empty: TemplateObject = [
    "band": .none, "has_verdicts": .flag(false), "verdicts": .none, "waits": .none, "odd": .none, "rate": .none,
    "pareto": .none, "flow": .none,
    "ageing": .none, "overdue": .none,
    "departments": .none, "beside": .none, "slips": .none, "withheld": .none, "gaps": .none, "internal": .flag(false),
  ]

  private func content(_ month: PeriodFigures) -> TemplateObject {
    let isInternal = edition.audience != .public
    let months = edition.months(through: month.period, count: 13)
    var figures = FigureNumbers(strings: strings)
    let trend = figures.next { rate(month, $0) }
    let categories = figures.next { pareto(month, $0) }
    let flow = figures.next {
      isInternal ? edition.flowFigure(months, id: "flow-chart", number: $0, at: path, width: 592) : Markup()
    }
    let ageing = figures.next {
      isInternal
        ? AgeingFigure(edition: edition, path: path).markup(id: "ageing-chart", number: $0, width: 384) : Markup()
    }
    return [
      "band": OverviewBand(month, in: edition, at: path).object,
      "odd": odd(month),
      "has_verdicts": .flag(!verdicts.isEmpty),
      "verdicts": .list(verdicts.map { ["sentence": .markup($0.markup(at: path))] }),
      "waits": .markup(isInternal ? waits?.markup(at: path) ?? Markup() : Markup()),
      "rate": .markup(trend), "pareto": .markup(categories), "flow": .markup(flow), "ageing": .markup(ageing),
      "overdue": isInternal ? overdue : .none,
      "departments": isInternal ? departments(months, &figures) : .none,
      "beside": .markup(BesideSection(edition: edition, path: path, days: month.days).sentence),
      "slips": .markup(edition.slipNote?.markup(at: path) ?? Markup()),
      "withheld": .text(edition.withheldNote),
      "gaps": .markup(isInternal ? DataGaps(edition: edition, month: month).sentence.markup(at: path) : Markup()),
      "internal": .flag(isInternal),
    ]
  }

  private func rate(_ month: PeriodFigures, _ number: String) -> Markup {
    guard let chart = findings.controlCharts.first(where: { $0.metric == .complaintRate }) else { return Markup() }
    return ControlFigure(chart, in: edition, at: path, through: month.period)
      .markup(id: "rate-chart", number: number, width: 696)
  }

  private func pareto(_ month: PeriodFigures, _ number: String) -> Markup {
    let former = findings.former(of: month.period, .previous)
    let bars = CategoryBars(month, last: former, in: edition)
    if bars.bars.isEmpty, edition.suppresses { return widerPareto(month, number) }
    return pareto(bars, of: edition.heading(of: month), number)
  }

  /// Where a month's categories are too small to be known, those of its year may be, or those of the whole ledger.
  private func widerPareto(_ month: PeriodFigures, _ number: String) -> Markup {
    if let year = findings.figures(of: Period(.year, containing: month.period.first)) {
      let bars = CategoryBars(year, last: nil, in: edition)
      if !bars.bars.isEmpty { return pareto(bars, of: edition.heading(of: year), number) }
    }
    let ends = [findings.periods(.month).first, month].compactMap { $0?.period.description }
    let span = strings(ReportPhrase.span, ["from": ends.first ?? "", "to": ends.last ?? ""])
    return pareto(CategoryBars(wholeLedgerOf: edition), of: span, number)
  }

  private func pareto(_ bars: CategoryBars, of period: String, _ number: String) -> Markup {
    bars.pareto(
      id: "category-chart", number: number,
      method: strings(ReportPhrase.paretoMethod, ["period": period, "n": numbers.count(bars.total)]),
      last: strings(ReportPhrase.lastMonth), change: strings(ReportPhrase.againstLastMonth), at: path, width: 592)
  }

  /// What the process does about each target, by the last complete month.
  private var verdicts: [Sentence] {
    findings.lastCompleteMonth.map { ProcessText(in: edition).verdicts(of: $0) } ?? []
  }

  /// How long the cases received in the last twelve months take, those that still wait counted too.
  private var waits: Sentence? {
    guard let received = edition.receivedLately, let estimate = findings.survival(of: received) else { return nil }
    let sentence = ProcessText(in: edition).survival(estimate, plain: findings.medianDays(of: received)) {
      place, value in (value ?? 0) > 0 ? .list(.receivedLately, place: place) : .none(.nothing)
    }
    return strings.sentence(OverviewPhrase.ageingWaits, ["sentence": .sentence(sentence)])
  }

  private func odd(_ month: PeriodFigures) -> TemplateValue {
    let judged = findings.lastCompleteMonth?.period
    let sentences = NotableSentences(in: edition, at: path, of: judged).list
    let isPublic = edition.audience == .public
    let basis = isPublic ? OverviewPhrase.oddBasisPublic : .oddBasis
    return [
      "items": .list(sentences), "count": .text(sentences.isEmpty ? "" : String(sentences.count)),
      "none": .text(strings(isPublic ? OverviewPhrase.oddNonePublic : .oddNone)),
      "basis": .text(
        judged.map { strings(basis, ["period": numbers.period($0), "day": edition.asOf.description]) } ?? ""),
    ]
  }

  private var overdue: TemplateValue {
    let cases = findings.overdueCases()
    let table = OverdueTable(edition: edition, path: path).table(cases)
    let more = cases.count - OverdueTable.most
    return [
      "title": .markup(
        cases.isEmpty
          ? Markup(text: strings(OverviewPhrase.overdueNone))
          : strings.sentence(OverviewPhrase.overdueTitle, ["n": .figure(overdueFigure(cases.count))]).markup(at: path)),
      "table": table?.object ?? .none,
      "more": .markup(
        more > 0
          ? strings.sentence(OverviewPhrase.overdueMore, ["n": .figure(overdueFigure(cases.count))]).markup(at: path)
          : Markup()),
    ]
  }

  private func overdueFigure(_ count: Int) -> Figure {
    let month = findings.figures(of: Period(.month, containing: edition.asOf))
    return Figure(numbers.count(count), edition.door(.overdueEnd, in: month))
  }

  private func departments(_ months: [PeriodFigures], _ figures: inout FigureNumbers) -> TemplateValue {
    let multiples = DepartmentMultiples(months, in: edition, at: path)
    guard !multiples.isEmpty else { return .none }
    return [
      "title": .markup(multiples.finding.markup(at: path)), "method": .text(multiples.method),
      "no": .text(figures.next()),
      "list": .list(multiples.list),
    ]
  }

  private func frame(_ month: PeriodFigures?) -> Frame {
    guard let month else {
      return Frame(
        title: "", heading: edition.settings.title, lead: strings(OverviewPhrase.emptyLedger), section: .overview)
    }
    let name = edition.heading(of: month)
    var pager = [
      (label: strings(OverviewPhrase.allMonths), to: PagePath.monthlyIndex),
      (label: strings(OverviewPhrase.monthReport, ["month": shortName(month.period)]), to: .monthly(month.period)),
    ]
    if findings.figures(of: month.period.previous) != nil {
      let label = strings(OverviewPhrase.formerReport, ["month": shortName(month.period.previous)])
      pager.insert((label: label, to: .monthly(month.period.previous)), at: 0)
    }
    return Frame(
      title: "", heading: strings(OverviewPhrase.heading, ["period": name]), sentence: lead(month), section: .overview,
      pager: pager)
  }

  private func shortName(_ month: Period) -> String { numbers.monthOfYear(month.first.month) }

  /// The rate against its target, then what is left undone.
  private func lead(_ month: PeriodFigures) -> Sentence {
    let text = MetricText(edition: edition)
    let judged = findings.lastCompleteMonth ?? month
    let first: Sentence
    if let rate = edition.value(of: .complaintRate, in: judged) {
      let value = Sentence.Piece.figure(edition.figure(.complaintRate, in: judged))
      let period =
        judged.period == month.period ? "" : strings(OverviewPhrase.leadPeriod, ["month": shortName(judged.period)])
      if let target = edition.target(of: .complaintRate) {
        first = strings.sentence(
          target.isMet(by: rate) ? OverviewPhrase.leadRateMet : .leadRateMissed,
          ["period": .words(period), "value": value, "target": .words(text.target(target, of: .complaintRate))])
      } else {
        first = strings.sentence(OverviewPhrase.leadRate, ["period": .words(period), "value": value])
      }
    } else if edition.shows(.received, in: month) {
      first = strings.sentence(
        OverviewPhrase.leadReceived, ["n": .figure(edition.figure(.received, in: month))])
    } else {
      first = Sentence(strings(ReportPhrase.leadWithheld))
    }
    guard edition.audience != .public else {
      return strings.sentence(OverviewPhrase.leadEnd, ["text": .sentence(first)])
    }
    let phrase: OverviewPhrase =
      month.openEnd == 0 ? .leadNoneOpen : month.overdueEnd == 0 ? .leadOpen : .leadOverdue
    let second = strings.sentence(
      phrase,
      [
        "open": .figure(edition.figure(.openEnd, in: month)),
        "overdue": .figure(edition.figure(.overdueEnd, in: month)),
      ])
    return strings.sentence(OverviewPhrase.leadBoth, ["first": .sentence(first), "second": .sentence(second)])
  }
}

/// Numbers the figures of a page in the order in which they stand; one that has nothing to show gets no number.
struct FigureNumbers {
  let strings: Strings
  private var count = 0

  init(strings: Strings) {
    self.strings = strings
  }

  mutating func next(_ draw: (String) -> Markup) -> Markup {
    let figure = draw(word(count + 1))
    if !figure.isEmpty { count += 1 }
    return figure
  }

  mutating func next() -> String {
    count += 1
    return word(count)
  }

  private func word(_ number: Int) -> String { strings(ReportPhrase.figure, ["n": String(number)]) }
}

extension PagePath {
  static let monthlyIndex = PagePath("reports/monthly/index.html")
  static let annualIndex = PagePath("reports/annual/index.html")
  static func monthly(_ month: Period) -> PagePath { PagePath("reports/monthly/\(month).html") }
  static func annual(_ year: Period) -> PagePath { PagePath("reports/annual/\(year).html") }
}
