import Testing

@testable import Site

/// Four months in two years; what is left beside the keys is a cell like them.
@Test(arguments: [
  // 20 of a and 20 of b in each half: every half can be known.
  ([("a", [10, 10, 10, 10]), ("b", [10, 10, 10, 10])], [20, 20, 20, 20], 0, 2, Set(["a", "b"])),
  // b has 2 in the first half: with it nothing could be cut, and what is left without it would be those 2.
  ([("a", [10, 10, 10, 10]), ("b", [1, 1, 10, 10])], [11, 11, 20, 20], 0, 2, []),
  // With 5 more that no key has, a can be known, and b hides among them.
  ([("a", [10, 10, 10, 10]), ("b", [1, 1, 10, 10])], [16, 11, 20, 20], 0, 2, ["a"]),
  // Months of a with enough on both sides are known alone.
  ([("a", [10, 10, 10, 10])], [20, 20, 20, 20], 1, 2, ["a"]),
])
func keysOfAPeriodAreShownWhereEveryCellIsLarge(
  keys: [(String, [Int])], all: [Int], from: Int, to: Int, shown: Set<String>
) {
  let split = SplitStretches(
    keys: keys.map { (key: $0.0, months: $0.1) }, all: all, minimum: 5, within: [Bool](repeating: true, count: 5),
    preferring: [[2]])
  #expect(split.keys(from: from, to: to) == shown)
}
