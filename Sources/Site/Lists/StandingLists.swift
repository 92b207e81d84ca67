import Complaints
import Findings

/// The lists of the ledger as it stands at as-of: open cases by age, what is missing, and the cases of each owner and
/// department.
func standingLists(of edition: Edition) -> [CaseList] {
  let maker = StandingLists(edition: edition)
  return [maker.all, maker.lately, maker.ageing, maker.gaps, maker.gapsOfMonth].compactMap { $0 }
    + StandingLists.dimensions.flatMap { maker.lists(by: $0) }
}

/// Where the lists of the ledger as it stands are.
extension PagePath {
  static let allCases = PagePath("lists/as-of/received.html")
  static let receivedLately = PagePath("lists/as-of/received-12-months.html")
  static let openByAge = PagePath("lists/as-of/open-by-age.html")

  /// The cases under a key of a dimension.
  static func cases(under slug: String, of dimension: Dimension) -> PagePath {
    PagePath("lists/\(dimension.rawValue)/\(slug).html")
  }

  /// What those cases lack.
  static func gaps(under slug: String, of dimension: Dimension) -> PagePath {
    PagePath("lists/\(dimension.rawValue)-gaps/\(slug).html")
  }
}

struct StandingLists: Sendable {
  let edition: Edition

  /// By which the state of the ledger is told.
  static let dimensions: [Dimension] = [.owner, .department]

  private var findings: Findings { edition.findings }
  private var strings: Strings { edition.strings }

  /// A maker for the columns and lines; its period is the one in which as-of lies.
  private var maker: ListMaker? {
    findings.periods(.month).last.map { ListMaker(edition: edition, subject: .open, figures: $0) }
  }

  private func list(
    _ path: PagePath, _ heading: String, origin: (label: String, path: PagePath)?, of set: CaseSet,
    _ content: @escaping @Sendable () -> ListContent
  ) -> CaseList? {
    guard !set.isEmpty else { return nil }
    let edition = edition
    let stem = path.text.dropLast(".html".count)
    let isSplit = set.count > CaseList.most
    let months = isSplit ? MonthRuns(set, in: findings) : nil
    return CaseList(
      path: path, heading: heading, origin: origin, isSplit: isSplit,
      part: { PagePath("\(stem)-\($0).html") }, content: content,
      months: { months?.months ?? [] },
      inputs: edition.reading { $0.list(of: set.lazy.map { edition.findings.cases[$0].place }) },
      partInputs: months.flatMap(edition.partInputs))
  }

  private var overview: (label: String, path: PagePath) { (strings(FramePhrase.overview), .overview) }
  private var state: (label: String, path: PagePath) { (strings(FramePhrase.state), .ledgerState) }

  // MARK: As-of

  /// Every case that counts, on the lists of the months in which they came.
  var all: CaseList? {
    guard let maker, !findings.cases.isEmpty else { return nil }
    let asOf = edition.asOf
    return CaseList(
      path: .allCases, heading: strings(ListPhrase.every), origin: state, isSplit: true,
      part: { month in
        let figures = maker.findings.figures(of: month) ?? maker.figures
        return ListSubject.received.path(ListScope(figures, asOf: asOf), asOf: asOf)
      },
      content: {
        let members = maker.members(maker.findings.timeline.members)
        return maker.content([], [maker.line(count: members.count)], members: members)
      }, months: { [] },
      inputs: findings.timeline.days.flatMap { days in
        edition.reading { $0.list(ofFactsReceivedIn: days) }
      })
  }

  /// The cases of the last twelve months, on the lists of those months.
  var lately: CaseList? {
    guard let maker, let days = edition.daysLately, let all else { return nil }
    let set = findings.timeline.received(in: days)
    guard !set.isEmpty else { return nil }
    return CaseList(
      path: .receivedLately, heading: strings(ListPhrase.lately), origin: overview, isSplit: true, part: all.part,
      content: {
        let lines = [maker.line(count: set.count, key: Metric.received.rawValue)] + maker.spans(of: set)
        return maker.content([maker.closedColumn, maker.spanColumn], lines, members: maker.members(set))
      }, months: { [] }, inputs: edition.reading { $0.list(ofFactsReceivedIn: days) })
  }

  /// The open cases by how long they have waited, within each span the overdue ones first.
  var ageing: CaseList? {
    guard let maker else { return nil }
    let heading = strings(ListPhrase.byAge, ["day": edition.asOf.description])
    return list(.openByAge, heading, origin: overview, of: findings.timeline.open(at: edition.asOf)) {
      let buckets = maker.findings.ageing().filter { $0.count > 0 }
      func section(_ bucket: AgeBucket) -> ListSection {
        let anchor = bucket.anchor
        let parts = OpenState.allCases.compactMap { state -> ListSection? in
          let cases = bucket.cases(state)
          guard !cases.isEmpty else { return nil }
          return ListSection(
            anchor: "\(anchor)--\(state.anchor)", label: maker.strings(state.phrase),
            figures: [maker.line(count: cases.count)], members: maker.members(cases))
        }
        return ListSection(
          anchor: anchor, label: maker.edition.label(of: bucket), figures: [maker.line(count: bucket.count)],
          sections: parts)
      }
      // The headline speaks of those that have waited for more than a month.
      let old = buckets.filter { $0.from > 30 }
      var sections = buckets.filter { $0.from <= 30 }.map(section)
      if !old.isEmpty {
        sections.append(
          ListSection(
            anchor: "over-30", label: maker.strings(ListPhrase.overMonth),
            figures: [maker.line(count: old.reduce(0) { $0 + $1.count })], sections: old.map(section)))
      }
      return maker.content([maker.dueColumn, maker.ageColumn], [maker.line(.openEnd, .count)], sections: sections)
    }
  }

  /// What the cases of the whole ledger lack.
  var gaps: CaseList? {
    missing(
      in: findings.timeline.members, at: CaseGap.list, strings(ListPhrase.gaps, ["of": strings(ListPhrase.allCases)]),
      origin: state)
  }

  /// What the cases lack that were received in the month of as-of.
  var gapsOfMonth: CaseList? {
    guard let month = findings.figures(of: Period(.month, containing: edition.asOf)) else { return nil }
    return missing(
      in: findings.timeline.received(in: month.days), at: CaseGap.listOfMonth,
      strings(ListPhrase.gaps, ["of": edition.heading(of: month)]), origin: overview)
  }

  private func missing(
    in set: CaseSet, at path: PagePath, _ heading: String, origin: (label: String, path: PagePath)?
  ) -> CaseList? {
    guard let maker else { return nil }
    let set = edition.lacking(set)
    return list(path, heading, origin: origin, of: set) {
      let sections = CaseGap.allCases.compactMap { gap -> ListSection? in
        let cases = set.only { maker.edition.lacks(gap, $0) }
        guard !cases.isEmpty else { return nil }
        return ListSection(
          anchor: gap.anchor, label: maker.edition.name(of: gap),
          figures: [maker.line(count: cases.count)], members: maker.members(cases))
      }
      return maker.content(
        [maker.ownerColumn], [maker.line(count: set.count, .incomplete)], sections: sections)
    }
  }

  // MARK: Owners and departments

  /// Two lists a key: all its cases, those that are open first, and what they lack.
  func lists(by dimension: Dimension) -> [CaseList] {
    findings.members(of: findings.timeline.members, by: dimension).flatMap { entry -> [CaseList] in
      let slug = edition.anchor(of: entry.key, in: dimension)
      let none: ReportPhrase = dimension == .department ? .noDepartment : .unnamed
      let label = entry.key.isEmpty ? strings(none) : entry.label
      let words = ["dimension": edition.name(of: dimension), "label": label] as KeyValuePairs
      let own = list(
        .cases(under: slug, of: dimension), strings(ListPhrase.casesOf, words), origin: state, of: entry.cases
      ) { cases(entry, by: dimension) }
      let lacking = missing(
        in: entry.cases, at: .gaps(under: slug, of: dimension), strings(ListPhrase.gaps, ["of": label]), origin: state)
      return [own, lacking].compactMap { $0 }
    }
  }

  private func cases(_ entry: KeyMembers, by dimension: Dimension) -> ListContent {
    guard let maker else {
      return ListContent(columns: [], root: ListSection(anchor: "all", label: "")) { _ in nil }
    }
    let isShared = dimension == .department
    func figures(_ members: [ListMember]) -> [ListFigure] {
      isShared
        ? [maker.line(weighted: members.reduce(0) { $0 + $1.part }, .sum(1))] : [maker.line(count: members.count)]
    }
    let members = zip(entry.cases, entry.parts).map { ListMember(number: $0, part: $1) }
    let cases = findings.cases
    func section(_ anchor: String, _ phrase: ReportPhrase, _ isIn: (CountedCase) -> Bool) -> ListSection? {
      let own = members.filter { isIn(cases[$0.number]) }
      guard !own.isEmpty else { return nil }
      return ListSection(anchor: anchor, label: strings(phrase), figures: figures(own), members: own)
    }
    let parts = [
      section("overdue", .overdue) { $0.closedDay == nil && $0.standing.isOverdue == true },
      section("not-overdue", .openInTime) { $0.closedDay == nil && $0.standing.isOverdue != true },
    ].compactMap { $0 }
    var sections: [ListSection] = []
    if !parts.isEmpty {
      let open = members.filter { cases[$0.number].closedDay == nil }
      sections.append(
        ListSection(anchor: "open", label: strings(ReportPhrase.openEnd), figures: figures(open), sections: parts))
    }
    if let closed = section("closed", .closed, { $0.closedDay != nil }) { sections.append(closed) }
    return maker.content(
      [maker.dueColumn] + (isShared ? [maker.partColumn] : []), figures(members),
      sections: sections)
  }
}

extension Edition {
  /// The cases received in the month of as-of and the eleven before it; `nil` without a month.
  var receivedLately: CaseSet? { daysLately.map { findings.timeline.received(in: $0) } }

  /// The days of these months.
  fileprivate var daysLately: ClosedRange<Day>? {
    months(through: Period(.month, containing: asOf), count: 12).first.map { $0.days.lowerBound...asOf }
  }
}

extension AgeBucket {
  /// Its place on the list of open cases by age.
  var anchor: String { "from-\(from)" }
}

extension OpenState {
  var anchor: String {
    switch self {
    case .late: "overdue"
    case .near: "near"
    case .open: "open"
    case .paused: "paused"
    }
  }

  var phrase: CaseMarkPhrase {
    switch self {
    case .late: .overdueState
    case .near: .near
    case .open: .open
    case .paused: .paused
    }
  }
}

extension Edition {
  /// «8–14 日».
  func label(of bucket: AgeBucket) -> String {
    guard let to = bucket.to else { return strings(OverviewPhrase.ageingLast, ["from": String(bucket.from)]) }
    return strings(OverviewPhrase.ageingSpan, ["from": String(bucket.from), "to": String(to)])
  }
}
