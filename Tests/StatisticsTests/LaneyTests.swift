import Testing

@testable import Statistics

/// Laney's correction after the formulas of Laney (2002) as Minitab prints them, worked in 40 decimal digits elsewhere.
@Suite struct LaneyTests {
  @Test(arguments: [
    ("p-01", 1.0590168456157936, 0.047157560227299694, 0.14237873827209196, 0.053069636581394845, 0.1364666619179968),
    ("u-09", 1.1869230343476742, 0.5256018415627733, 2.0198231080781, 0.5256018415627733, 2.0198231080781),
    ("p-03", 1.2187075456780658, 0.01536526838701752, 0.11457823443784124, 0.01536526838701752, 0.11457823443784124),
    ("u-02", 0.7345773485401182, 2.115821637905789, 3.138223931013161, 1.9975705625455742, 3.2564750063733756),
    ("u-05", 0.9710550785038142, 2.488011289543223, 5.223653402163276, 2.5614187434468842, 5.150245948259614),
  ])
  func limitsAgreeWithTheFormula(
    id: String, factor: Double, firstLower: Double, firstUpper: Double, lastLower: Double, lastUpper: Double
  ) throws {
    let series = try #require(try Fixture.all().first { $0.id == id })
    let kind = try #require(ControlChart.Kind(rawValue: series.chart)?.corrected)
    let plain = try #require(ControlChart.Kind(rawValue: series.chart))
    let chart = ControlChart(kind, series.observations())
    let first = try #require(chart.points.first?.limits), last = try #require(chart.points.last?.limits)
    #expect(agree(first.lower, firstLower) && agree(first.upper, firstUpper))
    #expect(agree(last.lower, lastLower) && agree(last.upper, lastUpper))
    let uncorrected = try #require(ControlChart(plain, series.observations()).points.first?.limits)
    #expect(agree(first.sigma / uncorrected.sigma, factor))
    #expect(first.center == uncorrected.center)
  }

  /// Shares of 0.1 and 0.3 of 100 in turn: sigma 0.04, scores ±2.5, moving ranges 5, factor 5 ÷ 1.128.
  @Test func sharesThatSwingWidelyAreNoSignal() throws {
    let seen = [10.0, 30, 10, 30].map { ControlChart.Observation(x: $0, n: 100) }
    #expect(ControlChart(.p, seen).points.last?.rules.isEmpty == false)
    let point = try #require(ControlChart(.laneyP, seen).points.last)
    #expect(point.rules.isEmpty)
    #expect(agree(point.limits?.upper, 0.2 + 3 * 0.04 * 5 / 1.128))
    #expect(point.limits?.lower == 0)
  }

  @Test func withoutSpreadThereIsNothingToCorrect() throws {
    let seen = [ControlChart.Observation](repeating: .init(x: 0, n: 50), count: 3)
    #expect(ControlChart(.laneyP, seen).points.map(\.limits) == ControlChart(.p, seen).points.map(\.limits))
    #expect(ControlChart.Kind.c.corrected == nil && ControlChart.Kind.xmr.corrected == nil)
  }
}
