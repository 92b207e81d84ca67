import Complaints
import Digests
import Findings
import Hypertext
import Templates

/// The report of a month (P7): everything `site-templates/pages/monthly.mustache` prints.
struct MonthlyPage {
  let edition: Edition
  let month: PeriodFigures
  let path: PagePath
  /// The same span of the month before and of the year before; `nil` where the ledger does not reach back.
  let former, yearEarlier: PeriodFigures?

  init(_ month: PeriodFigures, in edition: Edition) {
    self.edition = edition
    self.month = month
    path = .monthly(month.period)
    former = edition.findings.former(of: month.period, .previous)
    yearEarlier = edition.findings.former(of: month.period, .yearEarlier)
  }

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }
  private var isInternal: Bool { edition.audience != .public }

  /// Of all that the page reads; `nil` where it may read anything: the public is shown what the whole ledger lets it
  /// know, and figures in a narrative tell of any period.
  static func inputs(of month: PeriodFigures, in edition: Edition) -> (@Sendable () -> Digest)? {
    guard edition.audience != .public, !edition.mayPlaceFigures(in: month.period) else { return nil }
    return edition.reading { MonthlyPage(month, in: edition).digest($0) }
  }

  private func digest(_ inputs: PageInputs) -> Digest {
    var judged = Digester()
    for text in NotableSentences(in: edition, at: path, of: month.period).texts { judged.add(text) }
    for sentence in ProcessText(in: edition).verdicts(of: month) { judged.add(sentence.markup(at: path).bytes) }
    let measures = edition.findings.improvementFigures(in: month.period.days)
    for count in [measures.due, measures.doneOnTime, measures.confirmed, measures.effective] { judged.add(count) }
    return inputs.month(
      month.period, former: [former, yearEarlier].compactMap { $0?.days },
      promised: [month.period, month.period.previous].flatMap(edition.promisedPlaces), judged: judged.digest())
  }

  func render(into buffer: inout [UInt8]) throws {
    try edition.render(.monthly, at: path, frame: frame, content: content, into: &buffer)
  }

  private var content: TemplateObject {
    let narrative = NarrativeText(of: month.period, under: strings(MonthlyPhrase.summary), in: edition, at: path)
    let categories = MonthlyCategories(self)
    let channels = MonthlyChannels(self)
    let cases = isInternal ? MonthlyCases(self, by: categories.now) : nil
    let open = isInternal ? MonthlyOpen(self) : nil
    let attribution = isInternal ? MonthlyAttribution(self) : nil
    let beside = BesideSection(edition: edition, path: path, days: month.days)
    let times = isInternal ? MonthlyTimes(page: self) : nil
    let text = ProcessText(in: edition)
    let verdicts = text.verdicts(of: month)
    let further = isInternal ? edition.findings.further(of: month.period) : nil
    return [
      "toc": .list(toc(cases)), "withheld": .text(edition.withheldNote),
      "narrative": .markup(narrative.markup), "signed": .text(narrative.signed),
      "span": .text(span), "figures": MonthlyFigures(self).table.object,
      "categories": categories.table.objectIfAny, "category_chart": .markup(categories.chart),
      "channels": channels.channels.objectIfAny, "cross": channels.cross?.object ?? .none,
      "beside": .markup(beside.sentence), "tallies": beside.byCategory?.object ?? .none,
      "internal": .flag(isInternal),
      "major": cases?.major ?? .none, "cases": cases?.table?.object ?? .none,
      "cases_more": cases?.more ?? .none,
      "odd": odd, "has_verdicts": .flag(!verdicts.isEmpty),
      "verdicts": .list(verdicts.map { ["sentence": .markup($0.markup(at: path))] }),
      "small": .markup((isInternal ? text.smallBases(month, further) : nil)?.markup(at: path) ?? Markup()),
      "times": times?.times ?? .none, "deductions": .markup(times?.deductions?.markup(at: path) ?? Markup()),
      "followups": .list((times?.followUps ?? []).map { ["sentence": .markup($0.markup(at: path))] }),
      "open": open?.object ?? .none, "attribution": attribution?.object ?? .none,
      "form": edition.fixed.form(isInternal ? "monthly" : ""),
    ]
  }

  /// What is unusual in the month; a month in course is not judged.
  private var odd: TemplateValue {
    guard !month.isRunning else { return .none }
    let items = NotableSentences(in: edition, at: path, of: month.period).list
    return ["items": .list(items), "none": .text(strings(isInternal ? OverviewPhrase.oddNone : .oddNonePublic))]
  }

  /// Sections in their order; the public has those without cases.
  private func toc(_ cases: MonthlyCases?) -> [TemplateValue] {
    var sections: [(id: String, phrase: MonthlyPhrase, note: String)] = [
      ("summary", .summary, ""), ("categories", .categories, ""), ("channels", .channels, ""),
    ]
    if let cases {
      let unit = " " + strings(UnitPhrase.cases)
      sections += [
        ("major", .major, numbers.count(cases.majorCount) + unit),
        ("cases", .cases, numbers.count(month.received) + unit),
        ("open", .open, numbers.count(month.openEnd) + unit), ("times", .times, ""),
        ("attribution", .attribution, numbers.count(month.closed) + unit), ("followups", .followUps, ""),
      ]
    }
    sections.append(("definitions", .definitions, ""))
    return sections.enumerated().map { index, section in
      [
        "no": .integer(index + 1), "anchor": .text(section.id), "label": .text(strings(section.phrase)),
        "note": .text(section.note),
      ]
    }
  }

  /// Which days are compared, where the month is not over.
  private var span: String {
    guard month.isRunning, let days = former?.days else { return "" }
    return strings(
      MonthlyPhrase.sameSpan,
      [
        "from": days.lowerBound.description, "to": days.upperBound.description, "day": edition.asOf.description,
      ])
  }

  private var frame: Frame {
    let name = edition.heading(of: month)
    var pager: [(label: String, to: PagePath)] = []
    for neighbour in [month.period.previous, month.period.next] where edition.findings.figures(of: neighbour) != nil {
      pager.append((numbers.period(neighbour), .monthly(neighbour)))
    }
    return Frame(
      title: strings(MonthlyPhrase.title, ["period": numbers.period(month.period)]),
      heading: strings(MonthlyPhrase.title, ["period": name]), sentence: lead, section: .monthly,
      crumbs: [(strings(FramePhrase.monthly), .monthlyIndex), (month.period.description, nil)], pager: pager)
  }

  private var lead: Sentence {
    guard edition.shows(.received, in: month) else {
      return Sentence(strings(OverviewPhrase.leadEnd, ["text": strings(ReportPhrase.leadWithheld)]))
    }
    func figure(_ metric: Metric) -> Sentence.Piece { .figure(edition.figure(metric, in: month)) }
    guard isInternal else { return strings.sentence(MonthlyPhrase.leadPublic, ["received": figure(.received)]) }
    return strings.sentence(
      month.overdueEnd > 0 ? MonthlyPhrase.leadOverdue : .lead,
      [
        "received": figure(.received), "closed": figure(.closed), "open": figure(.openEnd),
        "overdue": figure(.overdueEnd),
      ])
  }
}
