import Complaints
import Testing

/// By hand, with the calendar of October 2026 on the wall: the 12th is a Monday.
struct LimitClockTests {
  @Test(arguments: [
    ("2026-10-12 09:30", "24h", "2026-10-13T09:30:00"), ("2026-10-12", "24h", "2026-10-13T23:59:59"),
    ("2026-10-12 11:30", "2wh", "2026-10-12T14:30:00"), ("2026-10-12 16:00", "2wh", "2026-10-12T18:00:00"),
    ("2026-10-12 17:30", "2wh", "2026-10-13T10:30:00"), ("2026-10-17 10:00", "2wh", "2026-10-19T11:00:00"),
    // A Saturday that is worked, then a Sunday.
    ("2026-10-10 17:00", "2wh", "2026-10-12T10:00:00"), ("2026-09-30 17:00", "2wh", "2026-10-08T10:00:00"),
    ("2026-10-12", "8wh", "2026-10-13T18:00:00"),
  ])
  func hours(start: String, text: String, due: String) {
    #expect(end(text, start) == due)
  }

  @Test(arguments: [
    ("2026-10-12 09:30", "13d", "2026-10-25T23:59:59"), ("2026-10-12", "13d", "2026-10-25T23:59:59"),
    ("2026-10-12 09:30", "2w", "2026-10-26T23:59:59"), ("2026-10-17 09:30", "0d", "2026-10-17T23:59:59"),
    ("2026-10-09 23:59", "2wd", "2026-10-12T23:59:59"), ("2026-09-30 08:00", "2wd", "2026-10-09T23:59:59"),
    ("2026-10-12 08:00", "0wd", "2026-10-12T23:59:59"), ("2026-10-17 08:00", "0wd", "2026-10-19T23:59:59"),
    ("2026-10-12 16:00", "1d@15:00", "2026-10-13T15:00:00"), ("2026-10-16 09:00", "1wd@17:00", "2026-10-19T17:00:00"),
    ("2026-10-12 16:59", "0d@17:00", "2026-10-12T17:00:00"), ("2026-10-12 17:00", "0d@17:00", "2026-10-12T17:00:00"),
    ("2026-10-12T17:00:01", "0d@17:00", "2026-10-13T17:00:00"), ("2026-10-12", "0d@17:00", "2026-10-12T17:00:00"),
    ("2026-10-16 18:00", "0wd@17:00", "2026-10-19T17:00:00"), ("2026-10-17 08:00", "0wd@17:00", "2026-10-19T17:00:00"),
    ("2026-10-10 08:00", "0wd@17:00", "2026-10-10T17:00:00"),
  ])
  func days(start: String, text: String, due: String) {
    #expect(end(text, start) == due)
  }

  @Test(arguments: [
    ("2026-10-12T11:59:59", "0.5d", "2026-10-12T23:59:59"), ("2026-10-12 12:00", "0.5d", "2026-10-13T12:00:00"),
    ("2026-10-12", "0.5d", "2026-10-13T12:00:00"), ("2026-10-17 09:00", "0.5d", "2026-10-17T23:59:59"),
    ("2026-10-16 12:00", "0.5wd", "2026-10-19T12:00:00"), ("2026-10-17 15:00", "0.5wd", "2026-10-19T23:59:59"),
    ("2026-10-10 11:00", "0.5wd", "2026-10-10T23:59:59"), ("2026-09-30 13:00", "0.5wd", "2026-10-08T12:00:00"),
  ])
  func halfDays(start: String, text: String, due: String) {
    #expect(end(text, start) == due)
  }

  @Test(arguments: [
    ("2026-10-12 09:30", "1m", "2026-11-12T23:59:59"), ("2026-10-31 09:30", "1m", "2026-11-30T23:59:59"),
    ("2026-01-31", "1m", "2026-02-28T23:59:59"), ("2028-01-31", "1m", "2028-02-29T23:59:59"),
    ("2026-12-31", "1m", "2027-01-31T23:59:59"), ("2026-12-31", "2m", "2027-02-28T23:59:59"),
    ("2026-11-30", "13m", "2027-12-30T23:59:59"), ("2026-10-12 09:30", "1m@10", "2026-11-10T23:59:59"),
    ("2026-01-15", "1m@31", "2026-02-28T23:59:59"),
  ])
  func months(start: String, text: String, due: String) {
    #expect(end(text, start) == due)
  }

  @Test(arguments: [
    ("24h", "2026-10-12 09:00", "2026-10-12 12:00 to 2026-10-13 12:00", "2026-10-14T09:00:00"),
    // Two that overlap are one.
    (
      "24h", "2026-10-12 09:00", "2026-10-12 15:00 to 2026-10-12 21:00, 2026-10-12 12:00 to 2026-10-12 18:00",
      "2026-10-13T18:00:00"
    ),
    ("24h", "2026-10-12 13:00", "2026-10-12 12:00 to 2026-10-12 18:00", "2026-10-13T18:00:00"),
    ("24h", "2026-10-12 12:00", "2026-10-13 to 2026-10-13", "2026-10-14T12:00:00"),
    ("24h", "2026-10-12 09:00", "2026-10-13 09:00 to 2026-10-14 09:00", "2026-10-13T09:00:00"),
    ("2wh", "2026-10-12 16:00", "2026-10-12 17:00 to 2026-10-12 17:30", "2026-10-13T09:30:00"),
    ("3d", "2026-10-12 09:00", "2026-10-13 10:00 to 2026-10-13 11:00", "2026-10-16T23:59:59"),
    ("3d", "2026-10-12 09:00", "2026-10-13 10:00 to 2026-10-14 00:00", "2026-10-16T23:59:59"),
    ("3d", "2026-10-12 09:00", "2026-10-13 10:00 to 2026-10-14 00:01", "2026-10-17T23:59:59"),
    ("2wd", "2026-10-16 09:00", "2026-10-17 to 2026-10-18", "2026-10-20T23:59:59"),
    ("2wd", "2026-10-16 09:00", "2026-10-19 to 2026-10-19", "2026-10-21T23:59:59"),
    ("1w", "2026-10-12", "2026-10-14 08:00 to 2026-10-15 08:00", "2026-10-21T23:59:59"),
    ("0.5d", "2026-10-12 09:00", "2026-10-12 15:00 to 2026-10-12 16:00", "2026-10-13T23:59:59"),
    ("0d@17:00", "2026-10-12 09:00", "2026-10-12 15:00 to 2026-10-12 16:00", "2026-10-13T17:00:00"),
    ("1m", "2026-10-12 09:00", "2026-10-20 to 2026-10-22", "2026-11-15T23:59:59"),
    // Moved onto another paused day, and on.
    ("1m", "2026-10-12 09:00", "2026-10-20 to 2026-10-22, 2026-11-14 to 2026-11-14", "2026-11-16T23:59:59"),
    ("1m", "2026-10-12 09:00", "2026-11-14 to 2026-11-14", "2026-11-12T23:59:59"),
    // Without an end: to the end of the as-of day, 20 November.
    ("3d", "2026-11-12 09:00", "2026-11-14 09:00 to ...", "2026-11-22T23:59:59"),
    ("24h", "2026-11-12 09:00", "2026-11-12 12:00 to ...", "2026-11-21T21:00:00"),
    ("24h", "2026-11-12 09:00", "2026-11-21 12:00 to ...", "2026-11-13T09:00:00"),
    // Ends before it begins.
    ("24h", "2026-11-12 09:00", "2026-11-12 12:00 to 2026-11-12 10:00", "2026-11-13T09:00:00"),
  ])
  func pauses(text: String, start: String, pauses: String, due: String) {
    let pauses = pauses.split(separator: ", ").map { pause in
      let ends = pause.split(separator: " to ").map(String.init)
      return Complaint.Pause(from: moment(ends[0]), to: ends[1] == "..." ? nil : moment(ends[1]))
    }
    let paused = PausedTime(pauses, asOf: day("2026-11-20"), zone: shanghai)
    let clock = LimitClock(calendar: october, zone: shanghai, paused: paused)
    #expect(clock.end(of: limit(text), from: moment(start))?.dateTime == due)
  }

  /// One day in twenty, 1,300 times, from a file that holds as many pauses as may be.
  @Test func aDayIsFoundAmongManyPauses() {
    let first = day("1990-01-01")
    let pauses = (0..<1_300).map { index in
      let from = Moment(day: first.advanced(by: index * 20), zone: shanghai)
      return Complaint.Pause(from: from, to: from)
    }
    let paused = PausedTime(pauses, asOf: day("2099-12-31"), zone: shanghai)
    for number in 0..<30_000 {
      let isPaused = number % 20 == 0 && number < 26_000
      #expect(paused.touches(first.advanced(by: number)) == isPaused)
    }
    #expect(paused.spans(endingAfter: Int.min).count == 1_300)
    #expect(paused.spans(endingAfter: Int.max).isEmpty)
  }

  @Test func replyByIsWhatTheCaseSays() {
    let clock = LimitClock(calendar: october, zone: shanghai, replyBy: moment("2026-10-20"))
    #expect(clock.end(of: .replyBy, from: moment("2026-10-12"))?.dateTime == "2026-10-20T23:59:59")
    #expect(end("reply_by", "2026-10-12") == nil)
  }

  @Test func whatCannotEndHasNoEnd() {
    let idle = LimitClock(calendar: WorkCalendar(weekend: Array(1...7)), zone: shanghai)
    #expect(idle.end(of: limit("1wd"), from: moment("2026-10-12")) == nil)
    #expect(idle.end(of: limit("1wh"), from: moment("2026-10-12")) == nil)
  }

  private func end(_ text: String, _ start: String) -> String? {
    LimitClock(calendar: october, zone: shanghai).end(of: limit(text), from: moment(start))?.dateTime
  }
}
