import Complaints

/// Which files count and which do not: every file found is in exactly one place.
struct Census {
  private(set) var cases: [CountedCase] = []
  private(set) var excluded: [ExcludedCase] = []
  let account: Account

  init(_ ledger: Ledger, asOf: Day, jobs: Int = 1) {
    var counted: [Int] = []
    // Cases are read in place throughout: a copy of one would touch every one of its fields.
    for place in ledger.cases.indices {
      if let reason = ledger.cases[place].complaint.exclusion(asOf: asOf) {
        excluded.append(ExcludedCase(place: place, reason: reason))
      } else {
        counted.append(place)
      }
    }
    let appeals = Self.appeals(excluded.filter { $0.reason == .appeal }.map(\.place), in: ledger)
    let places = counted
    cases = inParallel(places.count, jobs: jobs) { index in
      let place = places[index]
      return CountedCase(
        ledger.cases[place].complaint, place: place, asOf: asOf, settings: ledger.settings,
        appeals: appeals[place, default: []].map { ledger.cases[$0].complaint })
    }
    let excluded = excluded
    account = Account(
      found: ledger.cases.count + ledger.rejected.count, published: cases.count,
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
