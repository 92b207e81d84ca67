import Complaints
import Digests

/// Which files count and which do not: every file found is in exactly one place.
struct Census {
  /// The cases that count, in the ledger's order.
  let facts: CaseFacts
  let excluded: [ExcludedCase]
  let account: Account
  /// Of the files of the cases that count; zero of those with appeals.
  let digests: [Digest]
  /// How many of the cases had to be read, and how many of these may be kept.
  let reread, added: Int

  init(_ ledger: Ledger, asOf: Day, kept: KeptFacts? = nil, jobs: Int = 1) {
    var counted: [Int] = []
    var excluded: [ExcludedCase] = []
    for place in ledger.cases.indices {
      if let reason = ledger.cases[place].complaint.exclusion(asOf: asOf) {
        excluded.append(ExcludedCase(place: place, reason: reason))
      } else {
        counted.append(place)
      }
    }
    let appeals = Self.appeals(excluded.filter { $0.reason == .appeal }.map(\.place), in: ledger)
    (facts, digests, reread, added) = CaseReader(ledger, asOf: asOf, appeals: appeals).facts(
      of: counted, kept: kept, jobs: jobs)
    self.excluded = excluded
    account = Account(
      found: ledger.cases.count + ledger.rejected.count, published: counted.count,
      excluded: Exclusion.allCases.map { reason in excluded.count { $0.reason == reason } },
      inError: ledger.rejected.count)
  }

  /// The appeals of each case, by place; an appeal of an appeal belongs to the case that the first one continues.
  private static func appeals(_ places: [Int], in ledger: Ledger) -> [Int: [Int]] {
    guard !places.isEmpty else { return [:] }
    var placeOf: [String: Int] = [:]
    for place in ledger.cases.indices { placeOf[ledger.cases[place].complaint.id] = place }
    var appeals: [Int: [Int]] = [:]
    for place in places {
      var root = place
      // As many steps as there are appeals lead to the case, unless they go round in a circle.
      for _ in places {
        guard let former = ledger.cases[root].complaint.appealOf, let next = placeOf[former] else { break }
        root = next
      }
      if ledger.cases[root].complaint.appealOf == nil { appeals[root, default: []].append(place) }
    }
    return appeals
  }
}
