import Complaints
import Findings
import Testing

@Suite struct CensusTests {
  @Test func everyFileIsAccountedForOnce() {
    let account = exampleFindings.account
    #expect(account.found == 10)
    #expect(account.published == 4)
    #expect(Exclusion.allCases.map(account.excluded) == [1, 1, 1, 2])
    #expect(account.inError == 1)
    #expect(account.isComplete)
    #expect(exampleFindings.cases.indices.map { exampleFindings.complaint($0).id } == ["A", "B", "C", "D"])
  }

  @Test func aLedgerWithoutCasesHasNoPeriods() {
    let findings = Findings(ledger([caseFile("H", "2026-03-11")]), asOf: day("2026-03-10"))
    #expect(PeriodKind.allCases.allSatisfy { findings.periods($0).isEmpty })
    #expect(findings.lastCompleteMonth == nil)
    #expect(findings.notable().isEmpty)
    #expect(findings.controlCharts.map(\.points.count) == [0, 0, 0, 0])
    #expect(findings.split(by: .severity).map(\.received) == [0, 0, 0])
    #expect(findings.split(by: .severity).allSatisfy { $0.share == nil && $0.medianDaysToClose == nil })
  }

  /// On 5 February C has come, B is open, and the appeal of 1 March does not exist yet.
  @Test func whatHappenedLaterHasNotHappened() throws {
    let findings = Findings(example, asOf: day("2026-02-05"))
    let january = try #require(findings.periods(.month).first)
    let february = try #require(findings.periods(.month).last)
    #expect(findings.account.published == 3)
    #expect(january.cost == Money(cents: 12_000))
    #expect(january.completedOfReceived == Rate(1, of: 2))
    #expect(february.isRunning)
    #expect([february.received, february.closed, february.openEnd, february.overdueEnd] == [1, 0, 2, 0])
  }

  /// A field of each of some cases; the field that is told, and which case has most of it.
  private static let amounts: [(key: String, given: [Given], told: String?, largest: Int)] = [
    ("product", [lots(.max / 2), lots(.max / 2 + 2)], "product.lots (批数)", 1),
    // One less, and all of it is counted.
    ("product", [lots(.max / 2), lots(.max / 2 + 1)], nil, 0),
    ("product", [defective(4e12), defective(5e12), defective(1e12)], "product.defective (不良数)", 1),
    // What the customer asks for is no cost, but is added up too.
    ("costs", [.map(["claim": .cents(.max / 2)]), .map(["claim": .cents(.max - 1)])], "costs (费用)", 1),
    ("costs", [.map(["rework": .cents(.max - 1)]), .map(["rework": .cents(2)])], "costs (费用)", 0),
    ("supplier", [.map(["recovered": .cents(.max)]), .map(["recovered": .cents(1)])], "supplier.recovered (索赔金额)", 0),
  ]

  private static func lots(_ count: Int) -> Given { .list([.map(["lots": .count(count)])]) }
  private static func defective(_ pieces: Double) -> Given { .list([.map(["defective": .quantity(pieces)])]) }

  /// Amounts that no sum has room for are told at the case with the largest, before anything is added up.
  @Test(arguments: amounts.indices)
  func whatCannotBeAddedUpIsTold(_ index: Int) {
    let (key, given, told, largest) = Self.amounts[index]
    let cases = given.enumerated().map { caseFile("\($0)", "2026-01-0\($0 + 1)", [key: $1]) }
    let census = Census(ledger(cases), asOf: day("2026-01-31"))
    let message = told.map {
      "\(cases[largest].path):1:1: error: \($0): all cases together have more than can be added up exactly; check the amounts, this is the largest [number.sum]"
    }
    #expect(census.excess?.description == message)
  }

  /// A case bears the costs of its appeals, of which there may be any number.
  @Test func whatAppealsCostTogetherIsTold() {
    let appeals = (1...2).map {
      caseFile("\($0)", "2026-01-02", ["appeal_of": .text("A"), "costs": .map(["rework": .cents(.max - $0)])])
    }
    let census = Census(ledger([caseFile("A", "2026-01-01")] + appeals), asOf: day("2026-01-31"))
    #expect(census.excess?.code == "number.sum")
    #expect(census.excess?.place.path == "cases/A.md")
  }

  /// Two appeals that continue each other belong to no case, and end the search for one.
  @Test func appealsInACircleCostNothing() {
    let findings = Findings(
      ledger([
        caseFile("A", "2026-01-01"),
        caseFile("B", "2026-01-02", ["appeal_of": .text("C"), "costs": .map(["scrap": .cents(1)])]),
        caseFile("C", "2026-01-03", ["appeal_of": .text("B"), "costs": .map(["scrap": .cents(2)])]),
      ]), asOf: day("2026-01-31"))
    #expect(findings.cases.map(\.cost) == [.zero])
  }
}
