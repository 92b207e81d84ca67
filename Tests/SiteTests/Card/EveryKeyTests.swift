import Complaints
import Testing

@testable import Site

/// The fields come from the table of fields, so that a new one fails here until a card shows it.
@Suite struct EveryKeyTests {
  private static let site = """
    title: 看板
    vocabularies:
      category:
        - { code: quality, label: 产品质量, children: [{ code: electrical, label: 电性能 }, { code: plating, label: 镀层 }] }
      department:
        - { code: making, label: 制造部 }
        - { code: checking, label: 质管部 }
    """

  private func card(_ draft: EveryKeyCase) throws -> String {
    let edition = try ledger(draft.text).edition(.team, asOf: "2028-12-31")
    #expect(edition.ledger.diagnostics.map(\.description) == [])
    return try #require(pages(of: edition).first { $0.path.text.hasSuffix("/C-1.html") }).html
  }

  private func ledger(_ text: String) throws -> SampleLedger {
    try SampleLedger([
      "site.yaml": Self.site, "cases/a.md": text, "attachments/a.pdf": "%PDF",
      "processes/returns.yaml": "id: returns\n",
    ])
  }

  private func settings() throws -> Settings { try ledger("").edition(.team).settings }

  @Test(arguments: EveryKeyCase.Writing.allCases, [1, 2])
  func eachValueStandsOnTheCardUnderItsLabelInItsTypesForm(writing: EveryKeyCase.Writing, size: Int) throws {
    let draft = EveryKeyCase(writing, size: size, settings: try settings())
    let shown = CardFacts(html: try card(draft))
    let missing = draft.facts.filter { fact in
      !fact.labels.contains { label in shown.values(under: label).contains { $0.contains(fact.shown) } }
    }
    #expect(missing.map { "\($0.path): \($0.shown)" } == [])
    #expect(draft.facts.count > 250)
  }

  @Test(arguments: [1, 2]) func bothWritingsMakeTheSameCard(size: Int) throws {
    let settings = try settings()
    let cards = try EveryKeyCase.Writing.allCases.map { try card(EveryKeyCase($0, size: size, settings: settings)) }
    #expect(cards[0] == cards[1])
  }

  @Test func eachFieldIsOfferedUnderBothItsNames() throws {
    let settings = try settings()
    let (english, chinese) = (
      EveryKeyCase(.english, size: 1, settings: settings), EveryKeyCase(.chinese, size: 1, settings: settings)
    )
    #expect(english.lines.count == chinese.lines.count)
    #expect(english.lines.contains("eight_d:") && chinese.lines.contains("纠正措施:"))
  }
}
