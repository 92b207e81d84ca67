import Testing

@testable import Site

/// By hand: with 5 as the least, 5 | 4 5 | 8 stands, and what is left over at the end joins the stretch before it.
@Test(arguments: [
  ([5, 4, 5, 8], [true, true, false, true, true]),
  ([5, 8, 2], [true, true, false, true]),
  ([1, 2, 3], [true, false, false, true]),
  ([1, 2], [false, false, false]),
  ([0, 5], [true, false, true]),
])
func stretchesHoldTheLeastCount(counts: [Int], knots: [Bool]) {
  let anywhere = [Bool](repeating: true, count: counts.count + 1)
  let stretches = Stretches(within: anywhere) { from, to in counts[from..<to].reduce(0, +) >= 5 }
  #expect(stretches.boundaries == knots)
}

/// By hand; `nil` parents: all keys stand side by side.
@Test(arguments: [
  // Nothing is small.
  ([10, 5], [true, true]),
  // One small key alone would be the rest of the whole: the smallest other goes with it.
  ([30, 3, 8], [true, false, false]),
  // Two small keys hide each other, their sum being large enough.
  ([30, 3, 4], [true, false, false]),
  // Their sum is small itself.
  ([30, 1, 2, 9], [true, false, false, false]),
  // Zero is a count like any other.
  ([30, 0, 9], [true, false, false]),
])
func smallKeysAreWithheldWithWhatWouldTellThem(counts: [Int], shown: [Bool]) {
  let keys = KeySuppression(
    minimum: 5, parents: counts.map { _ in nil }, counts: counts.map { [$0] }, allowed: counts.map { _ in true },
    whole: [counts.reduce(0, +)])
  #expect(keys.shown == shown)
}
