import Complaints
import Findings
import Testing

/// The example split by its dimensions, worked out by hand.
@Suite struct DimensionFiguresTests {
  struct Row: Equatable, CustomStringConvertible {
    let key, label: String
    let received, closed, open, overdue, share, cost: Double?
    let median: Double?

    var description: String {
      "\(key) \(label) \([received, closed, open, overdue, share, cost, median].map { $0?.description ?? "nil" })"
    }

    init(
      _ key: String, _ label: String, _ received: Double, _ closed: Double, _ open: Double, _ overdue: Double,
      share: Double, cost: Double, median: Double?
    ) {
      (self.key, self.label) = (key, label)
      (self.received, self.closed, self.open, self.overdue) = (received, closed, open, overdue)
      (self.share, self.cost, self.median) = (share, cost, median)
    }

    init(_ figures: DimensionFigures) {
      self.init(
        figures.key, figures.label, figures.received, figures.closed, figures.open, figures.overdue,
        share: figures.share ?? -1, cost: figures.cost, median: figures.medianDaysToClose)
    }
  }

  @Test(arguments: [
    (
      Dimension.category,
      [
        Row("quality", "产品质量", 2, 1, 1, 1, share: 0.5, cost: 125, median: 3),
        Row("quality/electrical", "电性能", 1, 1, 0, 0, share: 0.25, cost: 125, median: 3),
        Row("service", "服务", 1, 1, 0, 0, share: 0.25, cost: 50, median: 21),
        Row("", "", 1, 0, 1, 0, share: 0.25, cost: 0, median: nil),
      ]
    ),
    (
      .department,
      [
        Row("业务部", "业务部", 0.3, 0.3, 0, 0, share: 0.075, cost: 37.5, median: 3),
        Row("制造部", "制造部", 1.2, 0.7, 0.5, 0.5, share: 0.3, cost: 87.5, median: 3),
        Row("品质部", "品质部", 0.5, 0, 0.5, 0.5, share: 0.125, cost: 0, median: nil),
        Row("", "", 2, 1, 1, 0, share: 0.5, cost: 50, median: 21),
      ]
    ),
    (
      .product,
      [
        Row("P1", "电容", 2, 2, 0, 0, share: 0.5, cost: 175, median: 12),
        Row("X", "X", 1, 0, 1, 1, share: 0.25, cost: 0, median: nil),
        Row("Y", "Y", 1, 0, 1, 1, share: 0.25, cost: 0, median: nil),
        Row("", "", 1, 0, 1, 0, share: 0.25, cost: 0, median: nil),
      ]
    ),
    (
      .status,
      [
        Row("pending", "待处理", 0, 0, 0, 0, share: 0, cost: 0, median: nil),
        Row("in_progress", "处理中", 0, 0, 0, 0, share: 0, cost: 0, median: nil),
        Row("resolved", "已解决", 0, 0, 0, 0, share: 0, cost: 0, median: nil),
        Row("closed", "已结案", 2, 2, 0, 0, share: 0.5, cost: 175, median: 12),
        Row("void", "作废", 0, 0, 0, 0, share: 0, cost: 0, median: nil),
        // C and D are open, and their files say no status.
        Row("", "", 2, 0, 2, 1, share: 0.5, cost: 0, median: nil),
      ]
    ),
    (
      .weight,
      [
        Row("major", "重大", 1, 1, 0, 0, share: 0.25, cost: 125, median: 3),
        Row("hot", "热点", 1, 1, 0, 0, share: 0.25, cost: 125, median: 3),
        Row("important", "重要", 0, 0, 0, 0, share: 0, cost: 0, median: nil),
        Row("", "", 3, 1, 2, 1, share: 0.75, cost: 50, median: 21),
      ]
    ),
    (.branch, [Row("", "", 4, 2, 2, 1, share: 1, cost: 175, median: 12)]),
  ])
  func dimensionsAreAsWorkedOutByHand(dimension: Dimension, rows: [Row]) {
    #expect(exampleFindings.split(by: dimension).map(Row.init) == rows)
  }

  /// Without a vocabulary, a slash still means a child, and parents come before their children.
  @Test func pathsOfAnOpenCategoryHaveTheirParents() {
    let cases = ["b", "a/x", "a-b", "a/x/y"].enumerated().map {
      caseFile("\($0.offset)", "2026-01-01", ["category": .code($0.element)])
    }
    let split = Findings(ledger(cases), asOf: day("2026-01-31")).split(by: .category)
    #expect(split.map(\.key) == ["a", "a/x", "a/x/y", "a-b", "b"])
    #expect(split.map(\.received) == [2, 2, 1, 1, 1])
    #expect(split.map(\.parent) == [nil, "a", "a/x", nil, nil])
  }

  /// A name with a slash is no path where the words are open and no category.
  @Test func namesWithASlashStayWhole() {
    let findings = Findings(
      ledger([caseFile("A", "2026-01-01", ["owner": .code("李/王")])]), asOf: day("2026-01-31"))
    #expect(findings.split(by: .owner).map(\.key) == ["李/王"])
  }

  /// Three equal parts of three cases are one case, to the last digit; shares of one department in a case add up.
  @Test func equalPartsAddUpToWholes() {
    let thirds = Given.list(["甲", "乙", "丙"].map { .map(["name": .code($0)]) })
    let doubled = Given.list([
      .map(["name": .code("丁"), "share": .percent(3333)]), .map(["name": .code("丁"), "share": .percent(6667)]),
    ])
    let cases =
      (1...3).map { caseFile("\($0)", "2026-01-01", ["departments": thirds]) }
      + [caseFile("4", "2026-01-01", ["departments": doubled, "closed": .at("2026-01-03")])]
    let split = Findings(ledger(cases), asOf: day("2026-01-31")).split(by: .department)
    #expect(split.map(\.key) == ["丁", "丙", "乙", "甲"])
    #expect(split.map(\.received) == [1, 1, 1, 1])
    #expect(split.map(\.cases.count) == [1, 3, 3, 3])
    #expect(split.map(\.medianDaysToClose) == [2, nil, nil, nil])
  }

  @Test func aKeyHasItsCasesAndItsTimeline() {
    #expect(ids(exampleFindings.cases(under: "quality", of: .category)) == ["A", "C"])
    #expect(ids(exampleFindings.cases(under: "nowhere", of: .category)).isEmpty)
    #expect(exampleFindings.timeline(under: "quality", of: .category).figures(.month).map(\.received) == [1, 1, 0])
  }

  @Test func paretoOrdersSiblings() {
    let steps = exampleFindings.pareto(by: .category)
    #expect(steps.map(\.figures.key) == ["quality", "service", ""])
    #expect(steps.map(\.cumulative) == [0.5, 0.75, 1])
    #expect(exampleFindings.pareto(by: .category, under: "quality").map(\.figures.key) == ["quality/electrical"])
  }

  @Test func crossedDimensionsCountByShares() {
    let table = exampleFindings.cross(exampleFindings.timeline.members, .department, by: .category)
    #expect(table.rows.map(\.key) == ["业务部", "制造部", "品质部", ""])
    #expect(table.columns.map(\.key) == ["quality", "service", ""])
    #expect(table.counts == [[0.3, 0, 0], [1.2, 0, 0], [0.5, 0, 0], [0, 1, 1]])
    #expect(ids(table.cases[1][0]) == ["A", "C"])
  }
}
