import Complaints

/// Reads the name of a period: 2026-10-12, 2026-W42, 2026-10, 2026-Q4 or 2026, exactly as periods print themselves.
func readPeriod(_ text: String) -> Period? {
  let digits = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let year = digits.first.flatMap({ number($0, places: 4) }), (1990...2099).contains(year) else { return nil }
  let period: Period?
  switch digits.count {
  case 1: period = Day(year: year, month: 1, day: 1).map { Period(.year, containing: $0) }
  case 2: period = part(of: year, digits[1])
  case 3:
    guard let month = number(digits[1], places: 2), let day = number(digits[2], places: 2) else { return nil }
    period = Day(year: year, month: month, day: day).map { Period(.day, containing: $0) }
  default: return nil
  }
  // A week 53 that the year does not have turns into another one's first.
  return period?.description == text ? period : nil
}

private func part(of year: Int, _ text: Substring) -> Period? {
  switch text.first {
  case "W":
    // The week of 4 January is the first (ISO 8601).
    guard let week = number(text.dropFirst(), places: 2), let start = Day(year: year, month: 1, day: 4) else {
      return nil
    }
    return Period(.week, containing: start.advanced(by: (week - 1) * 7))
  case "Q":
    guard let quarter = number(text.dropFirst(), places: 1), (1...4).contains(quarter) else { return nil }
    return Day(year: year, month: quarter * 3, day: 1).map { Period(.quarter, containing: $0) }
  default:
    guard let month = number(text, places: 2) else { return nil }
    return Day(year: year, month: month, day: 1).map { Period(.month, containing: $0) }
  }
}

/// ASCII digits of a fixed width.
private func number(_ text: Substring, places: Int) -> Int? {
  guard text.utf8.count == places, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return Int(text)
}
