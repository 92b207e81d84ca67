/// Names with their values, in the order in which they were given; a page's view model, or one row of a table.
///
/// A small array searched from the front: with the dozen names that an object has, faster than a dictionary, and its
/// order is always the same. Two objects are equal if they have the same names and values in the same order.
package struct TemplateObject: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// A tuple, so that the entries of a literal are kept as they come.
  typealias Entry = (TemplateKey, TemplateValue)

  private(set) var entries: [Entry] = []

  /// An object without names.
  package init() {}

  /// Where a name is given twice, the later value holds.
  package init(_ entries: [(TemplateKey, TemplateValue)]) {
    guard Self.hasRepetitions(entries) else {
      self.entries = entries
      return
    }
    for (key, value) in entries { self[key] = value }
  }

  package init(dictionaryLiteral entries: (TemplateKey, TemplateValue)...) {
    self.init(entries)
  }

  private static func hasRepetitions(_ entries: [(TemplateKey, TemplateValue)]) -> Bool {
    // One bit for each fingerprint met; only names that share a bit with a former one are compared.
    var met: UInt64 = 0
    for index in entries.indices {
      let bit: UInt64 = 1 << (entries[index].0.fingerprint & 63)
      if met & bit != 0 {
        for other in 0..<index where entries[other].0 == entries[index].0 { return true }
      }
      met |= bit
    }
    return false
  }

  package static func == (one: TemplateObject, other: TemplateObject) -> Bool {
    one.entries.elementsEqual(other.entries) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) {
    for (key, value) in entries {
      hasher.combine(key)
      hasher.combine(value)
    }
  }

  /// The value under a name; reads as `none` where the object lacks the name (ask `contains` to tell the two apart).
  package subscript(key: TemplateKey) -> TemplateValue {
    get { entries.first { $0.0 == key }?.1 ?? TemplateValue.none }
    set {
      if let index = entries.firstIndex(where: { $0.0 == key }) {
        entries[index].1 = newValue
      } else {
        entries.append((key, newValue))
      }
    }
  }

  /// Adds a name that the object does not have yet, without looking for it.
  package mutating func append(_ key: TemplateKey, _ value: TemplateValue) {
    assert(!contains(key), "the object has '\(key.text)' already")
    entries.append((key, value))
  }

  /// The value under the name with a fingerprint.
  func value(of fingerprint: UInt64) -> TemplateValue? {
    for index in entries.indices where entries[index].0.fingerprint == fingerprint { return entries[index].1 }
    return nil
  }

  package func contains(_ key: TemplateKey) -> Bool {
    entries.contains { $0.0 == key }
  }

  /// In the order in which they were given.
  package var names: [String] { entries.map { $0.0.text } }
}
