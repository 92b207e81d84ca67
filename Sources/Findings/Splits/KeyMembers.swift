/// The cases of a set under one key of a dimension, each with how much of it stands there.
package struct KeyMembers: Hashable, Sendable {
  /// The code or path; "" for cases without a value.
  package let key: String
  /// In the site's language; "" for the key "".
  package let label: String
  /// The key of the path above, which contains this one.
  package let parent: String?
  /// In the order of the set, each case once.
  package let cases: CaseSet
  /// For each of `cases`: 1, or the share that a department bears, as a fraction.
  package let parts: [Double]
}

extension Findings {
  /// The cases behind every count of a split, in the order of the dimension; only keys that have a case.
  ///
  /// - Complexity: O(*cases* + *keys*).
  package func members(of set: CaseSet, by dimension: Dimension) -> [KeyMembers] {
    let axis = axis(dimension)
    var found = [[(number: Int32, part: Double)]](repeating: [], count: axis.entries.count)
    for number in set {
      for seat in axis.seats(of: number) {
        let entry = Int(seat.entry)
        // Several parts of one case under one key are one member.
        if let last = found[entry].indices.last, found[entry][last].number == Int32(number) {
          found[entry][last].part += seat.part.fraction
        } else {
          found[entry].append((Int32(number), seat.part.fraction))
        }
      }
    }
    return zip(axis.entries, found).compactMap { entry, members in
      guard !members.isEmpty else { return nil }
      return KeyMembers(
        key: entry.key, label: entry.label, parent: entry.parent.map { axis.entries[$0].key },
        cases: CaseSet(members.map(\.number)[...]), parts: members.map(\.part))
    }
  }

  /// Every key of a dimension, parents before their children.
  package func keys(of dimension: Dimension) -> [String] { axis(dimension).entries.map(\.key) }
}
