package import Complaints

/// What responsible departments and persons were fined for a case, by the end of the as-of day.
package struct Deductions: Hashable, BitwiseCopyable, Sendable {
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
  ///
  /// - Parameter table: The words of the record.
  init(_ list: StoredList?, _ table: WordTable, asOf day: Day) {
    guard let list else { return }
    for item in list {
      guard let deduction = item.map else { continue }
      let date = deduction[Self.approved]?.moment ?? deduction[Self.published]?.moment
      guard date.map({ $0.day <= day }) ?? true else { continue }
      let amount = deduction[Self.amount]?.money ?? .zero
      total += amount
      count += 1
      switch deduction[Self.kind]?.text(table) {
      case "bonus": bonus += amount
      case "administrative": administrative += amount
      default: break
      }
    }
  }

  private static let (kind, amount) = (FactField.at("kind", in: "deductions"), FactField.at("amount", in: "deductions"))
  private static let approved = FactField.at("approved", in: "deductions")
  private static let published = FactField.at("published", in: "deductions")
}
