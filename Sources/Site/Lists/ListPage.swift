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
    guard list.isSplit else {
      content = list.content()
      return
    }
    let split = edition.lists.recent.value(of: list.path) { SplitContent(list.content(), in: edition) }
    content = month.map { split.part(of: $0) } ?? split.whole
  }

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }
  private var isSplit: Bool { list.isSplit && month == nil }

  func render(into buffer: inout [UInt8]) throws {
    let title =
      month.map { strings(ListPhrase.part, ["name": list.heading, "month": numbers.period($0)]) } ?? list.heading
    let count = content.root.count
    let phrase: ListPhrase = content.lead == .none ? .leadRows : isSplit ? .leadSplit : .lead
    let lead = strings(phrase, ["n": numbers.count(count)])
    var crumbs: [(label: String, to: PagePath?)] = [(strings(FramePhrase.ledger), .ledger)]
    if let origin = list.origin { crumbs.append((origin.label, origin.path)) }
    crumbs.append((title, nil))
    let frame = Frame(
      title: title, heading: title, lead: lead, section: .ledger, crumbs: crumbs, namesCommit: false)
    try edition.render(
      .list, at: path, frame: frame, content: ["figures": .markup(figures), "table": .markup(table)],
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
    markup.append(.link(figure.name, href: figure.definition.map { path.href(to: .definitions, fragment: $0) }))
  }

  /// The number with what a program needs to reckon it again from the rows.
  private func number(_ figure: ListFigure, _ markup: inout Markup) {
    markup.element(
      "b",
      [
        Attribute("data-f", figure.reckoning.name), Attribute("data-c", figure.reckoning.column.map(String.init)),
        Attribute("data-b", figure.base), Attribute("data-w", figure.test.map { String($0.column) }),
        Attribute("data-v", figure.test?.words?.joined(separator: "|")),
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
      case .numbers: .howNumbers
      case .filled: .howFilled
      case .survival: .howSurvival
      }
    let words = tested(strings(phrase, ["column": column]), figure)
    return figure.base.map { strings(ListPhrase.howRate, ["words": words, "base": $0]) } ?? words
  }

  /// The same of the rows that pass the figure's test.
  private func tested(_ words: String, _ figure: ListFigure) -> String {
    guard let test = figure.test else { return words }
    let column = content.columns[test.column].label
    if case .survival = figure.reckoning { return strings(ListPhrase.howEnded, ["words": words, "column": column]) }
    switch test.words {
    case nil: return strings(ListPhrase.whereFilled, ["words": words, "column": column])
    case [""]: return strings(ListPhrase.whereEmpty, ["words": words, "column": column])
    case let cells?:
      let list = cells.joined(separator: strings(CardPhrase.separator))
      return strings(ListPhrase.whereSays, ["words": words, "column": column, "cells": list])
    }
  }

  // MARK: Rows

  private var table: Markup {
    let first = leads
    var markup = Markup(reserving: content.root.length * (content.lead == .named ? 200 : 80) + 1_024)
    markup.element("div", [Attribute("class", "tw"), Attribute("role", "region"), Attribute("tabindex", 0)]) {
      $0.element("table", [Attribute("class", style)]) { table in
        table.element("caption", [Attribute("class", "vh")], text: list.heading)
        table.element("thead") { head in
          head.element("tr") { self.head(&$0) }
          columnFigures(&head)
        }
        table.element("tbody", [Attribute("id", content.root.anchor)]) { rows(of: content.root, level: 0, first, &$0) }
      }
    }
    return markup
  }

  /// How the row of a case begins.
  private typealias Lead = (Int, inout Markup) -> Void

  /// `nil` where rows are no cases.
  private var leads: Lead? {
    switch content.lead {
    case .named: ListRows(edition).named
    case .numbered: ListRows(edition).numbered
    case .written: { [leads = content.leads] in $1.append(leads[$0]) }
    case .none: nil
    }
  }

  private func head(_ markup: inout Markup) {
    for phrase in [ListPhrase.id, .received, .title].prefix(content.lead.width) {
      markup.element("th", text: strings(phrase))
    }
    for column in content.columns {
      markup.element("th", attributes: { $0.set("id", column.anchor) }, text: column.label)
    }
  }

  /// What the columns make, a line for each figure.
  private func columnFigures(_ markup: inout Markup) {
    for (index, named) in (content.columns.first?.figures ?? []).enumerated() {
      markup.text("\n")
      markup.element("tr", class: "lc") { row in
        row.element("th", [Attribute("colspan", content.lead.width)]) { name(named, &$0) }
        for column in content.columns { row.element("td") { number(column.figures[index], &$0) } }
      }
    }
  }

  private func rows(of section: ListSection, level: Int, _ first: Lead?, _ markup: inout Markup) {
    if level > 0 { head(of: section, level: level, &markup) }
    if isSplit, !section.members.isEmpty { months(of: section, &markup) }
    if !isSplit {
      let texts = content.columns.map(\.text)
      for member in section.members { row(member, texts, first, &markup) }
    }
    for child in section.sections { rows(of: child, level: level + 1, first, &markup) }
  }

  private func row(
    _ member: ListMember, _ texts: [@Sendable (ListMember) -> String], _ first: Lead?, _ markup: inout Markup
  ) {
    markup.element("tr") { row in
      first?(member.number, &row)
      // Wide and mostly empty rows end with their last value.
      let isTrimmed = content.lead == .numbered
      var blanks = 0
      for text in texts {
        let text = text(member)
        if isTrimmed, text.isEmpty {
          blanks += 1
          continue
        }
        for _ in 0..<blanks { row.element("td", text: "") }
        blanks = 0
        row.element("td", text: text)
      }
    }
    markup.text("\n")
  }

  /// Which columns are numbers is said once, not in every cell: `n4` is the first behind the title. How many cells come
  /// before the columns is said where they are not the usual three.
  private var style: String {
    let first = content.lead.width + 1
    let style = content.lead == .named ? "d tight ls" : "d tight ls k\(content.lead.width)"
    // Of short rows all columns are.
    if content.lead == .numbered { return style }
    return content.columns.enumerated().reduce(style) { $1.element.isNumber ? "\($0) n\($1.offset + first)" : $0 }
  }

  private var width: Int { content.lead.width + content.columns.count }

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
    var numbers: [Period: [Int]] = [:]
    var months = MonthsOfCases(content.day)
    for member in section.members {
      guard let month = months.month(of: member.number) else { continue }
      numbers[month, default: []].append(member.number)
    }
    markup.element("tr") { row in
      row.element("td", [Attribute("colspan", width), Attribute("class", "lm")]) { cell in
        for (month, cases) in numbers.sorted(by: { $0.key < $1.key }) {
          cell.element("span", [Attribute("class", "nw")]) { part in
            part.text(month.description + " ")
            part.append(
              .link(
                edition.numbers.count(distinct(cases)), href: path.href(to: list.part(month), fragment: section.anchor))
            )
          }
          cell.text(" ")
        }
      }
    }
  }
}

/// The content of a list that is too long for one page, and what of it stands on the page of each month.
struct SplitContent: Sendable {
  let whole: ListContent
  private let parts: [Period: ListContent]

  init(_ content: ListContent, in edition: Edition) {
    whole = content
    parts = content.parts { count in
      ListFigure(name: edition.strings(ListPhrase.cases), text: edition.numbers.count(count), reckoning: .count)
    }
  }

  /// An empty list where no case is of the month.
  func part(of month: Period) -> ListContent {
    if let part = parts[month] { return part }
    var content = whole
    content.root = ListSection(anchor: whole.root.anchor, label: whole.root.label)
    return content
  }
}
