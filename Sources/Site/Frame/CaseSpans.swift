import Complaints
import Digests

/// The cases as digests, so that it need not be asked of each whether it changed: one case with all that belong to it, those of which a span of days can tell, and all.
///
/// A case tells of the days from the first that any of its fields names to the last, or to as-of while it is open. Cases that name each other, as an appeal names its case, tell of the days of all of them.
struct CaseSpans: Sendable {
  /// Of all cases: their files' paths and all that stands in their fields. What their narratives say, only cards read.
  let all: Digest
  /// Of each case, by its place in the ledger.
  let reaches: [CaseReach]
  /// Of each case by its place in the ledger, with those that name it or that it names.
  private let sums: [DigestSum]
  /// Of the cases by the first day of which they tell, and by the first of which they do not any more.
  private let begun, ended: DaySums
  private let first: Day

  /// - Parameter isClosed: Of each case by its place in the ledger, whether it is closed at as-of; `nil` where that is still to be read.
  init(_ cases: [CaseFile], _ traits: CaseTraits, isClosed: [Bool?], asOf: Day, jobs: Int) {
    let reaches = inParallel(cases.count, jobs: jobs) { place throws(Never) in
      let file = cases[place]
      let isClosed = isClosed[place] ?? Complaints.isClosed(file.complaint, asOf: asOf)
      return CaseReach(file, traits.all[place], isClosed: isClosed, asOf: asOf)
    }
    var sums = reaches.map(\.digest)
    var days = reaches.map(\.days)
    for group in Self.groups(reaches, cases) {
      let sum = group.reduce(into: DigestSum()) { $0.add(reaches[$1].digest) }
      let start = group.map { reaches[$0].days.lowerBound }.min() ?? asOf
      let end = group.map { reaches[$0].days.upperBound }.max() ?? asOf
      for place in group { (sums[place], days[place]) = (sum, start...max(start, end)) }
    }
    let first = min(cases.lazy.map(\.complaint.received.day).min() ?? asOf, asOf)
    let span = first...asOf.advanced(by: 1)
    begun = DaySums(span, zip(sums, days).lazy.map { ($1.lowerBound, $0) })
    ended = DaySums(span, zip(sums, days).lazy.map { ($1.upperBound.advanced(by: 1), $0) })
    all = reaches.reduce(into: DigestSum()) { $0.add($1.digest) }.digest
    (self.reaches, self.sums, self.first) = (reaches, sums, first)
  }

  /// Of those of which a span of days can tell: they have begun by its last day, and have not ended before its first.
  func telling(of days: ClosedRange<Day>) -> DigestSum {
    var sum = begun.through(max(days.upperBound, first))
    sum.remove(ended.through(days.lowerBound))
    return sum
  }

  /// Of a case with those that name it or that it names, by its place in the ledger.
  subscript(place: Int) -> DigestSum { sums[place] }

  /// Of some cases, by their places in the ledger.
  func of(_ places: some Sequence<Int>) -> DigestSum { places.reduce(into: DigestSum()) { $0.add(sums[$1]) } }

  /// The places of cases that name each other, directly or by way of others; of those that stand alone, none.
  private static func groups(_ reaches: [CaseReach], _ cases: [CaseFile]) -> [[Int]] {
    guard reaches.contains(where: { !$0.traits.cases.isEmpty }) else { return [] }
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
      for id in reach.traits.cases {
        if let other = places[id] { roots[root(of: other)] = root(of: place) }
      }
    }
    var members: [Int: [Int]] = [:]
    for place in cases.indices where !reaches[place].traits.cases.isEmpty || roots[place] != place {
      members[root(of: place), default: []].append(place)
    }
    // In any order: they are added up.
    return Array(members.values)
  }
}
