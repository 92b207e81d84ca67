import Foundation
import Testing

@testable import Statistics

@Suite struct SurvivalTests {
  /// Data with the median and its interval as the Python package lifelines 0.30.3 finds them; two are published trials.
  struct Series: Decodable, CustomTestStringConvertible, Sendable {
    let id: String
    let durations: [Double]
    let ended: [Int]
    let median, low, high: Double?

    var testDescription: String { id }

    var spans: [Survival.Span] { zip(durations, ended).map { Survival.Span($0, hasEnded: $1 == 1) } }

    static func all() throws -> [Series] {
      struct File: Decodable { let series: [Series] }
      let url = try #require(Bundle.module.url(forResource: "survival", withExtension: "json", subdirectory: "Data"))
      return try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).series
    }
  }

  @Test(arguments: try Series.all())
  func medianAndIntervalAgreeWithLifelines(series: Series) throws {
    let estimate = try #require(Survival(series.spans))
    #expect(agree(estimate.median, series.median))
    #expect(agree(estimate.lower, series.low))
    #expect(agree(estimate.upper, series.high))
    #expect(estimate.count == series.durations.count)
    #expect(estimate.ended == series.ended.reduce(0, +))
  }

  /// The curve of 2, 4, 6, ... that have all ended is exactly one half at the middle, however its product was rounded.
  @Test(arguments: Array(stride(from: 2, through: 60, by: 2)))
  func aCurveAtOneHalfIsAtTheMedian(count: Int) throws {
    let estimate = try #require(Survival((1...count).map { Survival.Span(Double($0), hasEnded: true) }))
    #expect(estimate.median == Double(count / 2))
  }

  @Test func whatStillWaitsMakesTheMedianLater() throws {
    let ended = [2.0, 4, 6].map { Survival.Span($0, hasEnded: true) }
    let waiting = [9.0, 9].map { Survival.Span($0, hasEnded: false) }
    #expect(Survival(ended)?.median == 4)
    #expect(Survival(ended + waiting)?.median == 6)
  }

  @Test func whereMostStillWaitsNoMedianIsKnown() throws {
    let estimate = try #require(
      Survival([Survival.Span(3, hasEnded: true)] + [.init(5, hasEnded: false), .init(6, hasEnded: false)]))
    #expect(estimate.median == nil && estimate.upper == nil)
    #expect(Survival([]) == nil)
    let first = try #require(Survival([.init(5, hasEnded: false)]))
    #expect(first.median == nil && first.lower == nil && first.ended == 0)
  }
}
