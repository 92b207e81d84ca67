import Complaints
import Testing

struct DayTests {
  /// Julian day numbers of the US Naval Observatory, less that of 1970-01-01.
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("1990-01-01", 7_305, 1), ("2000-02-29", 11_016, 2), ("2026-10-12", 20_738, 1),
    ("2099-12-31", 47_481, 4), ("1969-12-31", -1, 3), ("1600-03-01", -135_080, 3),
  ])
  func aDayIsItsDistanceFromTheEpoch(text: String, number: Int, weekday: Int) {
    let day = day(text)
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test(arguments: [(2026, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (1900, 2, 29)])
  func aDateThatDoesNotExistIsNoDay(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func everyDayReadsBackAsItself() {
    for number in -40_000...60_000 {
      let (year, month, day) = Day(number: number).parts
      #expect(Day(year: year, month: month, day: day)?.number == number)
    }
  }
}
