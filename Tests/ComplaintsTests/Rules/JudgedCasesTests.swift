@testable import Complaints
import Digests
import Testing

/// What is known of cases is found again where they stand, whatever came and went between them.
@Suite struct JudgedCasesTests {
  private func digests(_ numbers: [Int]) -> [Digest] { numbers.map { Digest(high: UInt64($0), low: 0) } }

  @Test(arguments: [
    ([1, 2, 3, 4], [0, 1, 2, 3]),
    ([1, 9, 3, 4], [0, -1, 2, 3]),
    ([1, 3, 4], [0, 2, 3]),
    ([1, 2, 9, 3, 4], [0, 1, -1, 2, 3]),
    ([9, 1, 2, 3, 4], [-1, 0, 1, 2, 3]),
    ([1, 2, 3, 4, 9], [0, 1, 2, 3, -1]),
    ([0, 2, 0], [-1, 1, -1]),
    ([], []),
  ])
  func oneThatChangedCameOrWentHidesNoOther(_ now: [Int], _ places: [Int32]) {
    #expect(digests([1, 2, 3, 4]).places(of: digests(now)) == places)
  }

  @Test func whatIsSaidOfThemIsReadAsItWasWritten() {
    let said = [
      FormerWarning(
        mark: Mark(line: 4, column: 9),
        problem: FormerProblem(code: "followup.late", message: "the first follow-up came after 一周")),
      FormerWarning(mark: Mark(line: 1, column: 1), problem: FormerProblem(code: "number.gap", message: "")),
    ]
    let known = JudgedCases(digests([1, 0, 3]), warnings: [digests([3])[0]: said], added: 2)
    let read = known.bytes.withUnsafeBytes { JudgedCases($0) }
    #expect(read.digests == known.digests)
    #expect(read.warnings == known.warnings)
    #expect(JudgedCases(UnsafeRawBufferPointer(start: nil, count: 0)).digests.isEmpty)
  }

  @Test func noneIsFoundAmongNone() { #expect([Digest]().places(of: digests([1, 0])) == [-1, -1]) }

  @Test func afterManyOfAnotherOrderAllAreFound() {
    let known = Array(1...1_000)
    let places = digests(known).places(of: digests(known.reversed()))
    #expect(places.count { $0 < 0 } < 70)
    for (place, number) in zip(places, known.reversed()) where place >= 0 { #expect(known[Int(place)] == number) }
  }
}
