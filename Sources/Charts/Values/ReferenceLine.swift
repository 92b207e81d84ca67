/// A value to compare with: a target, a median, a mean.
package struct ReferenceLine: Hashable, Sendable {
  package var name: String
  package var value: Double

  /// `nil` for the format of the chart; a mean of counts needs a decimal that counts do not.
  package var format: ValueFormat?

  package init(name: String, value: Double, format: ValueFormat? = nil) {
    precondition(value.isDrawable, "a reference is a number")
    self.name = name
    self.value = value
    self.format = format
  }
}
