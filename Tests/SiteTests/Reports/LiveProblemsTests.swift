import Complaints
import Testing

@testable import Site

/// A block that cannot be drawn is named where it stands; the block of each case begins in line 3 of a report whose text
/// begins in line 2.
struct LiveProblemsTests {
  @Test(arguments: [
    (
      "chart: tred",
      "m.md:4:8: warning: chart: 'tred' is not known here; write trend, control, pareto or bars [live.unknown]"
    ),
    (
      "chart: trend # 走势\nmetrik: ppm",
      "m.md:5:1: warning: unknown key 'metrik' in a kesu block; it takes chart, metric, by or period [live.unknown]"
    ),
    (
      "metric: ppm",
      "m.md:3:1: warning: the block says no chart; write chart: with trend, control, pareto or bars [live.unknown]"
    ),
    (
      "chart: trend\nby: category",
      "m.md:4:8: warning: chart: a trend is not split; delete by, or draw bars [live.unknown]"
    ),
    (
      "chart: pareto\nmetric:  ppm\nby: category",
      "m.md:4:8: warning: chart: pareto shows the parts of received; write metric: received and a by [live.unknown]"
    ),
    (
      "chart: trend\nperiod: 2027-01",
      "m.md:5:9: warning: period: '2027-01' is no such period of this report up to the as-of day; write one like its own [live.unknown]"
    ),
    ("chart: trend\nmetric: ppm", ""), ("chart: bars\nby: channel", ""),
  ])
  func aBlockThatCannotBeDrawnIsNamed(block: String, line: String) throws {
    let day = try #require(Day(year: 2026, month: 10, day: 31))
    let text = "段落\n```kesu\n\(block)\n```\n```swift\nchart: x\n```\n"
    let narrative = ReportNarrative(
      period: Period(.month, containing: day), path: "m.md", preparedBy: nil, reviewedBy: nil, approvedBy: nil,
      text: Array(text.utf8), firstLine: 2)
    let ledger = Ledger(
      settings: Settings(title: "", zone: Zone(identifier: "UTC", first: 0, changes: [])), cases: [], rejected: [],
      exposure: [], tallies: [], narratives: [narrative], pages: [], attachments: [], diagnostics: [])
    let found = liveProblems(of: ledger, asOf: day).map(\.description)
    #expect(found.joined(separator: "\n") == line)
  }
}
