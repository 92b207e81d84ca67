import Complaints
import Digests
import Threads

/// The cases as digests, so that it need not be asked of each whether it changed: one case with all that belong to it, those of which a span of days can tell, and all.
///
/// A case tells of the days from the first that any of its fields names to the last, or to as-of while it is open. Cases that name each other, as an appeal names its case, tell of the days of all of them.
struct CaseSpans: Sendable {
  /// Of all cases: their files' paths and all that stands in their fields. What their narratives say, only cards read.
  let all: Digest
  /// Of each case by its place in the ledger: its file's path and all that stands in its fields.
  let own: [DigestSum]
  /// The same with those that name it or that it names.
  private let sums: [DigestSum]
  /// Of the cases by the first day of which they tell, and by the first of which they do not any more.
  private let begun, ended: DaySums
  private let first: Day

  /// - Parameters:
  ///   - isClosed: Of each case by its place in the ledger, whether it is closed at as-of.
  ///   - place: The place of the case of an id; `nil` if there is none.
  init(
    _ cases: [CaseFile], _ traits: CaseTraits, isClosed: [Bool], asOf: Day, jobs: Int, place: (String) -> Int?
  ) {
    let reaches = inParallel(cases.count, jobs: jobs, step: 1_024) { place throws(Never) in
      CaseReach(
        cases[place], fields: traits.all[place].fields, named: traits.all[place].days, isClosed: isClosed[place],
        asOf: asOf)
    }
    let own = reaches.map(\.digest)
    var sums = own
    var days = reaches.map(\.days)
    for group in Self.groups(traits, place) {
      let sum = group.reduce(into: DigestSum()) { $0.add(own[$1]) }
      let start = group.map { reaches[$0].days.lowerBound }.min() ?? asOf
      let end = group.map { reaches[$0].days.upperBound }.max() ?? asOf
      for place in group { (sums[place], days[place]) = (sum, start...max(start, end)) }
    }
    let first = reaches.reduce(asOf) { min($0, $1.received) }
    let span = first...asOf.advanced(by: 1)
    begun = DaySums(span) { put in
      for place in sums.indices { put(days[place].lowerBound, sums[place]) }
    }
    ended = DaySums(span) { put in
      for place in sums.indices { put(days[place].upperBound.advanced(by: 1), sums[place]) }
    }
    all = own.reduce(into: DigestSum()) { $0.add($1) }.digest
    (self.own, self.sums, self.first) = (own, sums, first)
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
  private static func groups(_ traits: CaseTraits, _ place: (String) -> Int?) -> [[Int]] {
    let naming = traits.all.indices.filter { !traits.all[$0].cases.isEmpty }
    guard !naming.isEmpty else { return [] }
    var roots = Array(traits.all.indices)
    func root(of place: Int) -> Int {
      var place = place
      while roots[place] != place {
        roots[place] = roots[roots[place]]
        place = roots[place]
      }
      return place
    }
    var members = naming
    for one in naming {
      for id in traits.all[one].cases {
        guard let other = place(id) else { continue }
        roots[root(of: other)] = root(of: one)
        if traits.all[other].cases.isEmpty { members.append(other) }
      }
    }
    // One that several name is among them several times. In any order: they are added up.
    let groups = Dictionary(grouping: Set(members), by: root)
    return Array(groups.values)
  }
}
