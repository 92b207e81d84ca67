package import Complaints

/// What responsible departments and persons were fined for a case, by the end of the as-of day.
package struct Deductions: Hashable, Sendable {
  /// Taken from a bonus, and set by administrative sanction.
  package private(set) var bonus = Money.zero, administrative = Money.zero
  /// All of them, also those whose kind is not given.
  package private(set) var total = Money.zero
  package private(set) var count = 0

  package static let none = Deductions()

  package static func + (one: Deductions, other: Deductions) -> Deductions {
    var sum = one
    sum.bonus += other.bonus
    sum.administrative += other.administrative
    sum.total += other.total
    sum.count += other.count
    return sum
  }

  private init() {}

  /// One that was approved, or else published, later than the as-of day has not happened; one without a date stands.
  init(_ record: Record, asOf day: Day) {
    for deduction in record.maps(at: Self.field) {
      let date = deduction.moment("approved") ?? deduction.moment("published")
      guard date.map({ $0.day <= day }) ?? true else { continue }
      let amount = deduction.money("amount") ?? .zero
      total += amount
      count += 1
      switch deduction.text("kind") {
      case "bonus": bonus += amount
      case "administrative": administrative += amount
      default: break
      }
    }
  }

  private static let field = place(of: "deductions")
}
