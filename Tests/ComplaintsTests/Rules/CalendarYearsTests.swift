import Complaints
import Testing

struct CalendarYearsTests {
  @Test(arguments: [
    ("2026-12-28", ["1wd"], []), ("2026-12-28", ["10wd", "1w"], ["0 2027"]), ("2026-12-31", ["8wh"], ["0 2027"]),
    ("2025-12-31", ["1wd"], []), ("2025-12-31", ["0wd"], ["0 2025"]), ("2025-12-30", ["1wd"], ["0 2025"]),
    ("2026-12-28", ["10d", "5wd@17:00"], ["1 2027"]), ("2026-12-28", ["300wd"], ["0 2027", "0 2028"]),
  ])
  func aLimitNeedsTheYearsItReachesInto(received: String, texts: [String], needs: [String]) {
    let limits = texts.enumerated().map { rule($1, name: "\($0)", stages: ["stage \($0)"], line: $0 + 1) }
    let missing = missingCalendarYears(
      of: complaint([("received", .text(received))]), asOf: day("2026-12-31"), settings: settings(limits))
    #expect(missing.map { "\($0.rule) \($0.year)" }.sorted() == needs)
  }

  @Test func aDueTimeGivenByHandNeedsNone() {
    let fields: [(String, Draft)] = [("received", "2026-12-28"), ("due", "2027-01-10")]
    let missing = missingCalendarYears(
      of: complaint(fields), asOf: day("2026-12-31"), settings: settings([rule("10wd")]))
    #expect(missing.isEmpty)
  }

  @Test(arguments: [
    (
      "2026-11-01",
      ["c/2026.yaml:1:1: warning: the calendar ends on 2026-12-31; add calendar/2027.yaml [calendar.ending]"]
    ),
    ("2026-10-31", []), ("2027-01-01", []),
  ])
  func aCalendarThatEndsSoonIsAWarning(asOf: String, lines: [String]) {
    let found = checkCalendar(
      missing: [], asOf: day(asOf), settings: settings(), sitePath: "site.yaml", calendarFolder: "c")
    #expect(found.map(\.description) == lines)
  }

  @Test func aMissingYearIsOneErrorAtTheRule() {
    let site = settings([rule("10wd", name: "退款", line: 7)])
    let missing = Set(
      ["2026-12-28", "2026-12-29"].flatMap { received in
        missingCalendarYears(of: complaint([("received", .text(received))]), asOf: day("2026-12-31"), settings: site)
      })
    let found = checkCalendar(
      missing: missing, asOf: day("2026-06-01"), settings: site, sitePath: "site.yaml", calendarFolder: "c")
    #expect(
      found.map(\.description) == [
        "site.yaml:7:5: error: the limit 退款 reaches into 2027, which has no calendar; add calendar/2027.yaml [calendar.missing]"
      ])
  }
}
