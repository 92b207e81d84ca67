import Complaints
import Findings
import Hypertext
import Templates

/// What was not done at the end of the month: why, and whose it is.
struct MonthlyOpen {
  let page: MonthlyPage
  private let open: CaseSet

  init(_ page: MonthlyPage) {
    self.page = page
    open = page.edition.openCases(at: page.month.days.upperBound)
  }

  private func isOverdue(_ number: Int) -> Bool { edition.isOverdue(number, at: page.month.days.upperBound) }

  private var edition: Edition { page.edition }
  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  var object: TemplateValue {
    guard !open.isEmpty else {
      return ["sentence": .text(strings(MonthlyPhrase.openNone)), "reasons": .none, "departments": .none]
    }
    let own = open.count { page.month.days.contains(edition.findings.cases[$0].receivedDay) }
    let age = { (count: Int, place: String) -> Sentence.Piece in
      .figure(Figure(numbers.count(count), edition.door(.openSince, in: page.month, at: place, of: Double(count))))
    }
    let sentence = strings.sentence(
      MonthlyPhrase.openSentence,
      [
        "n": .figure(edition.figure(.openEnd, in: page.month)), "own": age(own, "own"),
        "older": age(open.count - own, "older"), "overdue": .figure(edition.figure(.overdueEnd, in: page.month)),
      ])
    return [
      "sentence": .markup(sentence.markup(at: page.path)), "reasons": reasons.object, "departments": departments.object,
    ]
  }

  private var reasons: ReportTable {
    let sorted = edition.openReasons(of: open)
    let anchors = Slugs(sorted.map(\.reason))
    return ReportTable(
      id: "reason-table", caption: strings(MonthlyPhrase.reasonCaption),
      definition: "open_end",
      columns: [
        .init(label: strings(MonthlyPhrase.openReason)), .init(label: strings(ReportPhrase.openEnd), isNumber: true),
        .init(label: strings(ReportPhrase.overdue), isNumber: true), .init(label: strings(MonthlyPhrase.caseNumbers)),
      ],
      rows: sorted.prefix(Self.mostReasons).map { reason, cases in
        row(
          reason.isEmpty ? strings(MonthlyPhrase.reasonNone) : reason, Array(cases),
          at: ListMaker.anchor(of: reason, among: anchors))
      } + remainder(sorted.dropFirst(Self.mostReasons).map { Array($0.cases) }),
      foot: ReportTable.Row([
        .init(strings(ReportPhrase.total)), .init(edition.figure(.openEnd, in: page.month), at: page.path),
        .init(edition.figure(.overdueEnd, in: page.month), at: page.path), .init(""),
      ]))
  }

  /// Reasons are free text: in a large ledger there are about as many as open cases.
  static let mostReasons = 30

  private func remainder(_ reasons: [[Int]]) -> [ReportTable.Row] {
    reasons.isEmpty
      ? []
      : [
        row(
          strings(MonthlyPhrase.reasonOthers, ["n": numbers.count(reasons.count)]), reasons.flatMap { $0 },
          at: ListMaker.otherReasons)
      ]
  }

  private func row(_ reason: String, _ cases: [Int], at place: String) -> ReportTable.Row {
    let late = cases.count(where: isOverdue)
    return ReportTable.Row([
      .init(reason, style: "rp-wrap"),
      .init(figure(numbers.count(cases.count), .openReasons, place, cases.count), at: page.path),
      self.late(figure(numbers.count(late), .openReasons, place + "--overdue", late), Double(late)),
      .init(links(cases)),
    ])
  }

  private func figure(_ text: String, _ list: ListSubject, _ place: String, _ value: some BinaryInteger) -> Figure {
    Figure(text, edition.door(list, in: page.month, at: place, of: Double(value)))
  }

  private func figure(_ value: Double, of department: String, late: Bool = false) -> Figure {
    let place = edition.anchor(of: department, in: .department) + (late ? "--overdue" : "")
    return Figure(part(value), edition.door(.openDepartments, in: page.month, at: place, of: value))
  }

  /// A department with its part of the cases, by shares.
  private var departments: ReportTable {
    let findings = edition.findings
    let all = findings.split(open, by: .department).filter { $0.received > 0 }
    let late = findings.split(open.only(isOverdue), by: .department)
    let sorted = all.sorted { $0.received != $1.received ? $0.received > $1.received : $0.key < $1.key }
    return ReportTable(
      id: "open-department-table", caption: strings(MonthlyPhrase.openDepartmentCaption),
      definition: "dimension-open",
      columns: [
        .init(label: strings(ReportPhrase.department)), .init(label: strings(ReportPhrase.openEnd), isNumber: true),
        .init(label: strings(ReportPhrase.overdue), isNumber: true),
        .init(label: strings(MonthlyPhrase.caseNumbers)),
      ],
      rows: sorted.map { entry in
        let overdue = late.first { $0.key == entry.key }?.received ?? 0
        return ReportTable.Row([
          .init(entry.key.isEmpty ? strings(ReportPhrase.noDepartment) : entry.label),
          .init(figure(entry.received, of: entry.key), at: page.path),
          self.late(figure(overdue, of: entry.key, late: true), overdue),
          .init(links(Array(entry.cases))),
        ])
      }, style: "tight")
  }

  private func late(_ figure: Figure, _ value: Double) -> ReportTable.Cell {
    value > 0 ? .init(figure, at: page.path, style: "rp-late") : .init("·", style: "z")
  }

  private func part(_ value: Double) -> String {
    numbers.decimal(value, places: abs(value - value.rounded()) < 0.05 ? 0 : 1)
  }

  /// The numbers of the cases; of more than a dozen the first, and how many there are besides.
  private func links(_ cases: [Int]) -> Markup {
    var markup = Markup()
    for (index, number) in cases.prefix(12).enumerated() {
      if index > 0 { markup.text(" ") }
      markup.append(edition.caseNumber(number, at: page.path))
    }
    if cases.count > 12 { markup.text(" " + strings(MonthlyPhrase.andMore, ["n": numbers.count(cases.count - 12)])) }
    return markup
  }
}
