/// How a limit is written, and how it is written back.
extension Limit {
  /// Reads `24h 2wh 13d 0.5d 0.5wd 2wd 2w 1m 1m@10 1d@15:00 0wd@17:00 reply_by`; `nil` for any other text.
  ///
  /// Nothing but days may be 0: a limit of no hours or months would end as it starts.
  package init?(_ text: String) {
    if text == "reply_by" {
      self = .replyBy
      return
    }
    let sides = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let unit = sides[0].drop { $0.isASCII && $0.isNumber || $0 == "." }
    let amount = sides[0][..<unit.startIndex]
    let limit: Limit? =
      if sides.count == 2 {
        Self.limit(amount, unit, at: sides[1])
      } else if amount == "0.5" {
        unit == "d" ? .halfDay(worked: false) : unit == "wd" ? .halfDay(worked: true) : nil
      } else {
        Self.limit(amount, unit)
      }
    guard let limit else { return nil }
    self = limit
  }

  /// A whole number of a unit.
  private static func limit(_ amount: Substring, _ unit: Substring) -> Limit? {
    guard let count = number(amount, digits: 1...5) else { return nil }
    switch unit {
    case "h" where count > 0: return .hours(count)
    case "wh" where count > 0: return .workingHours(count)
    case "d": return .days(count, worked: false, at: nil)
    case "wd": return .days(count, worked: true, at: nil)
    case "w" where count > 0: return .days(count * 7, worked: false, at: nil)
    case "m" where count > 0: return .months(count, day: nil)
    default: return nil
    }
  }

  /// Days that end at a time of the last one, or months that end on a day of the last one.
  private static func limit(_ amount: Substring, _ unit: Substring, at end: Substring) -> Limit? {
    guard let count = number(amount, digits: 1...5) else { return nil }
    switch unit {
    case "d": return second(end).map { .days(count, worked: false, at: $0) }
    case "wd": return second(end).map { .days(count, worked: true, at: $0) }
    case "m" where count > 0:
      guard let day = number(end, digits: 1...2), (1...31).contains(day) else { return nil }
      return .months(count, day: day)
    default: return nil
    }
  }

  /// The second of the day that a time such as 15:00 names; `nil` beyond 23:59.
  private static func second(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = number(parts[0], digits: 1...2), let minute = number(parts[1], digits: 2...2),
      hour < 24, minute < 60
    else { return nil }
    return hour * 3_600 + minute * 60
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }

  /// Whether it is no longer than a hundred years of calendar days, so that a limit of any case ends in a year that can
  /// be written. No number of hours that can be written comes near.
  package var isWithinACentury: Bool {
    switch self {
    case .days(let count, _, _): count <= 36_500
    case .months(let count, _): count <= 1_200
    case .hours, .workingHours, .halfDay, .replyBy: true
    }
  }

  /// Whether its end depends on which days are worked.
  package var needsCalendar: Bool {
    switch self {
    case .workingHours: true
    case .days(_, let worked, _), .halfDay(let worked): worked
    case .hours, .months, .replyBy: false
    }
  }
}

extension Limit: CustomStringConvertible {
  /// As a rule would write it; whole weeks come out in days.
  package var description: String {
    switch self {
    case .hours(let count): "\(count)h"
    case .workingHours(let count): "\(count)wh"
    case .days(let count, let worked, let second):
      "\(count)\(worked ? "wd" : "d")" + (second.map { "@\(padded($0 / 3_600, 2)):\(padded($0 / 60 % 60, 2))" } ?? "")
    case .halfDay(let worked): worked ? "0.5wd" : "0.5d"
    case .months(let count, let day): "\(count)m" + (day.map { "@\($0)" } ?? "")
    case .replyBy: "reply_by"
    }
  }
}
