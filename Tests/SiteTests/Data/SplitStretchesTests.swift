import Testing

@testable import Site

/// Four months in two years; what is left beside the keys is a cell like them.
private struct Split: Sendable {
  var keys: [String: [Int]]
  var all: [Int]
  var months: Range<Int>
  var shown: Set<String>
}

private let splits = [
  // Every half has 20 of each key.
  Split(
    keys: ["a": [10, 10, 10, 10], "b": [10, 10, 10, 10]], all: [20, 20, 20, 20], months: 0..<2, shown: ["a", "b"]),
  // b has 2 in the first half: with it nothing can be cut, and what is left without it would be those 2.
  Split(keys: ["a": [10, 10, 10, 10], "b": [1, 1, 10, 10]], all: [11, 11, 20, 20], months: 0..<2, shown: []),
  // With 5 more that no key has, a can be known, and b hides among them.
  Split(keys: ["a": [10, 10, 10, 10], "b": [1, 1, 10, 10]], all: [16, 11, 20, 20], months: 0..<2, shown: ["a"]),
  // Months with enough on both sides are known alone.
  Split(keys: ["a": [10, 10, 10, 10]], all: [20, 20, 20, 20], months: 1..<2, shown: ["a"]),
]

@Test(arguments: splits)
private func keysOfAPeriodAreShownWhereEveryCellIsLarge(split: Split) {
  let stretches = SplitStretches(
    keys: split.keys.sorted { $0.key < $1.key }.map { (key: $0.key, months: $0.value) }, all: split.all, minimum: 5,
    within: [Bool](repeating: true, count: 5), preferring: [[2]])
  #expect(stretches.keys(from: split.months.lowerBound, to: split.months.upperBound) == split.shown)
}
