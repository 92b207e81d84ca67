/// The kinds of period that figures are made for.
package enum PeriodKind: String, CaseIterable, Sendable {
  case day, week, month, quarter, year
}

/// A day, an ISO week, a month, a quarter or a year, as a span of whole days.
package struct Period: Hashable, Comparable, Sendable {
  package let kind: PeriodKind
  package let first: Day
  package let last: Day

  /// The period of a kind that contains a day.
  package init(_ kind: PeriodKind, containing day: Day) {
    let (year, month, dayOfMonth) = day.parts
    self.kind = kind
    switch kind {
    case .day: (first, last) = (day, day)
    case .week:
      first = day.advanced(by: 1 - day.weekday)
      last = first.advanced(by: 6)
    case .month:
      first = day.advanced(by: 1 - dayOfMonth)
      last = first.advanced(by: Day.days(in: month, of: year) - 1)
    case .quarter:
      let start = (month - 1) / 3 * 3 + 1
      first = Self.day(year, start, 1)
      last = Self.day(year, start + 2, Day.days(in: start + 2, of: year))
    case .year:
      first = Self.day(year, 1, 1)
      last = Self.day(year, 12, 31)
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let day = Day(year: year, month: month, day: day) else { preconditionFailure("a day of a calendar month") }
    return day
  }

  package var next: Period { Period(kind, containing: last.advanced(by: 1)) }
  package var previous: Period { Period(kind, containing: first.advanced(by: -1)) }
  package func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// The same month, quarter, week or day a year earlier; 29 February has none, nor has week 53 after a year of 52.
  package var yearEarlier: Period? {
    let (year, month, day) = first.parts
    switch kind {
    case .week:
      // By its number: 52 weeks before week 1 is week 2 where the year before had 53.
      let (year, number) = week
      let former = Period(.week, containing: Self.day(year - 1, 1, 4)).first.advanced(by: 7 * number - 7)
      let found = Period(.week, containing: former)
      return found.week.year == year - 1 ? found : nil
    default: return Day(year: year - 1, month: month, day: day).map { Period(kind, containing: $0) }
    }
  }

  /// The year and the number of an ISO week, which belongs to the year of its Thursday.
  private var week: (year: Int, number: Int) {
    let thursday = first.advanced(by: 3)
    let january = Period(.year, containing: thursday).first
    return (thursday.year, (thursday.number - january.number) / 7 + 1)
  }

  package static func < (one: Period, other: Period) -> Bool { one.first < other.first }

  /// Every period of a kind from one day to another, without gaps; empty if the days are the wrong way round.
  package static func all(_ kind: PeriodKind, from start: Day, through end: Day) -> [Period] {
    guard start <= end else { return [] }
    var periods = [Period(kind, containing: start)]
    while let last = periods.last, last.last < end { periods.append(last.next) }
    return periods
  }
}

extension Period {
  /// By its days, which tell its kind: the kind itself is hashed by its name, which takes longer.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(first)
    hasher.combine(last)
  }
}

extension Period: CustomStringConvertible {
  /// 2026-10-12, 2026-W42, 2026-10, 2026-Q4 or 2026.
  package var description: String {
    let (year, month, _) = first.parts
    switch kind {
    case .day: return first.description
    case .week: return "\(padded(week.year, 4))-W\(padded(week.number, 2))"
    // Every card and every list stands in a month's folder.
    case .month where (0...9999).contains(year): return DateWriter.text(capacity: 7) { $0.month(month, of: year) }
    case .month: return "\(padded(year, 4))-\(padded(month, 2))"
    case .quarter: return "\(padded(year, 4))-Q\((month - 1) / 3 + 1)"
    case .year: return padded(year, 4)
    }
  }
}
