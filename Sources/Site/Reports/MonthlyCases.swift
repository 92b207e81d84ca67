import Complaints
import Findings
import Hypertext
import Templates

/// The cases received in a month: the weighty ones told, all of them listed.
struct MonthlyCases {
  let page: MonthlyPage
  private let received: CaseSet
  private let categories: [DimensionFigures]
  private let weighty: CaseSet
  private let shortlist: Shortlist

  /// - Parameter categories: Of the cases received.
  init(_ page: MonthlyPage, by categories: [DimensionFigures]) {
    let findings = page.edition.findings
    self.page = page
    self.categories = categories
    received = findings.timeline.received(in: page.month.days)
    shortlist = Shortlist(of: received, in: page.edition)
    weighty = received.only { findings.names(.weight, $0) }
  }

  private var edition: Edition { page.edition }
  private var strings: Strings { edition.strings }
  var majorCount: Int { weighty.count }

  /// Major, hot and important cases, in that order, with what is known of each.
  var major: TemplateValue {
    let order = ["major", "hot", "important"]
    func rank(_ number: Int) -> Int {
      edition.findings.words(of: number, on: .weight).compactMap { order.firstIndex(of: $0) }.min() ?? order.count
    }
    let ranked = weighty.map { (rank: rank($0), number: $0) }.sorted { ($0.rank, $0.number) < ($1.rank, $1.number) }
      .map(\.number)
    return [
      "items": .list(ranked.prefix(Self.mostArticles).map(article)),
      "more": ranked.count > Self.mostArticles
        ? .text(strings(MonthlyPhrase.majorMore, ["n": edition.numbers.count(ranked.count - Self.mostArticles)]))
        : .none,
      "none": .text(ranked.isEmpty ? strings(MonthlyPhrase.majorNone) : ""),
    ]
  }

  /// So many are told at most; the rest stand in the table and the ledger.
  private static let mostArticles = 30

  /// Where the cases stand that the table leaves out.
  var more: TemplateValue {
    shortlist.more(
      in: edition, at: page.path, to: LedgerMonths.path(of: page.month.period), .ledgerOfMonth)
  }

  private func article(_ number: Int) -> TemplateValue {
    let line = CaseLine(number, in: edition, at: page.path)
    let complaint = edition.findings.complaint(number)
    let weights = complaint.weight.map { edition.shortLabel(of: $0, in: "weight") }
    let record = edition.findings.file(number).record
    let masking = Masking(for: record, audience: edition.audience)
    let description = line.isWithheld ? "" : record.text("description").map { masking?.text($0) ?? $0 } ?? ""
    let facts = [line.customer, line.product, line.departments].filter { !$0.isEmpty }
    return [
      "id": .markup(line.id), "title": .text(line.title), "mark": .markup(edition.caseMark(number).markup),
      "weight": .text(weights.joined(separator: strings(CardPhrase.separator))),
      "facts": .text(facts.joined(separator: " · ")), "description": .text(short(description)),
    ]
  }

  /// The first 90 characters: a report sums up, the card tells all.
  private func short(_ text: String) -> String {
    text.count > 90 ? text.prefix(88) + "…" : text
  }

  /// One group of rows a category at the top of the vocabulary, as the source's tables are; `nil` without a case.
  var table: ReportTable? {
    guard !received.isEmpty else { return nil }
    var rows: [ReportTable.Row] = []
    let shown = Set(shortlist.shown)
    for entry in categories where entry.parent == nil && !entry.cases.isEmpty {
      let label = entry.key.isEmpty ? strings(ReportPhrase.noCategory) : entry.label
      rows.append(
        .init(group: strings(MonthlyPhrase.group, ["label": label, "n": edition.numbers.count(entry.cases.count)])))
      rows += entry.cases.filter(shown.contains).sorted().map(row)
    }
    return ReportTable(
      id: "case-table",
      caption: strings(
        shortlist.others > 0 ? MonthlyPhrase.casesCaptionPart : .casesCaption,
        [
          "n": edition.numbers.count(received.count), "day": edition.asOf.description,
          "shown": edition.numbers.count(shown.count),
        ]),
      columns: [
        .init(label: strings(ReportPhrase.state)), .init(label: strings(ReportPhrase.caseNumber)),
        .init(label: strings(MonthlyPhrase.receivedOn)), .init(label: strings(MonthlyPhrase.customer)),
        .init(label: strings(MonthlyPhrase.product)), .init(label: strings(ReportPhrase.category)),
        .init(label: strings(MonthlyPhrase.reason)), .init(label: strings(ReportPhrase.department)),
        .init(label: strings(MonthlyPhrase.days), isNumber: true),
      ],
      rows: rows, style: "mk1 tight stack", headColumn: 1)
  }

  private func row(_ number: Int) -> ReportTable.Row {
    let line = CaseLine(number, in: edition, at: page.path)
    let counted = edition.findings.cases[number]
    let mark = edition.caseMark(number)
    let isOpen = counted.closedDay == nil
    let days = (counted.closedDay ?? edition.asOf).number - counted.receivedDay.number
    return ReportTable.Row(
      [
        .init(mark.markup, style: "nb"), .init(line.id),
        .init(edition.numbers.shortDay(counted.receivedDay), style: "nb"), .init(line.customer),
        .init(line.product), .init(line.category, style: "nb"), reason(line, isOpen: isOpen), .init(line.departments),
        .init(edition.numbers.count(days)),
      ], style: mark.rowClass)
  }

  /// The reason of an unfinished case alone is red, with a mark for paper without colours.
  private func reason(_ line: CaseLine, isOpen: Bool) -> ReportTable.Cell {
    guard isOpen else { return .init(line.title, style: "full") }
    return .init(.joined([.sign(.open), Markup(text: line.title)]), style: "full rp-open")
  }
}
