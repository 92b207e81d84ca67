import Complaints
import Findings
import Hypertext
import Templates

/// What no rule forbids and yet leaves figures without a base: empty fields, and months without denominators.
struct StateGaps {
  let edition: Edition
  let path: PagePath

  /// So many ids are read by no one; the count says the rest.
  private static let mostIDs = 200

  private var findings: Findings { edition.findings }

  /// Cases without an owner, a category, a due time.
  var cases: [TemplateValue] {
    [
      gap(.gapOwner) { findings.complaint($0).owner == nil },
      gap(.gapCategory) { findings.complaint($0).category == nil },
      gap(.gapDue) { findings.cases[$0].standing.due == nil },
    ]
  }

  /// Months of the ledger without what was shipped, by lots and by units.
  var exposure: [TemplateValue] {
    [months(.exposureMissing) { $0.shippedLots == nil }, months(.exposureUnits) { $0.shippedUnits == nil }]
  }

  /// Months whose complaint lots exceed their shipped lots.
  var contradictions: [TemplateValue] {
    findings.controlCharts.flatMap(\.contradictions).map { point in
      let shown = { (value: Double?) in edition.numbers.decimal(value, places: 0) }
      let text = edition.strings(
        StatePhrase.contradiction,
        ["month": edition.numbers.period(point.period), "x": shown(point.x), "n": shown(point.n)])
      return ["text": .text(text), "href": .text(path.href(to: LedgerMonths.path(of: point.period)))]
    }
  }

  private func gap(_ phrase: StatePhrase, _ isMissing: (Int) -> Bool) -> TemplateValue {
    let numbers = findings.cases.indices.filter(isMissing)
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
    return [
      "label": .text(edition.strings(phrase)), "count": .text(edition.numbers.count(numbers.count)),
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
