import Complaints
import Testing

struct LimitGrammarTests {
  @Test(arguments: [
    ("24h", Limit.hours(24)), ("2wh", .workingHours(2)), ("13d", .days(13, worked: false, at: nil)),
    ("0.5d", .halfDay(worked: false)), ("0.5wd", .halfDay(worked: true)), ("2wd", .days(2, worked: true, at: nil)),
    ("1m", .months(1, day: nil)), ("1m@10", .months(1, day: 10)), ("1d@15:00", .days(1, worked: false, at: 54_000)),
    ("1wd@17:00", .days(1, worked: true, at: 61_200)), ("0d@17:00", .days(0, worked: false, at: 61_200)),
    ("0wd@17:00", .days(0, worked: true, at: 61_200)), ("0wd", .days(0, worked: true, at: nil)),
    ("reply_by", .replyBy),
  ])
  func everyFormIsReadAndWritten(text: String, limit: Limit) {
    #expect(Limit(text) == limit)
    #expect(limit.description == text)
  }

  @Test func aWeekIsSevenDays() {
    #expect(Limit("2w") == .days(14, worked: false, at: nil))
  }

  @Test(arguments: [
    ("36500d", true), ("36501d", false), ("36501wd@17:00", false), ("5214w", true), ("5215w", false), ("1200m", true),
    ("1201m@10", false), ("99999h", true), ("99999wh", true),
  ])
  func aCenturyIsTheLongest(text: String, isWithin: Bool) throws {
    #expect(try #require(Limit(text)).isWithinACentury == isWithin)
  }

  @Test(arguments: [
    "", "24", "h", "-1d", "1.5d", "0.5h", "0.5m", "0h", "0m", "1 d", "1d ", "1D", "1d@", "1d@24:00", "1d@9", "1d@9:5",
    "0.5d@12:00", "1m@0", "1m@32", "1h@10:00", "1w@10:00", "1d@15:00@16:00", "二d", "１d", "replyby", "123456d",
    "1d@１5:00",
  ])
  func anythingElseIsNoLimit(text: String) {
    #expect(Limit(text) == nil)
  }
}
