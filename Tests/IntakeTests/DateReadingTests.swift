import Complaints
import Testing

@testable import Intake

@Suite struct DateReadingTests {
  static let shanghai = Zone(identifier: "Asia/Shanghai", first: 28_800, changes: [])

  @Test(arguments: [
    ("2026-10-12", "2026-10-12"), ("2026/10/12", "2026-10-12"), ("2026/1/2", "2026-01-02"),
    ("2026年10月12日", "2026-10-12"), ("2026年1月2日", "2026-01-02"), ("２０２６年１０月１２日", "2026-10-12"),
    ("2026-10-12 09:30", "2026-10-12T09:30:00"), ("2026-10-12 09:30:15", "2026-10-12T09:30:15"),
    ("2026-10-12T09:30:00", "2026-10-12T09:30:00"), ("2026/1/2 09:30", "2026-01-02T09:30:00"),
    ("2026年10月12日 09:30", "2026-10-12T09:30:00"), ("2026年10月12日09:30", "2026-10-12T09:30:00"),
    ("2026-10-12　０９：３０", "2026-10-12T09:30:00"), ("2026-10-12T09:30:00+08:00", "2026-10-12T09:30:00"),
    ("2026-10-12T01:30:00Z", "2026-10-12T09:30:00"), ("2026-10-12T20:00:00-05:00", "2026-10-13T09:00:00"),
    ("2026-10-12 09:30+0900", "2026-10-12T08:30:00"), ("2026-10-12 09:30 +09", "2026-10-12T08:30:00"),
    ("1990-01-01", "1990-01-01"), ("2099-12-31 23:59:59", "2099-12-31T23:59:59"), ("2028-02-29", "2028-02-29"),
  ])
  func everyFormIsRead(text: String, expected: String) throws {
    #expect(try readMoment(text, zone: Self.shanghai).description == expected)
  }

  @Test(arguments: [
    ("2026-1-2", DateFault.form), ("26-10-12", .order), ("12-10-2026", .order), ("3/4/2026", .order),
    ("12.10.2026", .order), ("2026.10.12", .form), ("20261012", .form), ("2026-10-12 9", .form),
    ("2026-10-12T", .form), ("2026-10-12 09:30 x", .form), ("2026-10-12x", .form), ("2026年10月12", .form),
    ("2026-10/12", .form), ("2026-10-12 24:00", .time), ("2026-10-12 23:60", .time), ("2026-10-12 23:59:60", .time),
    ("2026-02-29", .day(year: 2026, month: 2, day: 29, days: 28)),
    ("2100-01-01", .range), ("2026-04-31", .day(year: 2026, month: 4, day: 31, days: 30)),
    ("2026-00-01", .month(year: 2026, month: 0, day: 1)), ("2026-01-00", .day(year: 2026, month: 1, day: 0, days: 31)),
    ("2099-12-31T23:00:00-05:00", .range), ("2026-10-12T09:30:00+15:00", .offset), ("0x7E-01-01", .form), ("", .form),
    ("99999999999-01-01", .form),
  ])
  func nothingIsRolledOver(text: String, fault: DateFault) {
    #expect(throws: fault) { try readMoment(text, zone: Self.shanghai) }
  }

  @Test(arguments: [
    ("2026-10-12", PeriodKind.day), ("2026-W42", .week), ("2026-W53", .week), ("2026-10", .month),
    ("2026-Q4", .quarter),
    ("2026", .year),
  ])
  func periodsReadAsTheyPrint(text: String, kind: PeriodKind) {
    #expect(readPeriod(text)?.kind == kind)
    #expect(readPeriod(text)?.description == text)
  }

  @Test(arguments: ["2025-W53", "2026-13", "2026-Q5", "2026-W00", "2026-1", "26", "2026-10-32", "", "2026-10-", "x"])
  func whatIsNoPeriodIsNone(text: String) { #expect(readPeriod(text) == nil) }
}
