import Complaints
import Findings
import Hypertext
import Templates

/// What was not done at the end of the month: why, and whose it is.
struct MonthlyOpen {
  let page: MonthlyPage
  private let open: CaseSet
  private let overdue: Set<Int>

  init(_ page: MonthlyPage) {
    let timeline = page.edition.findings.timeline
    self.page = page
    open = timeline.open(at: page.month.days.upperBound)
    overdue = Set(timeline.overdue(at: page.month.days.upperBound))
  }

  private var edition: Edition { page.edition }
  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  var object: TemplateValue {
    guard !open.isEmpty else {
      return ["sentence": .text(strings(MonthlyPhrase.openNone)), "reasons": .none, "departments": .none]
    }
    let own = open.count { page.month.days.contains(edition.findings.cases[$0].receivedDay) }
    let sentence = strings(
      MonthlyPhrase.openSentence,
      [
        "n": numbers.count(open.count), "own": numbers.count(own), "older": numbers.count(open.count - own),
        "overdue": numbers.count(overdue.count),
      ])
    return [
      "sentence": .text(sentence), "reasons": reasons.object, "departments": departments.object,
    ]
  }

  private var reasons: ReportTable {
    let sorted = edition.findings.openReasons(of: open) { file in
      if file.complaint.isPrivate, edition.audience != .team { return nil }
      let masking = Masking(for: file.record, audience: edition.audience)
      return file.record.text("open_reason").map { masking?.text($0) ?? $0 }
    }
    return ReportTable(
      id: "reason-table", caption: strings(MonthlyPhrase.reasonCaption),
      columns: [
        .init(label: strings(MonthlyPhrase.openReason)), .init(label: strings(ReportPhrase.openEnd), isNumber: true),
        .init(label: strings(ReportPhrase.overdue), isNumber: true), .init(label: strings(MonthlyPhrase.caseNumbers)),
      ],
      rows: sorted.prefix(Self.mostReasons).map { reason, cases in
        row(reason.isEmpty ? strings(MonthlyPhrase.reasonNone) : reason, Array(cases))
      } + remainder(sorted.dropFirst(Self.mostReasons).map { Array($0.cases) }),
      foot: ReportTable.Row([
        .init(strings(ReportPhrase.total)), .init(numbers.count(open.count)), .init(numbers.count(overdue.count)),
        .init(""),
      ]))
  }

  /// Reasons are free text: in a large ledger there are about as many as open cases.
  private static let mostReasons = 30

  private func remainder(_ reasons: [[Int]]) -> [ReportTable.Row] {
    reasons.isEmpty
      ? [] : [row(strings(MonthlyPhrase.reasonOthers, ["n": numbers.count(reasons.count)]), reasons.flatMap { $0 })]
  }

  private func row(_ reason: String, _ cases: [Int]) -> ReportTable.Row {
    ReportTable.Row([
      .init(reason, style: "rp-wrap"), .init(numbers.count(cases.count)),
      late(cases.count { overdue.contains($0) }), .init(links(cases)),
    ])
  }

  /// A department with its part of the cases, by shares.
  private var departments: ReportTable {
    let findings = edition.findings
    let all = findings.split(open, by: .department).filter { $0.received > 0 }
    let late = findings.split(open.only { overdue.contains($0) }, by: .department)
    let sorted = all.sorted { $0.received != $1.received ? $0.received > $1.received : $0.key < $1.key }
    return ReportTable(
      id: "open-department-table", caption: strings(MonthlyPhrase.openDepartmentCaption),
      columns: [
        .init(label: strings(ReportPhrase.department)), .init(label: strings(ReportPhrase.openEnd), isNumber: true),
        .init(label: strings(ReportPhrase.overdue), isNumber: true),
        .init(label: strings(MonthlyPhrase.caseNumbers)),
      ],
      rows: sorted.map { entry in
        let overdue = late.first { $0.key == entry.key }?.received ?? 0
        return ReportTable.Row([
          .init(entry.key.isEmpty ? strings(ReportPhrase.noDepartment) : entry.label),
          .init(part(entry.received)), overdue > 0 ? .init(part(overdue), style: "rp-late") : .init("·", style: "z"),
          .init(links(Array(entry.cases))),
        ])
      }, style: "tight")
  }

  private func late(_ count: Int) -> ReportTable.Cell {
    count > 0 ? .init(numbers.count(count), style: "rp-late") : .init("·", style: "z")
  }

  private func part(_ value: Double) -> String {
    numbers.decimal(value, places: abs(value - value.rounded()) < 0.05 ? 0 : 1)
  }

  /// The numbers of the cases; of more than a dozen the first, and how many there are besides.
  private func links(_ cases: [Int]) -> Markup {
    var markup = Markup()
    for (index, number) in cases.prefix(12).enumerated() {
      if index > 0 { markup.text(" ") }
      markup.append(CaseLine(number, in: edition, at: page.path).id)
    }
    if cases.count > 12 { markup.text(" " + strings(MonthlyPhrase.andMore, ["n": numbers.count(cases.count - 12)])) }
    return markup
  }
}
