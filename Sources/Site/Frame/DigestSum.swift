import Complaints
import Digests

/// Digests added up, so that one more or less costs nothing and their order makes no difference.
struct DigestSum: Hashable, Sendable, BitwiseCopyable {
  private var (high, low): (UInt64, UInt64) = (0, 0)

  /// Of none.
  init() {}

  init(_ digest: Digest) { (high, low) = (digest.high, digest.low) }

  mutating func add(_ other: DigestSum) { (high, low) = (high &+ other.high, low &+ other.low) }

  mutating func remove(_ other: DigestSum) { (high, low) = (high &- other.high, low &- other.low) }

  var digest: Digest { Digest(high: high, low: low) }
}

/// Sums of what lies on days, so that the sum of any span of them costs two looks.
struct DaySums: Sendable {
  private let first: Day
  /// From the first day on, each with those before it.
  private let sums: [DigestSum]

  /// - Parameters:
  ///   - days: What lies outside them counts for the day at that end.
  ///   - fill: Puts what lies on which day, in any order.
  init(_ days: ClosedRange<Day>, _ fill: (_ put: (Day, DigestSum) -> Void) -> Void) {
    var sums = [DigestSum](repeating: DigestSum(), count: days.upperBound.number - days.lowerBound.number + 1)
    fill { day, sum in sums[min(max(day.number - days.lowerBound.number, 0), sums.count - 1)].add(sum) }
    for day in sums.indices.dropFirst() { sums[day].add(sums[day - 1]) }
    (first, self.sums) = (days.lowerBound, sums)
  }

  /// Of a day and all before it.
  func through(_ day: Day) -> DigestSum {
    let place = day.number - first.number
    return place < 0 ? DigestSum() : sums[min(place, sums.count - 1)]
  }

  /// Of a span of days.
  func of(_ days: ClosedRange<Day>) -> DigestSum {
    var sum = through(days.upperBound)
    sum.remove(through(days.lowerBound.advanced(by: -1)))
    return sum
  }
}
