import Complaints
import Testing

struct MomentTests {
  @Test(arguments: [
    ("2026-10-12 09:30", "2026-10-12 09:29", true), ("2026-10-12 09:30", "2026-10-12 09:30", false),
    ("2026-10-12 09:30", "2026-10-12", false), ("2026-10-12", "2026-10-12 09:30", false),
    ("2026-10-13", "2026-10-12 23:59", true), ("2026-10-12", "2026-10-12", false),
  ])
  func whereATimeIsMissingOnlyDaysAreCompared(one: String, other: String, isAfter: Bool) {
    #expect(moment(one).isAfter(moment(other)) == isAfter)
  }

  @Test(arguments: [
    ("2026-10-12 09:30", "2026-10-13 21:30", 1.5, 36.0), ("2026-10-12", "2026-10-13 21:30", 1, nil),
    ("2026-10-12", "2026-10-12 21:30", 0, nil),
  ])
  func whereATimeIsMissingOnlyDaysAreCounted(from: String, to: String, days: Double, hours: Double?) {
    #expect(moment(from).days(to: moment(to)) == days)
    #expect(moment(from).hours(to: moment(to)) == hours)
  }

  @Test(arguments: [
    ("2026-10-12", "2026-10-12", "2026-10-12T00:00:00", "2026-10-12T23:59:59"),
    ("2026-10-12 09:05", "2026-10-12T09:05:00", "2026-10-12T09:05:00", "2026-10-12T09:05:00"),
  ])
  func aDayEndsWithItsLastSecond(text: String, printed: String, dateTime: String, end: String) {
    #expect(moment(text).description == printed)
    #expect(moment(text).dateTime == dateTime)
    #expect(moment(text).end.dateTime == end)
  }
}
