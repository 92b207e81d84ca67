import Complaints
import Findings

/// The lists of what was open at the end of a day.
extension ListMaker {
  private var day: Day { days.upperBound }

  /// How long each has waited by then.
  var ageColumn: ListColumn {
    column(.age, isNumber: true) { [findings, numbers, day] in
      numbers.count(day.number - findings.cases[$0.number].receivedDay.number)
    }
  }

  /// The open cases, the overdue ones first, each part with the earliest due time first.
  var open: ListContent {
    let late = Set(timeline.overdue(at: day))
    let sections = parts(members(timeline.open(at: day)), late: late, below: "")
    return content([dueColumn, ageColumn], [line(.openEnd, .count)], sections: sections)
  }

  /// The overdue ones of some open cases, and the others.
  private func parts(_ members: [ListMember], late: Set<Int>, below anchor: String) -> [ListSection] {
    let prefix = anchor.isEmpty ? "" : anchor + "--"
    let isShared = subject == .openDepartments
    func figures(_ members: [ListMember]) -> [ListFigure] {
      isShared ? [line(weighted: members.reduce(0) { $0 + $1.part }, .sum(1))] : [line(count: members.count)]
    }
    let (over, rest) = (members.filter { late.contains($0.number) }, members.filter { !late.contains($0.number) })
    var sections: [ListSection] = []
    if !over.isEmpty {
      let lines = anchor.isEmpty && !isShared ? [line(.overdueEnd, .count)] : figures(over)
      sections.append(
        ListSection(
          anchor: prefix + "overdue", label: strings(ReportPhrase.overdue), figures: lines, members: byDue(over)))
    }
    if !rest.isEmpty {
      sections.append(
        ListSection(
          anchor: prefix + "not-overdue", label: strings(ReportPhrase.openInTime), figures: figures(rest),
          members: byDue(rest)))
    }
    return sections
  }

  private func byDue(_ members: [ListMember]) -> [ListMember] {
    func due(_ member: ListMember) -> Int { findings.cases[member.number].standing.due?.end.local ?? .max }
    return members.sorted { (due($0), $0.number) < (due($1), $1.number) }
  }

  /// The open cases by the reason given; of private ones none is told.
  var openReasons: ListContent {
    let set = timeline.open(at: day)
    let late = Set(timeline.overdue(at: day))
    let reasons = edition.openReasons(of: set)
    let anchors = Slugs(reasons.map(\.reason))
    var sections = reasons.map { reason, cases in
      let anchor = Self.anchor(of: reason, among: anchors)
      return ListSection(
        anchor: anchor, label: reason.isEmpty ? strings(MonthlyPhrase.reasonNone) : reason,
        figures: [line(count: cases.count)], sections: parts(members(cases), late: late, below: anchor))
    }
    // The report names the commonest reasons only, and the rest as one.
    let others = Array(sections.dropFirst(MonthlyOpen.mostReasons))
    if !others.isEmpty {
      let count = others.reduce(0) { $0 + $1.count }
      sections.removeLast(others.count)
      sections.append(
        ListSection(
          anchor: Self.otherReasons,
          label: strings(MonthlyPhrase.reasonOthers, ["n": numbers.count(others.count)]),
          figures: [line(count: count)], sections: rest(of: others, late: late)))
    }
    return content([dueColumn], [line(.openEnd, .count)], sections: sections)
  }

  /// The cases of rare reasons, the overdue ones first.
  private func rest(of reasons: [ListSection], late: Set<Int>) -> [ListSection] {
    parts(reasons.flatMap(\.all), late: late, below: Self.otherReasons)
  }

  static let otherReasons = "other-reasons"

  /// The open cases that came in the span, and those that came before.
  var openSince: ListContent {
    let set = timeline.open(at: day)
    let sections = [true, false].compactMap { isOwn -> ListSection? in
      let cases = set.only { days.contains(findings.cases[$0].receivedDay) == isOwn }
      guard !cases.isEmpty else { return nil }
      return ListSection(
        anchor: isOwn ? "own" : "older", label: strings(isOwn ? ListPhrase.ownSpan : .older),
        figures: [line(count: cases.count)], members: members(cases))
    }
    return content([], [line(.openEnd, .count)], sections: sections)
  }

  static func anchor(of reason: String, among slugs: Slugs) -> String { "reason-" + slugs[reason] }

  /// The open cases under the departments that bear them, by shares.
  var openDepartments: ListContent {
    let late = Set(timeline.overdue(at: day))
    let sections = findings.members(of: timeline.open(at: day), by: .department).map { entry in
      var section = self.section(entry, of: .department)
      section.figures = [line(weighted: entry.parts.reduce(0, +), .sum(1))]
      section.sections = parts(section.members, late: late, below: section.anchor)
      section.members = []
      return section
    }
    return content([dueColumn, partColumn], [line(.openEnd, .count)], sections: sections)
  }
}

extension Edition {
  /// Open cases by reason, as far as this audience may read it.
  func openReasons(of open: CaseSet) -> [(reason: String, cases: CaseSet)] {
    findings.openReasons(of: open) { number in
      // Few cases say why.
      guard self.traits.all[self.findings.cases[number].place].saysWhyOpen else { return "" }
      return self.lists.reasons.value(of: number) { self.openReason(of: self.findings.file($0)) }
    }
  }

  private func openReason(of file: CaseFile) -> String {
    guard let reason = file.record.text("open_reason") else { return "" }
    if file.complaint.isPrivate, audience != .team { return "" }
    return Masking(for: file.record, audience: audience)?.text(reason) ?? reason
  }
}
