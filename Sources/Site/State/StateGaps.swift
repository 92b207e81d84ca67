import Complaints
import Findings
import Hypertext
import Templates

/// What no rule forbids and yet leaves figures without a base: empty fields, and months without denominators.
struct StateGaps {
  let edition: Edition
  let path: PagePath

  /// So many ids are read by no one; the count leads to all of them.
  private static let mostIDs = 40

  private var findings: Findings { edition.findings }

  /// Cases with an empty field, by field.
  var cases: [TemplateValue] { CaseGap.allCases.map(gap) }

  /// Months of the ledger without what was shipped, by lots and by units.
  var exposure: [TemplateValue] {
    [months(.exposureMissing) { $0.shippedLots == nil }, months(.exposureUnits) { $0.shippedUnits == nil }]
  }

  /// Months whose complaint lots exceed their shipped lots.
  var contradictions: [TemplateValue] {
    findings.controlCharts.flatMap(\.contradictions).map { point in
      let shown = { (value: Double?) in edition.numbers.decimal(value, places: 0) }
      let door = edition.door(.complaintLots, in: findings.figures(of: point.period))
      let text = edition.strings.sentence(
        StatePhrase.contradiction,
        [
          "month": .words(edition.numbers.period(point.period)), "x": .figure(Figure(shown(point.x), door)),
          "n": .words(shown(point.n)),
        ])
      return ["text": .markup(text.markup(at: path))]
    }
  }

  /// The cases that it names of those that lack a field.
  func named(_ gap: CaseGap) -> [Int] {
    Array(findings.cases.indices.lazy.filter { edition.lacks(gap, $0) }.prefix(Self.mostIDs))
  }

  private func gap(_ gap: CaseGap) -> TemplateValue {
    let numbers = findings.cases.indices.filter { edition.lacks(gap, $0) }
    var ids = Markup()
    for (index, number) in numbers.prefix(Self.mostIDs).enumerated() {
      if index > 0 { ids.text(edition.strings(StatePhrase.separator)) }
      let id = findings.complaint(number).id
      if let card = edition.cards[id] {
        ids.element("a", [Attribute("href", path.href(to: card))], text: id)
      } else {
        ids.text(id)
      }
    }
    if numbers.count > Self.mostIDs {
      let rest = edition.numbers.count(numbers.count - Self.mostIDs)
      ids.text(edition.strings(StatePhrase.separator) + edition.strings(StatePhrase.more, ["n": rest]))
    }
    let count = Figure(
      edition.numbers.count(numbers.count),
      numbers.isEmpty ? .none(.nothing) : .list(CaseGap.list, place: gap.anchor))
    return [
      "label": .text(edition.name(of: gap)), "count": .markup(count.markup(at: path)),
      "zero": .flag(numbers.isEmpty), "list": .markup(ids),
    ]
  }

  private func months(_ phrase: StatePhrase, _ isMissing: (PeriodFigures) -> Bool) -> TemplateValue {
    let months = findings.periods(.month).filter(isMissing).map { edition.numbers.period($0.period) }
    return [
      "label": .text(edition.strings(phrase)), "count": .text(edition.numbers.count(months.count)),
      "zero": .flag(months.isEmpty), "list": .text(months.joined(separator: edition.strings(StatePhrase.separator))),
    ]
  }
}
