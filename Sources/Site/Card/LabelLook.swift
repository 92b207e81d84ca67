import Hypertext

/// A label wherever it stands, each time with all that goes before the value that it belongs to.
///
/// Plain numbers, as everything that is looked up for each value of a card: what holds references would count them.
struct LabelLook {
  let label: Piece
  /// As it stands before a value within a line.
  let inline: Piece
  /// Before a value that stands on a line of its own below another.
  let line: Piece
  /// Before a value in a list of pairs; the second is of the field that stands for all, whose label is only heard.
  let pair, leadingPair: Piece
  /// Before a value in a grid, by the columns of the grid that it takes: one, two, or all.
  let oneColumn, twoColumns, allColumns: Piece
  /// Before a value in a table: a sentence, what is kept on one line, and that at the right of its column.
  let sentence, whole, wholeRight: Piece
  /// The head of its column in a table, and that of a column of numbers.
  let head, headRight: Piece
}

/// What goes behind the values; the same whatever their label is.
struct ValueEnds {
  let line, pair, fact, cell: Piece
  /// Behind the facts of a section, and behind its table.
  let facts, table: Piece
}

/// What goes before the facts or the table of a field's section, which takes half the page's width or all of it.
struct SectionLook {
  let halfFacts, allFacts, halfTable, allTable: Piece
}

extension PieceMaking {
  mutating func label(_ text: String) -> LabelLook {
    LabelLook(
      label: piece(text: text), inline: piece { $0.inlineLabel(text) },
      line: pieces { $0.line(text, $1) }.before,
      pair: pieces { $0.pair(text, isLeading: false, $1) }.before,
      leadingPair: pieces { $0.pair(text, isLeading: true, $1) }.before,
      oneColumn: pieces { $0.fact(text, span: nil, $1) }.before,
      twoColumns: pieces { $0.fact(text, span: "w2", $1) }.before,
      allColumns: pieces { $0.fact(text, span: "w4", $1) }.before,
      sentence: pieces { $0.cell(text, style: "full", $1) }.before,
      whole: pieces { $0.cell(text, style: "nb", $1) }.before,
      wholeRight: pieces { $0.cell(text, style: "nb r", $1) }.before,
      head: piece { $0.head(text, style: nil) }, headRight: piece { $0.head(text, style: "r") })
  }

  mutating func valueEnds() -> ValueEnds {
    ValueEnds(
      line: pieces { $0.line("", $1) }.after, pair: pieces { $0.pair("", isLeading: false, $1) }.after,
      fact: pieces { $0.fact("", span: nil, $1) }.after, cell: pieces { $0.cell("", style: "", $1) }.after,
      facts: pieces { $0.facts("", "", isHalf: true, $1) }.after,
      table: pieces { $0.section("", "", isHalf: true, $1) }.after)
  }

  mutating func section(_ key: String, _ label: String) -> SectionLook {
    SectionLook(
      halfFacts: pieces { $0.facts(key, label, isHalf: true, $1) }.before,
      allFacts: pieces { $0.facts(key, label, isHalf: false, $1) }.before,
      halfTable: pieces { $0.section(key, label, isHalf: true, $1) }.before,
      allTable: pieces { $0.section(key, label, isHalf: false, $1) }.before)
  }
}

extension Markup {
  fileprivate mutating func inlineLabel(_ label: String) {
    element("span", class: "fl", text: label)
    text(" ")
  }

  fileprivate mutating func line(_ label: String, _ value: (inout Markup) -> Void) {
    element("span", class: "fs") { line in
      line.inlineLabel(label)
      value(&line)
    }
  }

  fileprivate mutating func pair(_ label: String, isLeading: Bool, _ value: (inout Markup) -> Void) {
    element("div", class: isLeading ? "lead" : nil) { pair in
      pair.element("dt", class: isLeading ? "vh" : nil, text: label)
      pair.element("dd", class: nil, value)
    }
  }

  /// A label and its value in a grid.
  ///
  /// - Parameter span: The class of one that takes more than a column.
  mutating func fact(_ label: String, span: String?, _ value: (inout Markup) -> Void) {
    element("div", class: span) { fact in
      fact.element("dt", class: nil, text: label)
      fact.element("dd", class: nil, value)
    }
    text("\n")
  }

  fileprivate mutating func cell(_ label: String, style: String, _ value: (inout Markup) -> Void) {
    func attributes(_ tag: inout OpenTag) {
      tag.set("data-l", label)
      tag.set("class", style)
    }
    element("td", attributes: attributes, content: value)
  }

  fileprivate mutating func section(
    _ key: String, _ label: String, isHalf: Bool, _ content: (inout Markup) -> Void
  ) {
    func attributes(_ tag: inout OpenTag) {
      tag.set("aria-labelledby", parts: "f-", key)
      tag.set("class", literal: isHalf ? "c6" : "c12")
    }
    element("section", attributes: attributes) { section in
      section.element("h2", attributes: { $0.set("id", parts: "f-", key) }, text: label)
      section.text("\n")
      content(&section)
    }
    text("\n")
  }

  fileprivate mutating func facts(
    _ key: String, _ label: String, isHalf: Bool, _ facts: (inout Markup) -> Void
  ) {
    section(key, label, isHalf: isHalf) { section in
      section.element("dl", class: isHalf ? "dg two" : "dg") { list in
        list.text("\n")
        facts(&list)
      }
      section.text("\n")
    }
  }

  fileprivate mutating func head(_ label: String, style: String?) {
    func attributes(_ tag: inout OpenTag) {
      tag.set("scope", "col")
      tag.set("class", style)
    }
    element("th", attributes: attributes, text: label)
    text("\n")
  }
}
