import Complaints
import Findings
import Hypertext

/// The overdue cases, the latest first: what waits where, since when, and for whom.
struct OverdueTable {
  let edition: Edition
  let path: PagePath
  /// More than these would make the overview a list.
  static let most = 20

  private var strings: Strings { edition.strings }

  /// `nil` if nothing is overdue.
  func table(_ overdue: [OverdueCase]) -> ReportTable? {
    guard !overdue.isEmpty else { return nil }
    return ReportTable(
      id: "overdue-table", caption: strings(OverviewPhrase.overdueOrder),
      columns: [
        .init(label: strings(ReportPhrase.overdue)), .init(label: strings(ReportPhrase.caseNumber)),
        .init(label: strings(OverviewPhrase.overdueWhat)), .init(label: strings(OverviewPhrase.overdueStep)),
        .init(label: strings(OverviewPhrase.overdueLimit)), .init(label: strings(OverviewPhrase.overdueWho)),
      ],
      rows: overdue.prefix(Self.most).map(row), style: "mk1 stack", headColumn: 1)
  }

  private func row(_ overdue: OverdueCase) -> ReportTable.Row {
    let number = overdue.number
    let line = CaseLine(number, in: edition, at: path)
    let (step, limit) = step(overdue)
    return ReportTable.Row(
      [
        .init(edition.caseMark(number).markup, style: "nb"), .init(line.id),
        .init(what(line), style: "full"), .init(step), .init(edition.numbers.shortDay(limit), style: "nb"),
        .init(who(line), style: "full"),
      ], style: "ov")
  }

  /// Customer and product in one line, the title below; of a private case nothing.
  private func what(_ line: CaseLine) -> Markup {
    var markup = Markup()
    let above = [line.customer, line.product].filter { !$0.isEmpty }.joined(separator: " ")
    if !above.isEmpty {
      markup.element("span", [Attribute("class", "q")], text: above)
      markup.void("br")
    }
    markup.text(line.title)
    return markup
  }

  private func who(_ line: CaseLine) -> Markup {
    var markup = Markup(text: line.departments)
    guard !line.person.isEmpty else { return markup }
    if !line.departments.isEmpty { markup.void("br") }
    markup.element("span", [Attribute("class", "q")], text: line.person)
    return markup
  }

  /// The stage that has waited longest past its limit, and when it was due; the case's own limit where no stage has.
  private func step(_ overdue: OverdueCase) -> (name: String, limit: Day) {
    let complaint = edition.findings.complaint(overdue.number)
    let course = Course(of: complaint, asOf: edition.asOf, settings: edition.settings)
    let waiting = course.stages.filter { $0.state == .overdue }.compactMap { clock in
      clock.due.map { (name: clock.rule.name, limit: $0.day) }
    }
    if let longest = waiting.min(by: { $0.limit < $1.limit }) { return longest }
    let name: String =
      switch course.standing.due?.source {
      case .rule(let rule): rule
      case .promise: strings(OverviewPhrase.duePromise)
      case .field: strings(OverviewPhrase.dueField)
      case nil: Numbers.missing
      }
    return (name, overdue.due.day)
  }
}
