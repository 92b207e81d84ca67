import Complaints
import Findings
import Testing

@testable import Site

/// Which months have categories that share a bar is known without drawing any.
struct CategoryBarsTests {
  /// - Parameters:
  ///   - categories: How many different ones the cases of the month name, among them parents and their children.
  ///   - hasNone: Whether another case names none.
  @Test(arguments: [(8, true, false), (9, false, false), (9, true, true), (10, false, true), (12, true, true)])
  func smallCategoriesShareABar(categories: Int, hasNone: Bool, expected: Bool) throws {
    let names = (0..<categories).map { $0 % 3 == 0 ? "类\($0)" : "类\($0 / 3 * 3)/细\($0)" }
    let lines = names.map { "category: \($0)" } + ["category: 类0"] + (hasNone ? [""] : [])
    let files = lines.enumerated().map { ("cases/c\($0).md", sampleCase("c\($0)", "received: 2026-10-05\n\($1)")) }
    let edition = try SampleLedger(Dictionary(uniqueKeysWithValues: files)).edition(.team)
    let month = try #require(edition.findings.periods(.month).first)
    let bars = CategoryBars(month, last: nil, in: edition).bars
    #expect(bars.contains { $0.key == "…" } == expected)
    #expect(CategoryBars.hasRemainder(month, in: edition) == expected)
  }
}
