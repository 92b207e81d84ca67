import Complaints
import Digests
import Findings
import Hypertext
import Templates

/// The report of a year (P8): everything `site-templates/pages/annual.mustache` prints.
struct AnnualPage {
  let edition: Edition
  let year: PeriodFigures
  let path: PagePath
  /// The months of the year that the ledger has.
  let months: [PeriodFigures]
  /// The same span of the year before; `nil` where the ledger does not reach back to its beginning.
  let former: PeriodFigures?
  /// Whether the ledger begins later than the year.
  let isPartial: Bool

  init(_ year: PeriodFigures, in edition: Edition) {
    self.edition = edition
    self.year = year
    path = .annual(year.period)
    months = edition.findings.periods(.month).filter { year.period.contains($0.period.first) }
    let timeline = edition.findings.timeline
    let before = edition.findings.former(of: year.period, .yearEarlier)
    // A year of which the ledger has only the end is no measure of a whole one.
    let begins = timeline.days.map { Period(.month, containing: $0.lowerBound).first }
    former = before.flatMap { before in begins.flatMap { $0 <= before.days.lowerBound ? before : nil } }
    isPartial = begins.map { $0 > year.period.first } ?? true
  }

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }
  private var isInternal: Bool { edition.audience != .public }

  /// Of all that the page of a year reads; `nil` where it may read anything: the public is shown what the whole ledger
  /// lets it know, and figures in a narrative tell of any dimension.
  static func inputs(of year: Period, in edition: Edition) -> (@Sendable () -> Digest)? {
    edition.audience == .public || edition.mayPlaceFigures(in: year) ? nil : edition.reading(\.years)
  }

  func render(into buffer: inout [UInt8]) throws {
    let frame = frame
    try edition.render(.annual, at: path, frame: frame, content: content, into: &buffer)
  }

  private var content: TemplateObject {
    let narrative = NarrativeText(of: year.period, under: strings(AnnualPhrase.summary), in: edition, at: path)
    let rate = AnnualRate(self)
    let tables = AnnualTables(self)
    let beside = BesideSection(edition: edition, path: path, days: year.days)
    var figures = FigureNumbers(strings: strings)
    let run = figures.next { rate.run(number: $0) }
    let control = figures.next { rate.control(number: $0) }
    let flow = figures.next {
      isInternal ? edition.flowFigure(months, id: "flow-chart", number: $0, at: path, width: 800) : Markup()
    }
    let further = edition.findings.further(of: year.period)
    let text = ProcessText(in: edition)
    let times = TimesTables(edition: edition, path: path)
    let steps =
      isInternal ? edition.findings.stepTimes(of: edition.findings.timeline.closed(in: year.days)) : nil
    return [
      "survival": markup(isInternal ? text.survival(further, in: year) : nil),
      "flow_sentence": markup(isInternal ? text.flow(year, further) : nil),
      "paused": markup(isInternal ? text.paused(year, further) : nil),
      "problems": markup(isInternal ? text.problems(year, further) : nil),
      "defects": markup(isInternal ? text.defects(year, further) : nil),
      "verdict": markup(isInternal ? verdict(text) : nil),
      "stages": steps.flatMap { times.stages($0, in: year)?.object } ?? .none,
      "step_departments": steps.flatMap { times.departments($0, in: year)?.object } ?? .none,
      "toc": .list(toc), "narrative": .markup(narrative.markup), "signed": .text(narrative.signed),
      "partial": .text(partial), "withheld": .text(edition.withheldNote),
      "internal": .flag(isInternal),
      "run": .markup(run), "rate_table": rate.table.object, "control": .markup(control),
      "flow": .markup(flow), "months": tables.months.object,
      "beside": .markup(beside.sentence), "tallies": beside.byMonth?.object ?? .none,
      "categories": tables.categories.dropping(former == nil || edition.suppresses ? 2 : 0).objectIfAny,
      "costs": tables.costs?.dropping(former == nil ? 1 : 0).object ?? .none,
      "costs_none": .text(strings(edition.suppresses ? AnnualPhrase.withheld : .costsNone)),
      "satisfaction": tables.satisfaction?.object ?? .none,
      "satisfaction_sentence": .markup(tables.satisfactionSentence.markup(at: path)),
      "form": edition.fixed.form(isInternal ? "annual" : ""),
    ]
  }

  private func markup(_ sentence: Sentence?) -> TemplateValue { .markup(sentence?.markup(at: path) ?? Markup()) }

  /// What the process does about the target of the complaint rate, by the year's last complete month.
  private func verdict(_ text: ProcessText) -> Sentence? {
    guard let month = months.last(where: { !$0.isRunning }),
      let result = edition.findings.targets(in: month).first(where: { $0.metric == .complaintRate })
    else { return nil }
    return text.verdict(result, in: month)
  }

  private var partial: String {
    guard isPartial, let first = months.first else { return "" }
    return strings(AnnualPhrase.ledgerBegins, ["month": numbers.period(first.period)])
  }

  /// What the column of the whole is called: a year in course is not whole.
  var wholeName: String { strings(year.isRunning ? AnnualPhrase.yearSoFar : .wholeYear) }

  private var toc: [TemplateValue] {
    var sections: [(String, AnnualPhrase)] = [
      ("summary", .summary), ("rate", .rate), ("months", .months), ("categories", .categories), ("costs", .costs),
      ("satisfaction", .satisfaction),
    ]
    if isInternal { sections.append(("times", .times)) }
    sections.append(("definitions", .definitions))
    return sections.enumerated().map { index, section in
      ["no": .integer(index + 1), "anchor": .text(section.0), "label": .text(strings(section.1)), "note": ""]
    }
  }

  private var frame: Frame {
    let name = edition.heading(of: year)
    let neighbours = [year.period.previous, year.period.next].filter { edition.findings.figures(of: $0) != nil }
    return Frame(
      title: strings(AnnualPhrase.title, ["period": numbers.period(year.period)]),
      heading: strings(AnnualPhrase.title, ["period": name]), sentence: lead, section: .annual,
      crumbs: [(strings(FramePhrase.annual), .annualIndex), (year.period.description, nil)],
      pager: neighbours.map { (numbers.period($0), .annual($0)) })
  }

  /// The year's rate against its target and how many months kept it; the count where no rate is known.
  private var lead: Sentence {
    let text = MetricText(edition: edition)
    let rates = months.compactMap { edition.value(of: .complaintRate, in: $0) }
    guard edition.shows(.received, in: year) else {
      return Sentence(strings(OverviewPhrase.leadEnd, ["text": strings(ReportPhrase.leadWithheld)]))
    }
    let received = Sentence.Piece.figure(edition.figure(.received, in: year))
    guard let target = edition.target(of: .complaintRate), !rates.isEmpty else {
      return strings.sentence(AnnualPhrase.leadReceived, ["n": received])
    }
    let kept = rates.count { target.isMet(by: $0) }
    // How many months have a rate, and keep it, is counted in the table of the rate.
    func counted(_ count: Int) -> Sentence.Piece { .figure(Figure(String(count), .list(path, place: "rate-table"))) }
    return strings.sentence(
      AnnualPhrase.leadRate,
      [
        "n": received, "months": counted(rates.count), "kept": counted(kept),
        "target": .words(text.target(target, of: .complaintRate)),
      ])
  }
}
