import Complaints
import Testing

/// Central European time in 2026: summer from 29 March to 25 October, each at 01:00 UTC (Directive 2000/84/EC).
let berlin = Zone(
  identifier: "Europe/Berlin", first: 3_600,
  changes: [.init(utc: 1_774_746_000, offset: 7_200), .init(utc: 1_792_890_000, offset: 3_600)])

struct ZoneTests {
  @Test(arguments: [
    ("2026-03-29 01:59", 3_600), ("2026-03-29 03:00", 7_200), ("2026-10-25 01:59", 7_200),
    // Doubled: the earlier offset.
    ("2026-10-25 02:30", 7_200), ("2026-10-25 03:00", 3_600),
  ])
  func theWallClockChangesTwiceAYear(text: String, offset: Int) {
    #expect(moment(text, zone: berlin).offset == offset)
  }

  @Test func hoursRunInRealTimeAndDaysOnTheWallClock() {
    let clock = LimitClock(calendar: WorkCalendar(), zone: berlin)
    let start = moment("2026-10-24 12:00", zone: berlin)
    #expect(clock.end(of: limit("24h"), from: start)?.dateTime == "2026-10-25T11:00:00")
    #expect(clock.end(of: limit("1d"), from: start)?.dateTime == "2026-10-25T23:59:59")
    #expect(clock.end(of: limit("1d@12:00"), from: start)?.dateTime == "2026-10-25T12:00:00")
  }
}
