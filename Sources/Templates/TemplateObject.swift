/// Names with their values, in the order in which they were given; a page's view model, or one row of a table.
///
/// A small array searched from the front: with the dozen names that an object has, faster than a dictionary, and its
/// order is always the same. Two objects are equal if they have the same names and values in the same order.
package struct TemplateObject: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  struct Entry: Hashable, Sendable {
    let key: TemplateKey
    var value: TemplateValue
  }

  private(set) var entries: [Entry] = []

  /// An object without names.
  package init() {}

  /// Where a name is given twice, the later value holds.
  package init(_ entries: [(TemplateKey, TemplateValue)]) {
    self.entries.reserveCapacity(entries.count)
    for (key, value) in entries { self[key] = value }
  }

  package init(dictionaryLiteral entries: (TemplateKey, TemplateValue)...) {
    self.init(entries)
  }

  /// The value under a name; reads as `none` where the object lacks the name (ask `contains` to tell the two apart).
  package subscript(key: TemplateKey) -> TemplateValue {
    get { entries.first { $0.key == key }?.value ?? TemplateValue.none }
    set {
      if let index = entries.firstIndex(where: { $0.key == key }) {
        entries[index].value = newValue
      } else {
        entries.append(Entry(key: key, value: newValue))
      }
    }
  }

  /// Adds a name that the object does not have yet, without looking for it.
  package mutating func append(_ key: TemplateKey, _ value: TemplateValue) {
    assert(!contains(key), "the object has '\(key.text)' already")
    entries.append(Entry(key: key, value: value))
  }

  package func contains(_ key: TemplateKey) -> Bool {
    entries.contains { $0.key == key }
  }

  /// In the order in which they were given.
  package var names: [String] { entries.map(\.key.text) }
}
