import Complaints
import Digests

/// The cases as digests, so that it need not be asked of each whether it changed: one case with all that belong to it, those of which a span of days can tell, and all.
///
/// A case tells of the days from the first that any of its fields names to the last, or to as-of while it is open. Cases that name each other, as an appeal names its case, tell of the days of all of them.
struct CaseSpans: Sendable {
  /// Of all cases: their files' paths and all that stands in their fields. What their narratives say, only cards read.
  let all: Digest
  /// Of each case by its place in the ledger, with those that name it or that it names.
  private let digests: [Sum]
  /// From the first day on: of the cases that tell of it or an earlier day, and of those that tell of earlier ones only.
  private let begun, ended: [Sum]
  private let first: Day

  init(_ cases: [CaseFile], asOf: Day, jobs: Int) {
    let reaches = inParallel(cases.count, jobs: jobs) { place throws(Never) in Reach(cases[place], asOf: asOf) }
    let groups = Self.groups(reaches, cases)
    var sums = reaches.map(\.digest)
    var days = reaches.map(\.days)
    for group in groups {
      let sum = group.reduce(into: Sum()) { $0.add(reaches[$1].digest) }
      let start = group.map { reaches[$0].days.lowerBound }.min() ?? asOf
      let end = group.map { reaches[$0].days.upperBound }.max() ?? asOf
      for place in group { (sums[place], days[place]) = (sum, start...max(start, end)) }
    }
    let first = cases.lazy.map(\.complaint.received.day).min() ?? asOf
    let count = max(0, asOf.number - first.number) + 2
    var (begun, ended) = ([Sum](repeating: Sum(), count: count), [Sum](repeating: Sum(), count: count))
    for (sum, days) in zip(sums, days) {
      begun[Self.place(of: days.lowerBound, from: first, count)].add(sum)
      ended[Self.place(of: days.upperBound.advanced(by: 1), from: first, count)].add(sum)
    }
    for day in 1..<count {
      begun[day].add(begun[day - 1])
      ended[day].add(ended[day - 1])
    }
    all = reaches.reduce(into: Sum()) { $0.add($1.digest) }.digest
    (digests, self.begun, self.ended, self.first) = (sums, begun, ended, first)
  }

  /// Of those of which a span of days can tell: they have begun by its last day, and have not ended before its first.
  func telling(of days: ClosedRange<Day>) -> Digest {
    var sum = begun[Self.place(of: days.upperBound, from: first, begun.count)]
    sum.remove(ended[Self.place(of: days.lowerBound, from: first, ended.count)])
    return sum.digest
  }

  /// Of some cases, by their places in the ledger.
  func of(_ places: some Sequence<Int>) -> Digest { places.reduce(into: Sum()) { $0.add(digests[$1]) }.digest }

  private static func place(of day: Day, from first: Day, _ count: Int) -> Int {
    min(max(day.number - first.number, 0), count - 1)
  }

  /// The places of cases that name each other, directly or by way of others; of those that stand alone, none.
  private static func groups(_ reaches: [Reach], _ cases: [CaseFile]) -> [[Int]] {
    guard reaches.contains(where: { !$0.named.isEmpty }) else { return [] }
    let places = Dictionary(cases.enumerated().map { ($1.complaint.id, $0) }) { first, _ in first }
    var roots = Array(cases.indices)
    func root(of place: Int) -> Int {
      var place = place
      while roots[place] != place {
        roots[place] = roots[roots[place]]
        place = roots[place]
      }
      return place
    }
    for (place, reach) in reaches.enumerated() {
      for id in reach.named {
        if let other = places[id] { roots[root(of: other)] = root(of: place) }
      }
    }
    var members: [Int: [Int]] = [:]
    for place in cases.indices where !reaches[place].named.isEmpty || roots[place] != place {
      members[root(of: place), default: []].append(place)
    }
    // In any order: they are added up.
    return Array(members.values)
  }
}

/// One case, and the days of which it tells.
private struct Reach: Sendable {
  let digest: Sum
  let days: ClosedRange<Day>
  /// The ids that its fields name.
  let named: [String]

  init(_ file: CaseFile, asOf: Day) {
    var digester = Digester()
    digester.add(file.path)
    file.record.store.withBytes {
      digester.add(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer($0)[..<file.narrativeStart]))
    }
    digest = Sum(digester.digest())
    let mentions = Mentions(file.record)
    let received = file.complaint.received.day
    let start = min(mentions.days?.lowerBound ?? received, received)
    let isClosed = isClosed(file.complaint, asOf: asOf)
    days = start...max(start, isClosed ? mentions.days?.upperBound ?? received : asOf)
    named = mentions.cases
  }
}

/// Digests added up, so that one more or less costs nothing and their order makes no difference.
private struct Sum: Sendable {
  private var (high, low): (UInt64, UInt64) = (0, 0)

  init() {}

  init(_ digest: Digest) { (high, low) = (digest.high, digest.low) }

  mutating func add(_ other: Sum) { (high, low) = (high &+ other.high, low &+ other.low) }

  mutating func remove(_ other: Sum) { (high, low) = (high &- other.high, low &- other.low) }

  var digest: Digest { Digest(high: high, low: low) }
}
