import Complaints
import Testing

struct PeriodTests {
  /// Weeks from ISO 8601's own examples: 2005-01-01 is in 2004-W53, 2008-12-29 in 2009-W01.
  @Test(arguments: [
    (PeriodKind.week, "2005-01-01", "2004-W53", "2004-12-27", "2005-01-02"),
    (.week, "2008-12-29", "2009-W01", "2008-12-29", "2009-01-04"),
    (.week, "2026-10-12", "2026-W42", "2026-10-12", "2026-10-18"),
    (.month, "2028-02-10", "2028-02", "2028-02-01", "2028-02-29"),
    (.quarter, "2026-12-31", "2026-Q4", "2026-10-01", "2026-12-31"),
    (.year, "2026-10-12", "2026", "2026-01-01", "2026-12-31"),
    (.day, "2026-10-12", "2026-10-12", "2026-10-12", "2026-10-12"),
  ])
  func aPeriodHasANameAndTwoEnds(kind: PeriodKind, within: String, name: String, first: String, last: String) {
    let period = Period(kind, containing: day(within))
    #expect(period.description == name)
    #expect(period.first == day(first))
    #expect(period.last == day(last))
    #expect(period.next.previous == period)
  }

  /// By ISO 8601 2020 and 2026 have 53 weeks, those before and after them 52; a year earlier is the same number, or none.
  @Test(arguments: [
    (PeriodKind.week, "2026-10-12", "2025-W42"), (.week, "2027-01-04", "2026-W01"), (.week, "2027-12-27", "2026-W52"),
    (.week, "2026-12-28", ""), (.week, "2021-01-04", "2020-W01"), (.day, "2028-02-29", ""),
    (.day, "2026-10-12", "2025-10-12"), (.month, "2028-02-29", "2027-02"), (.quarter, "2026-12-31", "2025-Q4"),
    (.year, "2026-10-12", "2025"),
  ])
  func aYearEarlierIsThePeriodOfTheSameName(kind: PeriodKind, within: String, name: String) {
    #expect(Period(kind, containing: day(within)).yearEarlier?.description ?? "" == name)
  }

  @Test func periodsRunWithoutGaps() {
    let weeks = Period.all(.week, from: day("2026-01-01"), through: day("2026-12-31"))
    #expect(weeks.count == 53)
    #expect(zip(weeks, weeks.dropFirst()).allSatisfy { $0.last.advanced(by: 1) == $1.first })
    #expect(Period.all(.day, from: day("2026-01-02"), through: day("2026-01-01")).isEmpty)
  }
}
