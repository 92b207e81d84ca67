/// A typed value of the front matter.
package enum Value: Hashable, Sendable {
  case text(String)
  case moment(Moment)
  case count(Int)
  /// A decimal kept in millionths, so that it adds up and prints as written.
  case quantity(Quantity)
  case money(Money)
  /// Hundredths of a percent.
  case percent(Int)
  case yesNo(Bool)
  /// The canonical code of a word: `quality/electrical`.
  case code(String)
  case list([Item])
  case map(Record)
}

/// A decimal not below zero with at most six places, exact.
package struct Quantity: Hashable, BitwiseCopyable, Sendable {
  package let millionths: Int

  package init(millionths: Int) {
    self.millionths = millionths
  }

  package var double: Double { Double(millionths) / 1_000_000 }
}

/// A value and where it stands.
package struct Item: Hashable, Sendable {
  package let value: Value
  package let mark: Mark

  package init(_ value: Value, at mark: Mark) {
    self.value = value
    self.mark = mark
  }
}
