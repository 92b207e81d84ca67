/// A day of the proleptic Gregorian calendar, kept as days since 1970-01-01; always a day that exists.
package struct Day: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// In four bytes, since every case has many.
  private let days: Int32

  /// Days since 1970-01-01, negative before it.
  package var number: Int { Int(days) }

  /// - Parameter number: What is beyond some five million years stands for the last day of them.
  package init(number: Int) {
    days = Int32(clamping: number)
  }

  /// Returns `nil` for a date that does not exist; nothing is rolled over.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else { return nil }
    self.init(number: Self.number(year, month, day))
  }

  package static func < (one: Day, other: Day) -> Bool { one.number < other.number }

  /// The day `days` later, or earlier where negative.
  package func advanced(by days: Int) -> Day { Day(number: number + days) }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  package var weekday: Int {
    let shifted = (number + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// The number of days of a month of 1 to 12.
  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Source of the two conversions: Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms* (2013).
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month and day of the month.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
}

extension Day: CustomStringConvertible {
  /// As ISO 8601 writes it: 2026-10-12.
  package var description: String {
    let (year, month, day) = parts
    guard (0...9999).contains(year) else { return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
    return DateWriter.text(capacity: 10) { $0.day(self) }
  }

  /// 10-12.
  package var monthAndDay: String {
    let (_, month, day) = parts
    return DateWriter.text(capacity: 5) {
      $0.two(month)
      $0.sign("-")
      $0.two(day)
    }
  }
}

/// A whole number not below zero, with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
