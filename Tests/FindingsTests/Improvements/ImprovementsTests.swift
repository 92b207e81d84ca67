import Complaints
import Findings
import Testing

@testable import Intake

/// Measures across cases as they stand at a day.
struct ImprovementsTests {
  private static let site = Settings(title: "Test", zone: shanghai)

  private func improvement(_ name: String, _ lines: String) throws -> Improvement {
    let context = ReadingContext(settings: Self.site)
    let bytes = Array("---\ntitle: \(name)\n\(lines)\n---\n".utf8)
    return try #require(
      readImprovement(bytes, path: "improvements/\(name).md", name: name, context: context).improvement)
  }

  /// Two cases of P1 in January, one in February; 50 lots of P1 shipped each month.
  private func findings(_ improvements: [Improvement], asOf: String) -> Findings {
    let product: KeyValuePairs<String, Given> = ["product": .list([.map(["part_no": .text("P1")])])]
    let ledger = ledger(
      [
        caseFile("A", "2026-01-05", product), caseFile("B", "2026-01-20", product),
        caseFile("C", "2026-02-03", product),
        caseFile("D", "2026-02-04"),
      ],
      exposure: ["2026-01", "2026-02"].map { shipped($0, lots: 50, units: nil, product: "P1") }, settings: Self.site)
    let whole = Ledger(
      settings: ledger.settings, cases: ledger.cases, rejected: [], exposure: ledger.exposure, tallies: [],
      improvements: improvements, narratives: [], pages: [], attachments: [], diagnostics: [])
    return Findings(whole, asOf: day(asOf))
  }

  @Test(
    arguments: [
      ("2026-03-09", "open", 30, nil, nil),
      // Its last day is still in time.
      ("2026-03-10", "open", 60, nil, nil),
      ("2026-03-11", "late", 60, nil, nil),
      ("2026-03-12", "done_late", 100, nil, nil),
      ("2026-03-20", "done_late", 100, true, "谢允文"),
    ] as [(String, String, Int, Bool?, String?)])
  func nothingLaterThanAsOfHasHappened(
    asOf: String, state: String, percent: Int, effective: Bool?, confirmer: String?
  ) throws {
    let measure = try improvement(
      "scan",
      """
      due: 2026-03-10
      progress: [{ at: 2026-03-01, percent: 30 }, { at: 2026-03-10, note: 试做, percent: 60 }, { at: 2026-03-11, note: x }]
      done: 2026-03-12
      effective: yes
      confirmed_by: 谢允文
      confirmed_on: 2026-03-20
      """)
    let standing = try #require(findings([measure], asOf: asOf).improvements.first)
    #expect(standing.state.rawValue == state)
    #expect(standing.percent == percent * 100)
    #expect(standing.isEffective == effective && standing.confirmedBy == confirmer)
    #expect(standing.progress.allSatisfy { $0.at.day <= day(asOf) })
  }

  @Test(arguments: [
    ("due: 2026-03-10\ndone: 2026-03-10", "done"), ("due: 2026-03-10\ndone: 2026-03-11", "done_late"),
    ("due: 2026-03-10 12:00\ndone: 2026-03-10 12:00", "done"),
    ("due: 2026-03-10 12:00\ndone: 2026-03-10 12:01", "done_late"),
    ("due: 2026-03-31 12:00", "late"), ("due: 2026-03-31", "open"), ("owner: 甲", "open"), ("done: 2026-03-31", "done"),
  ])
  func theLastSecondOfItsDateIsInTime(lines: String, state: String) throws {
    let measure = try improvement("m", lines)
    #expect(findings([measure], asOf: "2026-03-31").improvements.first?.state.rawValue == state)
  }

  /// By hand: 2 of 50 in January, 1 of 50 in February; as of 28 February that month is over.
  @Test(
    arguments: [
      (
        "metric: complaint_rate\nsplit: { dimension: product, key: P1 }\nbaseline: 0.06\ntarget: 0.02", 0.02, 0.02, true
      ),
      (
        "metric: complaint_rate\nsplit: { dimension: product, key: P1 }\nbaseline: 0.06\ntarget: 0.019", 0.019, 0.02,
        false
      ),
      ("metric: received\nbaseline: 4\ntarget: 0.5\nrelative: yes", 2, 2, true),
      ("metric: received\nbaseline: 4\ntarget: 0.75\nrelative: yes", 1, 2, false),
      // Better is more: up by a tenth, and no case was closed.
      ("metric: on_time_rate\nbaseline: 0.5\ntarget: 0.1\nrelative: yes", 0.55, nil, nil),
      // A target above the baseline is to be risen to.
      ("metric: received\nbaseline: 1\ntarget: 2", 2, 2, true),
      ("metric: received\nbaseline: 1\ntarget: 3", 3, 2, false),
      ("metric: received\ntarget: 3", 3, 2, true),
      ("metric: received\ntarget: 0.1\nrelative: yes", nil, 2, nil),
      ("owner: 甲", nil, nil, nil),
    ] as [(String, Double?, Double?, Bool?)])
  func theGoalIsComparedWithTheLastMonthThatWasOver(
    lines: String, goal: Double?, latest: Double?, isReached: Bool?
  ) throws {
    let measure = try improvement("m", lines)
    let standing = try #require(findings([measure], asOf: "2026-02-28").improvements.first)
    #expect(standing.goal?.value == goal)
    #expect(standing.latest?.value == latest)
    #expect(standing.isReached == isReached)
    if measure.metric != nil { #expect(standing.latest?.period.description == "2026-02") }
  }

  /// Due in March: late, done, doneLate; not yet due: soon. Confirmed in March: done (works), doneLate (does not).
  @Test func rulesOfThumbCountWhatWasDueAndWhatWasConfirmed() throws {
    let measures = try [
      improvement("late", "due: 2026-03-05"), improvement("soon", "due: 2026-04-30"),
      improvement(
        "done", "due: 2026-03-06\ndone: 2026-03-01\neffective: yes\nconfirmed_by: 甲\nconfirmed_on: 2026-03-20"),
      improvement(
        "doneLate", "due: 2026-03-07\ndone: 2026-03-08\neffective: no\nconfirmed_by: 甲\nconfirmed_on: 2026-03-21"),
      improvement("early", "due: 2026-05-01\ndone: 2026-03-30"),
    ]
    let findings = findings(measures, asOf: "2026-03-31")
    #expect(findings.improvements.map(\.improvement.name) == ["late", "soon", "early", "doneLate", "done"])
    let march = findings.improvementFigures(in: day("2026-03-01")...day("2026-03-31"))
    #expect((march.due, march.doneOnTime, march.confirmed, march.effective) == (3, 1, 2, 1))
    let all = findings.improvementFigures()
    #expect((all.due, all.doneOnTime, all.confirmed, all.effective) == (4, 2, 2, 1))
    #expect(all.onTimeRate?.fraction == 0.5 && all.effectiveRate?.fraction == 0.5)
    let february = findings.improvementFigures(in: day("2026-02-01")...day("2026-02-28"))
    #expect(february.onTimeRate == nil && february.effectiveRate == nil)
  }

  @Test func aCaseKnowsItsMeasures() throws {
    let findings = try findings(
      [improvement("a", "cases: [A, B]"), improvement("b", "cases: [B]")], asOf: "2026-03-31")
    #expect(findings.improvements(of: "B").map(\.improvement.name) == ["a", "b"])
    #expect(findings.improvements(of: "A").map(\.improvement.name) == ["a"])
    #expect(findings.improvements(of: "C").isEmpty)
  }

  /// What an improvement may name is what metrics.json has.
  @Test func theNamesOfFiguresAndDimensionsAreThoseOfTheFindings() {
    #expect(Vocabulary.figures.terms.map(\.code) == Metric.allCases.map(\.rawValue))
    #expect(Vocabulary.dimensions.terms.map(\.code) == Dimension.published.map(\.rawValue))
  }
}
