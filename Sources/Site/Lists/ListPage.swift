import Complaints
import Findings
import Hypertext
import Templates

/// A list as a page: the figures that rest on it, how its rows make them, and a line a case.
struct ListPage {
  let edition: Edition
  let list: CaseList
  /// The part of a list that is split; `nil` for the list itself.
  let month: Period?
  private let content: ListContent
  private let path: PagePath

  init(_ list: CaseList, month: Period?, in edition: Edition) {
    self.edition = edition
    self.list = list
    self.month = month
    path = month.map { list.part($0) } ?? list.path
    var content = list.isSplit ? edition.lists.recent.value(of: list.path, list.content) : list.content()
    if let month {
      let day = content.day
      content.root = content.root.only(edition) { day($0).map(month.contains) ?? false }
    }
    self.content = content
  }

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }
  private var isSplit: Bool { list.isSplit && month == nil }

  func render(into buffer: inout [UInt8]) throws {
    let title =
      month.map { strings(ListPhrase.part, ["name": list.heading, "month": numbers.period($0)]) } ?? list.heading
    let count = content.root.count
    let lead = strings(isSplit ? ListPhrase.leadSplit : .lead, ["n": numbers.count(count)])
    var crumbs: [(label: String, to: PagePath?)] = [(strings(FramePhrase.ledger), .ledger)]
    if let origin = list.origin { crumbs.append((origin.label, origin.path)) }
    crumbs.append((title, nil))
    let frame = Frame(
      title: title, heading: title, lead: lead, section: .ledger, crumbs: crumbs, namesCommit: false)
    try edition.render(
      "pages/list", at: path, frame: frame, content: ["figures": .markup(figures), "table": .markup(table)],
      into: &buffer)
  }

  // MARK: Figures

  /// What the whole list makes.
  private var figures: Markup {
    var markup = Markup()
    guard !content.root.figures.isEmpty else { return markup }
    markup.element("dl", [Attribute("class", "lf")]) { list in
      for figure in content.root.figures {
        list.element("div", [Attribute("id", figure.key)]) { line in
          line.element("dt") { name(figure, &$0) }
          line.element("dd") { number(figure, &$0) }
          line.element("dd", [Attribute("class", "q")], text: how(figure))
        }
      }
    }
    return markup
  }

  private func name(_ figure: ListFigure, _ markup: inout Markup) {
    let definition = figure.key.map { path.href(to: .definitions, fragment: $0) }
    markup.append(.link(figure.name, href: definition))
  }

  /// The number with what a program needs to reckon it again from the rows.
  private func number(_ figure: ListFigure, _ markup: inout Markup) {
    markup.element(
      "b",
      [
        Attribute("data-f", figure.reckoning.name), Attribute("data-c", figure.reckoning.column.map(String.init)),
        Attribute("data-b", figure.base),
      ], text: figure.text)
  }

  private func how(_ figure: ListFigure) -> String {
    let column = figure.reckoning.column.map { content.columns[$0].label } ?? ""
    let phrase: ListPhrase =
      switch figure.reckoning {
      case .count: .howCount
      case .rows: .howRows
      case .sum: .howSum
      case .median: .howMedian
      case .ninth: .howNinth
      case .mean: .howMean
      case .filled: .howFilled
      }
    let words = strings(phrase, ["column": column])
    return figure.base.map { strings(ListPhrase.howRate, ["words": words, "base": $0]) } ?? words
  }

  // MARK: Rows

  private var table: Markup {
    let first = edition.lists.rows.value { ListRows(edition).all }
    var markup = Markup(reserving: content.root.all.count * 200 + 1_024)
    markup.element("div", [Attribute("class", "tw"), Attribute("role", "region"), Attribute("tabindex", 0)]) {
      $0.element("table", [Attribute("class", style)]) { table in
        table.element("caption", [Attribute("class", "vh")], text: list.heading)
        table.element("thead") { $0.element("tr") { head(&$0) } }
        table.element("tbody", [Attribute("id", content.root.anchor)]) { rows(of: content.root, level: 0, first, &$0) }
      }
    }
    return markup
  }

  private func head(_ markup: inout Markup) {
    for phrase in [ListPhrase.id, .received, .title] { markup.element("th", text: strings(phrase)) }
    for column in content.columns { markup.element("th", text: column.label) }
  }

  private func rows(of section: ListSection, level: Int, _ first: [Markup], _ markup: inout Markup) {
    if level > 0 { head(of: section, level: level, &markup) }
    if isSplit, !section.members.isEmpty { months(of: section, &markup) }
    if !isSplit { for member in section.members { row(member, first, &markup) } }
    for child in section.sections { rows(of: child, level: level + 1, first, &markup) }
  }

  private func row(_ member: ListMember, _ first: [Markup], _ markup: inout Markup) {
    markup.element("tr") { row in
      row.append(first[member.number])
      for column in content.columns {
        row.element("td", text: column.text(member))
      }
    }
    markup.text("\n")
  }

  /// Which columns are numbers is said once, not in every cell: `n4` is the first behind the title.
  private var style: String {
    content.columns.enumerated().reduce("d tight ls") { $1.element.isNumber ? "\($0) n\($1.offset + 4)" : $0 }
  }

  private var width: Int { 3 + content.columns.count }

  /// The line that opens a section, with the figures that rest on it.
  private func head(of section: ListSection, level: Int, _ markup: inout Markup) {
    markup.element("tr", [Attribute("class", "lg l\(level)"), Attribute("id", section.anchor)]) { row in
      row.element("th", [Attribute("colspan", width), Attribute("scope", "rowgroup")]) { cell in
        cell.text(section.label)
        for figure in section.figures {
          cell.text(" ")
          cell.element("span", [Attribute("class", "q"), Attribute("id", figure.key)]) { part in
            name(figure, &part)
            part.text(" ")
            number(figure, &part)
            if let base = figure.base { part.text(" (÷ " + base + ")") }
          }
        }
      }
    }
  }

  /// Where the cases of a long section stand, month by month.
  private func months(of section: ListSection, _ markup: inout Markup) {
    var counts: [Period: Set<Int>] = [:]
    for member in section.members {
      guard let day = content.day(member.number) else { continue }
      counts[Period(.month, containing: day), default: []].insert(member.number)
    }
    markup.element("tr") { row in
      row.element("td", [Attribute("colspan", width), Attribute("class", "lm")]) { cell in
        for (month, cases) in counts.sorted(by: { $0.key < $1.key }) {
          cell.element("span", [Attribute("class", "nw")]) { part in
            part.text(month.description + " ")
            part.append(
              .link(
                numbers.count(cases.count), href: path.href(to: list.part(month), fragment: section.anchor)))
          }
          cell.text(" ")
        }
      }
    }
  }
}

extension ListSection {
  /// The same without the cases that do not pass a test, and without the sections that then are empty; of its figures
  /// only the count is left.
  fileprivate func only(_ edition: Edition, _ isIncluded: (Int) -> Bool) -> ListSection {
    var section = self
    section.members = members.filter { isIncluded($0.number) }
    section.sections = sections.map { $0.only(edition, isIncluded) }.filter { !$0.all.isEmpty }
    section.figures = [
      ListFigure(
        name: edition.strings(ListPhrase.cases), text: edition.numbers.count(section.count), reckoning: .count)
    ]
    return section
  }
}
