package import Complaints

/// Counts without cases behind them, of a span of days: shown beside the figures of cases, and never part of them.
package struct Tallies: Sendable {
  /// In the order of the files.
  package let rows: [TallyRow]

  /// All that was counted, handled or not.
  package var count: Int { rows.reduce(0) { $0 + $1.count } }

  /// The rows by a word of theirs: the most frequent first, of equal ones by word, those without one last.
  package func split(by word: (TallyRow) -> String?) -> [(word: String?, tallies: Tallies)] {
    var groups: [String: [TallyRow]] = [:]
    var others: [TallyRow] = []
    for row in rows {
      if let word = word(row) { groups[word, default: []].append(row) } else { others.append(row) }
    }
    let named = groups.map { (word: Optional($0.key), tallies: Tallies(rows: $0.value)) }.sorted { one, other in
      (other.tallies.count, one.word ?? "") < (one.tallies.count, other.word ?? "")
    }
    return others.isEmpty ? named : named + [(nil, Tallies(rows: others))]
  }
}

/// What was received beside complaints that count: each told apart, by its place in the ledger's cases.
package struct Besides: Hashable, Sendable {
  package let inquiries, suggestions, notices: [Int]
  /// Complaints that continue another one.
  package let appeals: [Int]
  /// Numbers that were used and count nowhere, whatever they were.
  package let voids: [Int]

  package var isEmpty: Bool { [inquiries, suggestions, notices, appeals, voids].allSatisfy(\.isEmpty) }
}

extension Findings {
  /// The tallies of a span of days up to as-of.
  package func tallies(in days: ClosedRange<Day>) -> Tallies {
    Tallies(rows: ledger.tallies.filter { days.contains($0.day) && $0.day <= asOf })
  }

  /// What was received in a span of days, up to as-of, and stands in no figure.
  package func besides(in days: ClosedRange<Day>) -> Besides {
    let places = excluded.filter { excluded in
      excluded.reason != .afterAsOf && days.contains(excluded.receivedDay)
    }
    let others = places.filter { $0.reason == .notComplaint }.map(\.place)
    let ofKind = { (kind: Complaint.Kind) in others.filter { ledger.cases[$0].complaint.kind == kind } }
    return Besides(
      inquiries: ofKind(.inquiry), suggestions: ofKind(.suggestion), notices: ofKind(.notice),
      appeals: places.filter { $0.reason == .appeal }.map(\.place),
      voids: places.filter { $0.reason == .void }.map(\.place))
  }
}
