/// One value of a chart, and where its cases are listed.
package struct DataPoint: Hashable, Sendable {
  /// `nil` is a gap, never zero. What is not a number, or beyond 1e100, is taken as missing.
  package let value: Double?
  /// A relative link.
  package let href: String?

  package init(_ value: Double?, href: String? = nil) {
    self.value = value.flatMap { $0.isDrawable ? $0 : nil }
    self.href = href
  }
}

extension Double {
  /// Finite, and small enough for differences to stay finite.
  var isDrawable: Bool { isFinite && abs(self) <= 1e100 }
}
