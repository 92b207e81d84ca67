import Charts
import Complaints
import Findings
import Hypertext
import Templates

/// What stands beside the figures of a span, marked as such and part of none of them: counts without cases, and what is
/// no complaint that counts. Not for the public, to whom small counts would tell too much.
struct BesideSection {
  let edition: Edition
  /// The page on which it stands.
  let path: PagePath
  let days: ClosedRange<Day>

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  /// So many ids say which; beyond, the count is enough.
  private static let mostIDs = 12

  /// «另有仅计数 38 件、咨询 1 件（261010），都不在以上数字之内。»; empty where there is nothing beside.
  var sentence: Markup {
    guard edition.audience != .public else { return Markup() }
    let besides = edition.findings.besides(in: days)
    let tallied = edition.findings.tallies(in: days).count
    var parts: [Markup] = []
    if tallied > 0 {
      let count = Figure(numbers.count(tallied), doorOfTallies)
      parts.append(strings.sentence(BesidePhrase.tallies, ["n": .figure(count)]).markup(at: path))
    }
    let named: [(BesidePhrase, [Int])] = [
      (.inquiries, besides.inquiries), (.suggestions, besides.suggestions), (.notices, besides.notices),
      (.appeals, besides.appeals), (.voids, besides.voids),
    ]
    parts += named.filter { !$0.1.isEmpty }.map { part($0.0, $0.1) }
    guard !parts.isEmpty else { return Markup() }
    var list = Markup()
    for (index, part) in parts.enumerated() {
      if index > 0 { list.text(strings(BesidePhrase.separator)) }
      list.append(part)
    }
    return around(list, of: BesidePhrase.all)
  }

  /// A month has a list of its rows; those of a longer span are on this page, by month.
  private var doorOfTallies: Door {
    let month = Period(.month, containing: days.lowerBound)
    return month.contains(days.upperBound) ? .list(.tallies(in: month), place: nil) : .list(path, place: Self.table)
  }

  private static let table = "tally-table"

  /// A phrase with markup in the place of its `{list}`.
  private func around(_ list: Markup, of phrase: BesidePhrase) -> Markup {
    let pieces = strings(phrase).split(separator: "{list}", maxSplits: 1, omittingEmptySubsequences: false)
    var markup = Markup()
    for (index, piece) in pieces.enumerated() {
      if index > 0 { markup.append(list) }
      markup.text(String(piece))
    }
    return markup
  }

  /// «咨询 1 件（261010）» with links to the cards.
  private func part(_ phrase: BesidePhrase, _ places: [Int]) -> Markup {
    var list = Markup()
    for (index, place) in places.prefix(Self.mostIDs).enumerated() {
      if index > 0 { list.text(strings(CardPhrase.comma)) }
      let id = edition.ledger.cases[place].complaint.id
      list.append(.link(id, href: edition.cards[id].map { path.href(to: $0) }))
    }
    if places.count > Self.mostIDs { list.text(strings(BesidePhrase.more)) }
    return .joined([
      Markup(text: strings(phrase, ["n": numbers.count(places.count)])), around(list, of: BesidePhrase.ids),
    ])
  }

  /// The tallies of the span by type; `nil` where there are none.
  var byCategory: ReportTable? {
    table(
      strings(BesidePhrase.tableByCategory), head: strings(BesidePhrase.category),
      edition.findings.tallies(in: days).split { $0.category }.map { group in
        let month = Period(.month, containing: days.lowerBound)
        return Group(
          label: group.word.map { edition.label(of: $0, in: "category") } ?? "", tallies: group.tallies,
          door: .list(.tallies(in: month), place: group.word.map { TallyList.anchor(of: $0, in: edition) }))
      })
  }

  /// The tallies of the span by month, those without any left out; `nil` where there are none.
  var byMonth: ReportTable? {
    let months = Period.all(.month, from: days.lowerBound, through: min(days.upperBound, edition.asOf))
    let groups = months.map { month in
      Group(
        label: numbers.period(month), tallies: edition.findings.tallies(in: month.days),
        door: .list(.tallies(in: month), place: nil))
    }
    return table(
      strings(BesidePhrase.tableByMonth), head: strings(BesidePhrase.month), groups.filter { !$0.tallies.rows.isEmpty },
      hasCategories: true)
  }

  /// One row of the table, with the way to the rows of the files.
  private struct Group {
    let label: String
    let tallies: Tallies
    let door: Door
  }

  private func table(
    _ caption: String, head: String, _ groups: [Group], hasCategories: Bool = false
  ) -> ReportTable? {
    guard edition.audience != .public, !groups.isEmpty else { return nil }
    let most = groups.map(\.tallies.count).max() ?? 0
    var columns = [
      ReportTable.Column(label: head), .init(label: strings(BesidePhrase.count), isNumber: true),
      .init(label: strings(BesidePhrase.bar), style: "cbs", isHidden: true),
    ]
    if hasCategories { columns.append(.init(label: strings(BesidePhrase.category))) }
    columns += [BesidePhrase.channel, .status, .result].map { .init(label: strings($0)) }
    return ReportTable(
      id: Self.table, caption: caption, definition: "tallies", columns: columns,
      rows: groups.enumerated().map { index, group in
        row(group, index: index, most: most, hasCategories: hasCategories)
      },
      foot: nil, style: "tight tally")
  }

  private func row(_ group: Group, index: Int, most: Int, hasCategories: Bool) -> ReportTable.Row {
    let count = numbers.count(group.tallies.count)
    let bar = InlineBar(
      id: "tally-\(index)", title: group.label + " " + count, value: Double(group.tallies.count),
      maximum: Double(most))
    var cells: [ReportTable.Cell] = [
      .init(group.label), .init(Figure(count, group.door), at: path), .init(bar.svg(width: 104), style: "ibs"),
    ]
    if hasCategories { cells.append(.init(parts(of: group, "category") { $0.category }, style: "full")) }
    cells += [
      .init(parts(of: group, "channel") { $0.channel }), .init(parts(of: group, "status") { $0.status }),
      .init(parts(of: group, "outcome") { $0.result }),
    ]
    return ReportTable.Row(cells)
  }

  /// «电话 14、现场 5»; what has no word is «— 9», and all of it is «—».
  private func parts(of group: Group, _ vocabulary: String, by word: (TallyRow) -> String?) -> Markup {
    let parts = group.tallies.split(by: word)
    if parts.allSatisfy({ $0.word == nil }) { return Markup(text: Numbers.missing) }
    var markup = Markup()
    for (index, part) in parts.enumerated() {
      if index > 0 { markup.text(strings(BesidePhrase.separator)) }
      let label = part.word.map { edition.label(of: $0, in: vocabulary) } ?? Numbers.missing
      let count = Figure(numbers.count(part.tallies.count), group.door)
      markup.append(
        strings.sentence(BesidePhrase.part, ["word": .words(label), "n": .figure(count)]).markup(at: path))
    }
    return markup
  }
}
