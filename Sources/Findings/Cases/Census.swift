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
    let appeals = Self.appeals(among: excluded, in: ledger)
    (facts, digests, reread) = CaseReader(ledger, asOf: asOf, appeals: appeals).facts(
      of: counted, kept: kept, jobs: jobs)
    self.ledger = ledger
    self.asOf = asOf
    excess = facts.excess(in: ledger)
    self.excluded = excluded
    account = Account(
      found: ledger.cases.count + ledger.rejected.count, published: counted.count,
      excluded: Exclusion.allCases.map { reason in excluded.count { $0.reason == reason } },
      inError: ledger.rejected.count)
  }

  /// The appeals of each case, by place; an appeal of an appeal belongs to the case that the first one continues.
  private static func appeals(among excluded: [ExcludedCase], in ledger: Ledger) -> [Int: [Int]] {
    let places = excluded.filter { $0.reason == .appeal }.map(\.place)
    guard !places.isEmpty else { return [:] }
    // Of all cases only those are looked for that another names.
    let named = NameTable(excluded.compactMap { ledger.cases[$0.place].complaint.appealOf })
    var placeOf: [Int: Int] = [:]
    for (place, file) in ledger.cases.enumerated() {
      if let name = named.place(of: file.complaint.id) { placeOf[name] = place }
    }
    var appeals: [Int: [Int]] = [:]
    for place in places {
      var root = place
      // As many steps as there are appeals lead to the case, unless they go round in a circle.
      for _ in places {
        guard let former = ledger.cases[root].complaint.appealOf,
          let next = named.place(of: former).flatMap({ placeOf[$0] })
        else { break }
        root = next
      }
      if ledger.cases[root].complaint.appealOf == nil { appeals[root, default: []].append(place) }
    }
    return appeals
  }
}
