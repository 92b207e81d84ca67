import Complaints
import Findings
import Testing

@Suite struct ControlFiguresTests {
  /// A ledger with a number of cases in each month from January 2025 on, one product lot each.
  static func monthly(_ counts: [Int], exposure: [ExposureRow] = [], rebases: [Rebase] = []) -> Ledger {
    var settings = Settings(title: "Test", zone: shanghai)
    settings.rebases = rebases
    let cases = counts.enumerated().flatMap { month, count in
      (0..<count).map { index in
        let text = "\(2025 + month / 12)-\(month % 12 + 1)-\(index % 28 + 1)"
        return caseFile("\(month)-\(index)", text, ["product": .list([.map(["name": .code("X")])])])
      }
    }
    return ledger(cases, exposure: exposure, settings: settings)
  }

  @Test func theFourChartsAreAlwaysThere() {
    #expect(exampleFindings.controlCharts.map(\.metric) == [.complaintRate, .ppm, .received, .medianDaysToClose])
    let charts = exampleFindings.metrics()["control_charts"]?.items ?? []
    #expect(charts.map { $0["kind"] } == ["p", "u", "c", "xmr"].map { .text($0) })
  }

  /// The month in course keeps its value and has no limits.
  @Test func theMonthInCourseTakesNoPart() throws {
    let findings = Findings(Self.monthly([4, 6, 50]), asOf: day("2025-03-30"))
    let points = findings.controlCharts[2].points
    #expect(points.map(\.value) == [4, 6, 50])
    #expect(points.map { $0.limits == nil } == [false, false, true])
    #expect(points.map(\.isRunning) == [false, false, true])
    // The mean of 4 and 6, and 5 + 3 √5.
    #expect(try #require(Self.number("center", of: points[0], in: findings)) == 5)
    #expect(abs(try #require(Self.number("ucl", of: points[0], in: findings)) - 11.708_203_932_499_37) < 1e-12)
  }

  @Test func moreLotsThanWereShippedIsAContradictionWithoutAValue() {
    let rows = [shipped("2025-01", lots: 2, units: nil), shipped("2025-02", lots: 100, units: nil)]
    let findings = Findings(Self.monthly([3, 3], exposure: rows), asOf: day("2025-02-28"))
    let chart = findings.controlCharts[0]
    #expect(chart.contradictions.map(\.period.description) == ["2025-01"])
    #expect(chart.points.map(\.value) == [nil, 0.03])
    #expect(findings.periods(.month).map(\.complaintRate) == [1.5, 0.03])
  }

  @Test func aRebaseStartsNewLimits() {
    let change = Rebase(chart: "received", at: "2025-04", reason: "新检测线投产")
    let findings = Findings(Self.monthly([10, 12, 11, 2, 4, 3], rebases: [change]), asOf: day("2025-06-30"))
    let chart = findings.controlCharts[2]
    #expect(chart.points.map(\.phase) == [0, 0, 0, 1, 1, 1])
    #expect(chart.points.map { Self.number("center", of: $0, in: findings) } == [11, 11, 11, 3, 3, 3])
    #expect(chart.phases.map(\.reason) == [nil, "新检测线投产"])
    #expect(chart.phases.map(\.values) == [3, 3])
    #expect(findings.controlCharts[1].phases.count == 1)
  }

  @Test func aMonthBeyondItsLimitIsNotable() throws {
    let findings = Findings(Self.monthly(Array(repeating: 4, count: 13) + [40, 1]), asOf: day("2026-03-10"))
    let notable = try #require(findings.notable().first)
    guard case .signal(let metric, let point) = notable.fact else {
      Issue.record("a signal is expected, not \(notable.fact)")
      return
    }
    #expect(metric == .received)
    #expect(point.period.description == "2026-02")
    #expect(notable.direction == .worse)
    #expect(notable.cases.count == 40)
  }

  @Test func trialLimitsGiveNoSignal() {
    let findings = Findings(Self.monthly([4, 4, 4, 4, 40]), asOf: day("2025-05-31"))
    #expect(findings.controlCharts[2].points.last?.rules.isEmpty == false)
    #expect(findings.notable().isEmpty)
  }

  /// A number of a point as metrics.json has it.
  static func number(_ key: String, of point: ControlFigures.Point, in findings: Findings) -> Double? {
    for chart in findings.metrics()["control_charts"]?.items ?? [] where chart["id"] == .text("received") {
      for entry in chart["points"]?.items ?? [] where entry["period"] == .text(point.period.description) {
        if case .number(let number) = entry[key] { return number }
      }
    }
    return nil
  }
}
