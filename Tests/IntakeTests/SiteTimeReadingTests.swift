import Complaints
import Testing

@testable import Intake

/// What the site says of time: the clock of its zone, and which days are worked.
@Suite struct SiteTimeReadingTests {
  /// Offsets from the IANA time zone database: Shanghai had summer time until 1991; Moscow changed for good in 2014.
  @Test(arguments: [
    ("Asia/Shanghai", 1_793_059_200, 28_800), ("Asia/Shanghai", 677_000_000, 32_400), ("UTC", 0, 0),
    ("Europe/Berlin", 1_793_059_200, 3_600), ("Europe/Berlin", 1_782_000_000, 7_200),
    ("Europe/Moscow", 1_400_000_000, 14_400), ("Europe/Moscow", 1_420_000_000, 10_800),
  ])
  func clocksAreTables(name: String, utc: Int, offset: Int) throws {
    #expect(try #require(clock(of: name)).offset(atUTC: utc) == offset)
  }

  @Test(arguments: [
    ("holidays: [2026-01-01]\nworkdays: [2026-01-04]", []),
    (
      "holidays: [2025-12-31]",
      ["1:12: error: '2025-12-31' is not a day of 2026; move it to the calendar of its year [calendar.year]"]
    ),
    (
      "workdays: [2026-02-30]",
      ["1:12: error: workdays: the date 2026-02-30 does not exist; 2026-02 has days 01 to 28 [date.invalid]"]
    ),
    ("holidays: 2026-01-01", ["1:11: error: holidays is a single value; it takes a list [value.shape]"]),
    ("holiday: [2026-01-01]", ["1:1: warning: unknown key 'holiday'; did you mean 'holidays'? [key.unknown]"]),
    (
      "holidays: [2026-01-01]\nworkdays: [2026-01-01]",
      [
        "2:12: warning: '2026-01-01' is both a holiday and a workday; it counts as worked, keep one [calendar.contradiction]"
      ]
    ),
  ])
  func calendarsAreRead(text: String, expected: [String]) {
    var calendar = WorkCalendar()
    let lines = readCalendar(Array(text.utf8), path: "c.yaml", year: 2026, into: &calendar).map(\.description)
    #expect(lines == expected.map { "c.yaml:" + $0 })
    #expect(calendar.years == [2026])
  }
}
