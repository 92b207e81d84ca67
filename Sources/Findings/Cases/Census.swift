package import Complaints
import Digests

/// Which files count and which do not, every file found in exactly one place; and what figures need of those that do.
package struct Census: Sendable {
  package let ledger: Ledger
  /// A case received later does not exist yet.
  package let asOf: Day
  package let account: Account
  /// Amounts of which there is more than figures can hold: without them no figure is wrong for want of room.
  package let excess: Diagnostic?
  /// How many cases had to be read that may be kept, since nothing was.
  package let reread: Int
  /// The cases that count, in the ledger's order.
  let facts: CaseFacts
  let excluded: [ExcludedCase]
  /// In the ledger's order.
  let appeals: [Appeal]
  /// Of the files of the cases that count, each with those of its appeals.
  let digests: [Digest]

  /// - Parameters:
  ///   - kept: What was read of the cases before, on the same grounds and of the same day; the outcome is the same without.
  ///   - jobs: How many threads work; the outcome is the same with any.
  /// - Complexity: O(*cases*).
  package init(_ ledger: Ledger, asOf: Day, kept: KeptFacts? = nil, jobs: Int = 1) {
    var counted: [Int] = []
    var excluded: [ExcludedCase] = []
    for place in ledger.cases.indices {
      let complaint = ledger.cases[place].complaint
      if let reason = complaint.exclusion(asOf: asOf) {
        excluded.append(ExcludedCase(place: place, reason: reason, receivedDay: complaint.received.day))
      } else {
        counted.append(place)
      }
    }
    let appeals = excluded.filter { $0.reason == .appeal }.map(\.place)
    (facts, digests, reread) = CaseReader(ledger, asOf: asOf, appeals: Self.roots(of: appeals, in: ledger)).facts(
      of: counted, kept: kept, jobs: jobs)
    self.appeals = Self.standing(of: appeals, in: ledger, asOf: asOf, kept: kept)
    self.ledger = ledger
    self.asOf = asOf
    excess = facts.excess(in: ledger)
    self.excluded = excluded
    account = Account(
      found: ledger.cases.count + ledger.rejected.count, published: counted.count,
      excluded: Exclusion.allCases.map { reason in excluded.count { $0.reason == reason } },
      inError: ledger.rejected.count)
  }

  /// How the appeals stand; of those of which that is kept, none is read.
  private static func standing(
    of places: [Int], in ledger: Ledger, asOf day: Day, kept: KeptFacts?
  ) -> [Appeal] {
    let known = kept?.appeals.places(of: places.map { ledger.cases[$0].digest }) ?? []
    return places.enumerated().map { index, place in
      if let kept, known[index] >= 0 { return Appeal(place: place, standing: kept.standings[Int(known[index])]) }
      let complaint = ledger.cases[place].complaint
      let standing = Complaints.standing(of: complaint, asOf: day, settings: ledger.settings)
      return Appeal(place: place, standing: CaseStanding(standing))
    }
  }

  /// The appeals of each case, by place; an appeal of an appeal belongs to the case that the first one continues.
  private static func roots(of places: [Int], in ledger: Ledger) -> [Int: [Int]] {
    guard !places.isEmpty else { return [:] }
    let placeOf = ledger.places
    var appeals: [Int: [Int]] = [:]
    for place in places {
      var root = place
      // As many steps as there are appeals lead to the case, unless they go round in a circle.
      for _ in places {
        guard let former = ledger.cases[root].complaint.appealOf, let next = placeOf.place(of: former) else { break }
        root = next
      }
      if ledger.cases[root].complaint.appealOf == nil { appeals[root, default: []].append(place) }
    }
    return appeals
  }
}
