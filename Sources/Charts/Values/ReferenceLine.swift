/// A value to compare with: a target, a median, a mean.
package struct ReferenceLine: Hashable, Sendable {
  package var name: String
  package var value: Double

  package init(name: String, value: Double) {
    precondition(value.isDrawable, "a reference is a number")
    self.name = name
    self.value = value
  }
}
