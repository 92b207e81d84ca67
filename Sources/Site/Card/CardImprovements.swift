import Complaints
import Findings
import Hypertext

/// The measures across cases that name a case, as a section of its card; empty where none does.
struct CardImprovements {
  let edition: Edition

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  /// The section of a case.
  func section(of id: String) -> Markup {
    let standings = edition.findings.improvements(of: id)
    var markup = Markup()
    guard !standings.isEmpty else { return markup }
    markup.element("section", [Attribute("aria-labelledby", "improvements")]) { section in
      section.element("h2", [Attribute("id", "improvements")], text: strings(BesidePhrase.measures))
      section.element("table", [Attribute("class", "d stack")]) { table in
        table.element("thead") { head in
          head.element("tr") { row in
            for label in heads { row.element("th", [Attribute("scope", "col")], text: label) }
          }
        }
        table.element("tbody") { body in
          for standing in standings { body.element("tr") { self.row(standing, into: &$0) } }
        }
      }
    }
    return markup
  }

  private var heads: [String] {
    let label = { (key: String) in
      ImprovementSchema.schema.fields.first { $0.key == key }.map { edition.label(of: $0) } ?? key
    }
    return [label("title"), label("owner"), label("due"), strings(BesidePhrase.state), strings(BesidePhrase.effect)]
  }

  private func row(_ standing: ImprovementStanding, into row: inout Markup) {
    let improvement = standing.improvement
    let title = edition.audience == .team ? improvement.title : Masking.ofNobody.text(improvement.title)
    let cells = [
      Markup(text: title),
      Markup(text: improvement.owner.map { edition.label(of: $0, in: "owner") } ?? Numbers.missing),
      Markup(text: improvement.due.map { numbers.due($0) } ?? Numbers.missing), state(standing), effect(standing),
    ]
    for (label, cell) in zip(heads, cells) {
      row.element("td", [Attribute("data-l", label)]) { $0.append(cell) }
    }
  }

  private func state(_ standing: ImprovementStanding) -> Markup {
    // A card's sprite has no mark for what is merely under way.
    var markup =
      switch standing.state {
      case .open: Markup(text: strings(BesidePhrase.open))
      case .late: Markup.mark(.over, strings(BesidePhrase.late))
      case .done: Markup.mark(.done, strings(BesidePhrase.done))
      case .doneLate: Markup.mark(.late, strings(BesidePhrase.doneLate))
      }
    if let done = standing.done {
      markup.text(" " + numbers.moment(done))
    } else if let percent = standing.percent {
      markup.text(" " + strings(BesidePhrase.progress, ["share": numbers.share(percent)]))
    }
    return markup
  }

  private func effect(_ standing: ImprovementStanding) -> Markup {
    guard let isEffective = standing.isEffective else {
      return Markup(text: standing.done == nil ? Numbers.missing : strings(BesidePhrase.effectUnknown))
    }
    var markup = Markup.mark(
      isEffective ? .done : .worse, strings(isEffective ? BesidePhrase.effectYes : .effectNo))
    if let by = standing.confirmedBy, let day = standing.confirmedOn {
      markup.text(" " + strings(BesidePhrase.confirmed, ["by": by, "day": numbers.moment(day)]))
    }
    return markup
  }
}
