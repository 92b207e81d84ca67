import Complaints
import Digests
import Testing

@testable import Site

/// Sums of digests by day are those of the parts that lie in a span, whichever they are.
struct DaySumsTests {
  private static let first = Day(number: 20_000)
  private static let days = first...first.advanced(by: 9)

  /// Of each part its day, counted from the first, and its digest; one lies before all days and one after them.
  private static let parts: [(day: Int, digest: UInt64)] = [
    (0, 11), (3, .max), (3, 5), (4, 1 << 63), (9, 7), (-2, 100), (12, 1_000),
  ]

  private static func sum(_ digests: [UInt64]) -> Digest {
    var sum = DigestSum()
    for digest in digests { sum.add(DigestSum(Digest(high: digest, low: ~digest))) }
    return sum.digest
  }

  @Test(arguments: [(0, 0), (0, 9), (1, 2), (3, 3), (3, 4), (4, 9), (9, 9), (-5, 20), (-5, -1)])
  func theSumOfASpanIsThatOfItsDays(from: Int, to: Int) {
    let sums = DaySums(Self.days) { put in
      for part in Self.parts {
        put(Self.first.advanced(by: part.day), DigestSum(Digest(high: part.digest, low: ~part.digest)))
      }
    }
    // What lies outside counts for the day at that end.
    let expected = Self.parts.filter { (from...to).contains(min(max($0.day, 0), 9)) }.map(\.digest)
    let span = Self.first.advanced(by: from)...Self.first.advanced(by: to)
    #expect(sums.of(span).digest == Self.sum(expected))
  }
}
