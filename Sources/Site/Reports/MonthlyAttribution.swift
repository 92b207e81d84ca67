import Complaints
import Findings
import Hypertext
import Templates

/// Who answers for the cases closed in a month, and whether what was to be improved was checked (R12).
struct MonthlyAttribution {
  let page: MonthlyPage
  private let closed: CaseSet
  private let shortlist: Shortlist

  init(_ page: MonthlyPage) {
    self.page = page
    closed = page.edition.findings.timeline.closed(in: page.month.days)
    shortlist = Shortlist(of: closed, in: page.edition)
  }

  private var edition: Edition { page.edition }
  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  var object: TemplateValue {
    guard !closed.isEmpty else {
      return [
        "sentence": .text(strings(MonthlyPhrase.closedNone)), "departments": .none, "cases": .none, "more": .none,
      ]
    }
    let unattributed = closed.count { !edition.findings.cases[$0].hasDepartments }
    let due = page.month.period.next.first.advanced(by: 9)
    let sentence = strings.sentence(
      unattributed == 0 ? MonthlyPhrase.attributionDone : .attributionOpen,
      [
        "n": .figure(edition.figure(.closed, in: page.month)),
        "missing": .figure(Figure(numbers.count(unattributed), door("", Double(unattributed)))),
        "day": .words(due.description),
      ])
    let list = ListSubject.responsibility.path(ListScope(page.month, asOf: edition.asOf), asOf: edition.asOf)
    let more = shortlist.more(in: edition, at: page.path, to: list, .everyCase)
    return [
      "sentence": .markup(sentence.markup(at: page.path)), "departments": departments.object, "cases": cases.object,
      "more": more,
    ]
  }

  private var departments: ReportTable {
    let split = edition.findings.split(closed, by: .department).filter { $0.received > 0 }
      .sorted { $0.received != $1.received ? $0.received > $1.received : $0.key < $1.key }
    return ReportTable(
      id: "attribution-department-table", caption: strings(MonthlyPhrase.attributionCaption),
      definition: "further-attributed",
      columns: [
        .init(label: strings(ReportPhrase.department)),
        .init(label: strings(MonthlyPhrase.weighted), isNumber: true),
        .init(label: strings(ReportPhrase.share), isNumber: true),
        .init(label: strings(MonthlyPhrase.cost), isNumber: true),
      ],
      rows: split.map { entry in
        let door = door(entry.key, entry.received)
        let texts = [
          numbers.decimal(entry.received, places: 2), numbers.percent(entry.share),
          numbers.decimal(entry.cost, places: 2),
        ]
        return ReportTable.Row(
          [.init(entry.key.isEmpty ? strings(ReportPhrase.noDepartment) : entry.label)]
            + texts.map { .init(Figure($0, door), at: page.path) })
      },
      foot: ReportTable.Row([
        .init(strings(ReportPhrase.total)),
        .init(Figure(numbers.decimal(Double(closed.count), places: 2), all), at: page.path),
        .init(Figure(numbers.percent(1, places: 0), .none(.sum)), at: page.path),
        .init(Figure(numbers.decimal(page.month.cost.units, places: 2), all), at: page.path),
      ]), style: "tight")
  }

  private var all: Door { edition.door(.responsibility, in: page.month, of: Double(closed.count)) }

  /// The cases closed that a department bears.
  private func door(_ key: String, _ value: Double) -> Door {
    edition.door(.responsibility, in: page.month, at: edition.anchor(of: key, in: .department), of: value)
  }

  private var cases: ReportTable {
    ReportTable(
      id: "attribution-table",
      caption: strings(
        shortlist.others > 0 ? MonthlyPhrase.attributionCasesPart : .attributionCases,
        ["shown": numbers.count(shortlist.shown.count)]),
      columns: [
        .init(label: strings(ReportPhrase.caseNumber)), .init(label: strings(ReportPhrase.category)),
        .init(label: strings(MonthlyPhrase.reason)), .init(label: strings(MonthlyPhrase.closedOn)),
        .init(label: strings(ReportPhrase.state)), .init(label: strings(MonthlyPhrase.bears)),
        .init(label: strings(MonthlyPhrase.person)), .init(label: strings(MonthlyPhrase.improvement)),
      ],
      rows: shortlist.shown.map { number in
        let line = CaseLine(number, in: edition, at: page.path)
        let counted = edition.findings.cases[number]
        let bears: Markup =
          counted.hasDepartments
          ? Markup(text: line.departments) : .mark(.worse, strings(ReportPhrase.noDepartment))
        return ReportTable.Row([
          .init(line.id), .init(line.category), .init(line.title, style: "full"),
          .init(counted.closedDay.map { numbers.shortDay($0) } ?? Numbers.missing, style: "nb"),
          .init(edition.caseMark(number).markup, style: "nb"), .init(bears), .init(line.person),
          .init(improvement(number), style: "nb"),
        ])
      }, style: "tight stack")
  }

  /// How many of the case's measures somebody has confirmed; without a measure there is nothing to check.
  private func improvement(_ number: Int) -> String {
    let record = edition.findings.file(number).record
    let measures = record.maps("corrective") + record.maps("preventive")
    guard !measures.isEmpty else { return Numbers.missing }
    let verified = measures.count { measure in
      (measure.moment("verified_on").map { $0.day <= edition.asOf } ?? false) || measure.text("verified_by") != nil
    }
    return strings(MonthlyPhrase.verified, ["n": String(verified), "all": String(measures.count)])
  }
}
