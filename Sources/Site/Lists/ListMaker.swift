import Complaints
import Findings

/// Finds the cases of a list, and what is said of them.
struct ListMaker: Sendable {
  let edition: Edition
  let subject: ListSubject
  /// Of the span that the list is of.
  let figures: PeriodFigures

  var strings: Strings { edition.strings }
  var numbers: Numbers { edition.numbers }
  var findings: Findings { edition.findings }
  var timeline: Timeline { edition.findings.timeline }
  var days: ClosedRange<Day> { figures.days }

  func content() -> ListContent {
    switch subject {
    case .received: received(timeline.received(in: days), [.received, .completedOfReceived])
    case .completed: received(timeline.completed(ofReceivedIn: days), [])
    case .remainder: received(remainder, [])
    case .split(let dimension): split(timeline.received(in: days), by: dimension)
    case .valid: valid
    case .defects: defects
    case .repeats: repeats
    case .closed: closed
    case .onTime: onTime
    case .cost: cost
    case .costKinds: costKinds
    case .satisfaction: satisfaction
    case .responsibility: responsibility
    case .responded: responded
    case .informed: informed
    case .contained: contained
    case .steps(let kind): steps(by: kind)
    case .deductions: deductions
    case .reopened: reopened
    case .promises: promises
    case .open: open
    case .openSince: openSince
    case .openReasons: openReasons
    case .openDepartments: openDepartments
    }
  }

  /// The list of all cases of a set, under the figures that rest on it.
  func content(
    _ columns: [ListColumn], _ figures: [ListFigure], members: [ListMember] = [], sections: [ListSection] = [],
    lead: ListLead = .named,
    by day: (@Sendable (Int) -> Day?)? = nil
  ) -> ListContent {
    let root = ListSection(anchor: "all", label: "", figures: figures, members: members, sections: sections)
    return ListContent(lead: lead, columns: columns, root: root, day: day ?? receipt)
  }

  /// The day on which a case came, and that of its closing.
  var receipt: @Sendable (Int) -> Day? { { [cases = findings.cases] in cases[$0].receivedDay } }
  var closing: @Sendable (Int) -> Day? { { [cases = findings.cases] in cases[$0].closedDay } }

  func members(_ set: some Sequence<Int>) -> [ListMember] { set.map { ListMember(number: $0) } }

  /// A figure of the period with its line in metrics.json and its definition.
  func line(_ metric: Metric, _ reckoning: Reckoning, base: String? = nil) -> ListFigure {
    let text = MetricText(edition: edition)
    let value = edition.value(of: metric, in: figures)
    // In full: the pages' ten thousands would hide what the rows add up to.
    let shown = metric == .cost ? numbers.money(figures.cost) : text.full(metric, value)
    return ListFigure(
      name: text.name(metric), text: shown, reckoning: reckoning, base: base, key: metric.rawValue,
      definition: metric.rawValue)
  }

  /// How many cases there are.
  func line(count: Int, _ phrase: ListPhrase = .cases, key: String? = nil) -> ListFigure {
    ListFigure(name: strings(phrase), text: numbers.count(count), reckoning: .count, key: key)
  }

  /// Their part of a whole.
  func line(share value: Double, of whole: Int, _ reckoning: Reckoning) -> ListFigure {
    ListFigure(
      name: strings(ReportPhrase.share), text: numbers.percent(whole > 0 ? value / Double(whole) : nil),
      reckoning: reckoning, base: numbers.count(whole))
  }

  // MARK: Columns

  func column(_ phrase: ListPhrase, isNumber: Bool = false, _ text: @escaping @Sendable (ListMember) -> String)
    -> ListColumn
  {
    ListColumn(label: strings(phrase), isNumber: isNumber, text: text)
  }

  /// The day on which it was closed; empty while it is open.
  var closedColumn: ListColumn {
    column(.closed) { [findings] in findings.cases[$0.number].closedDay?.description ?? "" }
  }

  /// The case's due time.
  var dueColumn: ListColumn {
    column(.due) { [findings, numbers] in
      findings.cases[$0.number].standing.due.map { numbers.due($0) } ?? ""
    }
  }

  /// Who handles it.
  var ownerColumn: ListColumn {
    column(.owner) { [edition, findings] in
      findings.word(of: $0.number, on: .owner).map { edition.label(of: $0, in: "owner") } ?? ""
    }
  }

  /// The share that a department bears.
  var partColumn: ListColumn {
    column(.share, isNumber: true) { [numbers] in numbers.share(Int(($0.part * 10_000).rounded())) }
  }
}
