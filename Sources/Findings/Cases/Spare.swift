package import Complaints

/// A plain value of which one stands for none.
package protocol Sparing: Hashable, Sendable, BitwiseCopyable {
  /// What no case has.
  static var missing: Self { get }
  var isMissing: Bool { get }
}

/// A value that may be missing, in the room of the value: there are as many facts as cases, and each `nil` that is told
/// beside its value takes eight bytes more.
@propertyWrapper
package struct Spare<Value: Sparing>: Hashable, Sendable, BitwiseCopyable {
  private var stored: Value

  package init(wrappedValue: Value?) {
    stored = wrappedValue ?? .missing
  }

  package var wrappedValue: Value? {
    get { stored.isMissing ? nil : stored }
    set { stored = newValue ?? .missing }
  }

  package static func == (one: Spare, other: Spare) -> Bool { one.wrappedValue == other.wrappedValue }
  package func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}

extension Int: Sparing {
  package static var missing: Int { .min }
  package var isMissing: Bool { self == .min }
}

extension Double: Sparing {
  package static var missing: Double { .nan }
  package var isMissing: Bool { isNaN }
}

extension Money: Sparing {
  package static var missing: Money { Money(cents: .min) }
  package var isMissing: Bool { cents == .min }
}

extension Moment: Sparing {
  // Some half a million years ago, the earliest that it can hold.
  package static var missing: Moment { Moment(local: -(1 << 44), offset: 0) }
  package var isMissing: Bool { local == -(1 << 44) }
}

/// A span of days of a case, both ends included.
package struct DaySpan: Sparing {
  let first, last: Day

  package static let missing = DaySpan(first: Day(number: 0), last: Day(number: -1))
  package var isMissing: Bool { last < first }
}

extension DaySpan {
  init(_ days: ClosedRange<Day>) { self.init(first: days.lowerBound, last: days.upperBound) }
}
