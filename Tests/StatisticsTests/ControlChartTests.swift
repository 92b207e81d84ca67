import Foundation
import Testing

@testable import Statistics

/// Series with limits and rules worked out elsewhere; two of them, with their limits, are NIST's.
struct Fixture: Decodable, CustomTestStringConvertible, Sendable {
  struct Expected: Decodable {
    let center: Double?
    let lcl: [Double?]
    let ucl: [Double?]
    let completed_at: [String: [Int]]
  }
  let id: String
  let chart: String
  let x: [Double?]
  let n: [Double?]?
  let expected: Expected

  var testDescription: String { id }

  func observations() -> [ControlChart.Observation] {
    x.indices.map { index in
      chart == "xmr"
        ? ControlChart.Observation(value: x[index])
        : ControlChart.Observation(x: x[index], n: n?[index])
    }
  }

  static func all() throws -> [Fixture] {
    struct File: Decodable { let series: [Fixture] }
    let url = try #require(Bundle.module.url(forResource: "spc", withExtension: "json", subdirectory: "Data"))
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).series
  }
}

func agree(_ one: Double?, _ other: Double?) -> Bool {
  guard let one, let other else { return one == nil && other == nil }
  return abs(one - other) <= 1e-9 * max(1, abs(other))
}

@Suite struct ControlChartTests {
  @Test(arguments: try Fixture.all())
  func limitsAndRulesAgreeWithThePublishedSeries(fixture: Fixture) throws {
    let kind = try #require(ControlChart.Kind(rawValue: fixture.chart))
    let chart = ControlChart(kind, fixture.observations())
    #expect(agree(chart.center, fixture.expected.center))
    for (index, point) in chart.points.enumerated() {
      #expect(agree(point.limits?.lower, fixture.expected.lcl[index]), "lower limit at \(index)")
      #expect(agree(point.limits?.upper, fixture.expected.ucl[index]), "upper limit at \(index)")
    }
    var completed: [String: [Int]] = [:]
    for (index, point) in chart.points.enumerated() {
      for rule in point.rules { completed["\(rule.rawValue)", default: []].append(index) }
    }
    #expect(completed == fixture.expected.completed_at)
  }

  @Test func allSeriesAreRead() throws {
    #expect(try Fixture.all().count == 25)
  }

  /// The period in course neither moves the limits of the others nor gets any.
  @Test func aPeriodThatIsNotOverTakesNoPart() {
    let whole = [12.0, 15, 11, 14, 13].map { ControlChart.Observation(x: $0) }
    let chart = ControlChart(.c, whole + [ControlChart.Observation(x: 99, takesPart: false)])
    #expect(Array(chart.points.prefix(5)) == ControlChart(.c, whole).points)
    #expect(chart.points[5] == ControlChart.Point(value: 99, limits: nil, rules: []))
  }

  @Test(arguments: ControlChart.Kind.allCases)
  func oneValueHasNoLimits(kind: ControlChart.Kind) {
    let chart = ControlChart(
      kind, [.init(x: 3, n: 10, value: 3), .init(), .init(x: 3, n: 10, value: 3, takesPart: false)])
    #expect(chart.points.allSatisfy { $0.limits == nil && $0.rules.isEmpty })
    #expect(chart.points[0].value == (kind == .c || kind == .xmr ? 3 : 0.3))
    #expect(chart.center == nil)
    #expect(ControlChart(kind, []).points.isEmpty)
  }

  /// More complaint lots than lots shipped is a mistake in the ledger, not a share.
  @Test func aShareAboveOneIsNoValueButACountPerUnitIs() {
    let seen = [ControlChart.Observation(x: 5, n: 4), .init(x: 4, n: 4), .init(x: 1, n: 4)]
    #expect(ControlChart(.p, seen).points.map(\.value) == [nil, 1, 0.25])
    #expect(ControlChart(.u, seen).points.map(\.value) == [1.25, 1, 0.25])
  }

  @Test func partsPerMillionScaleValuesAndLimitsAndJudgeAlike() throws {
    let seen = [3.0, 1, 4, 1, 30].map { ControlChart.Observation(x: $0, n: 1000) }
    let plain = ControlChart(.u, seen)
    let scaled = ControlChart(.u, seen, per: 1_000_000)
    #expect(scaled.points[0].value == 3000)
    for (one, million) in zip(plain.points, scaled.points) {
      #expect(agree(one.limits.map { $0.upper * 1_000_000 }, million.limits?.upper))
      #expect(one.rules == million.rules)
    }
  }

  @Test func thousandsOfPointsAreNoTrouble() {
    let seen = (0..<20_000).map { ControlChart.Observation(value: Double($0 % 7)) }
    #expect(ControlChart(.xmr, seen).points.count == 20_000)
  }
}
