/// Names with their values, in the order in which they were given; a page's view model, or one row of a table.
///
/// Small arrays searched from the front: with the dozen names that an object has, faster than a dictionary, and its
/// order is always the same. Two objects are equal if they have the same names and values in the same order.
package struct TemplateObject: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  private(set) var keys: [TemplateKey] = []
  /// Those of `keys`, side by side, so that a look-up reads nothing else.
  private(set) var fingerprints: [UInt64] = []
  private(set) var values: [TemplateValue] = []

  /// An object without names.
  package init() {}

  /// Where a name is given twice, the later value holds.
  package init(_ entries: [(TemplateKey, TemplateValue)]) {
    keys.reserveCapacity(entries.count)
    fingerprints.reserveCapacity(entries.count)
    values.reserveCapacity(entries.count)
    // One bit for each fingerprint met; only a name that shares a bit with a former one is looked for.
    var met: UInt64 = 0
    for index in entries.indices {
      let bit: UInt64 = 1 << (entries[index].0.fingerprint & 63)
      if met & bit == 0 {
        add(entries[index].0, entries[index].1)
      } else {
        self[entries[index].0] = entries[index].1
      }
      met |= bit
    }
  }

  package init(dictionaryLiteral entries: (TemplateKey, TemplateValue)...) {
    self.init(entries)
  }

  private mutating func add(_ key: TemplateKey, _ value: TemplateValue) {
    keys.append(key)
    fingerprints.append(key.fingerprint)
    values.append(value)
  }

  /// The place of a name; `nil` if the object lacks it.
  func place(of fingerprint: UInt64) -> Int? { fingerprints.firstIndex(of: fingerprint) }

  /// The value under a name; reads as `none` where the object lacks the name (ask `contains` to tell the two apart).
  package subscript(key: TemplateKey) -> TemplateValue {
    get { place(of: key.fingerprint).map { values[$0] } ?? TemplateValue.none }
    set {
      if let place = place(of: key.fingerprint) { values[place] = newValue } else { add(key, newValue) }
    }
  }

  /// Adds a name that the object does not have yet, without looking for it.
  package mutating func append(_ key: TemplateKey, _ value: TemplateValue) {
    assert(!contains(key), "the object has '\(key.text)' already")
    add(key, value)
  }

  package func contains(_ key: TemplateKey) -> Bool { place(of: key.fingerprint) != nil }

  /// In the order in which they were given.
  package var names: [String] { keys.map(\.text) }
}
