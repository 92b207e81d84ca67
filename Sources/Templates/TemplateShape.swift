/// The names that every row of one kind has, listed once.
package final class TemplateShape: Sendable, ExpressibleByArrayLiteral {
  let names: [TemplateKey]
  /// Those of `names`, side by side.
  let fingerprints: [UInt64]

  /// - Parameter names: No name twice, in the order in which a row is given their values.
  package init(_ names: [TemplateKey]) {
    precondition(Set(names).count == names.count, "a row has a name twice")
    self.names = names
    fingerprints = names.map(\.fingerprint)
  }

  package convenience init(arrayLiteral names: TemplateKey...) {
    self.init(names)
  }
}
