import Testing

@testable import Findings

/// A quantile is the same however the spans are given: the definition (type 7) on a sorted list is the measure.
@Suite struct SpanQuantileTests {
  private static let lists: [[Int]] = {
    var generator = SplitMix(state: 7)
    let sizes = [1, 2, 3, 10, 64, 255, 256, 257, 300, 1_000, 5_003]
    let ranges = [0...0, 0...3, 0...86_400, 1_000_000...1_000_001, 0...(1 << 50)]
    return sizes.flatMap { size in
      ranges.map { range in (0..<size).map { _ in Int.random(in: range, using: &generator) } }
    }
      // One far from all others puts these into one slot.
      + [[Int](repeating: 5, count: 400) + [1 << 50], Array(0..<700) + [1 << 40]]
  }()

  /// Type 7: between the neighbours of rank (n − 1) × p.
  private static func expected(_ values: [Int], _ percent: Int) -> Double {
    let sorted = values.sorted()
    let hundredths = (sorted.count - 1) * percent
    let (below, rest) = (hundredths / 100, hundredths % 100)
    let next = sorted[min(below + 1, sorted.count - 1)]
    return Double(sorted[below] * 100 + (next - sorted[below]) * rest) / 360_000
  }

  @Test(arguments: lists.indices, [0, 25, 50, 90, 100])
  func itIsThatOfTheSortedList(_ index: Int, _ percent: Int) {
    let (list, p) = (Self.lists[index], Double(percent) / 100)
    let expected = Self.expected(list, percent)
    #expect(spanQuantile(unsorted: list, p, unit: 3_600) == expected)
    #expect(spanQuantile(seconds: list.sorted()[...], p, unit: 3_600) == expected)
    #expect(spanQuantile(runs: runs(of: list).seconds[...], ends: runs(of: list).ends[...], p, unit: 3_600) == expected)
  }

  /// The list cut into runs of any length, some of them empty, each sorted.
  private func runs(of list: [Int]) -> (seconds: [Int], ends: [Int32]) {
    var (seconds, ends): ([Int], [Int32]) = ([], [])
    for length in [0, 1, list.count / 2, 0, list.count] {
      let run = list[seconds.count..<min(seconds.count + length, list.count)]
      seconds += run.sorted()
      ends.append(Int32(seconds.count))
    }
    return (seconds, ends)
  }

  @Test func ofNoSpanThereIsNone() {
    #expect(spanQuantile([], 0.5, unit: 3_600) == nil)
    #expect(spanQuantile(runs: [], ends: [0, 0], 0.5, unit: 3_600) == nil)
  }
}
