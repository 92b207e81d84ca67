import Complaints
import Findings
import Testing

struct CasesByMonthTests {
  @Test func aCaseStandsInEachOfItsMonthsOnce() {
    var months = CasesByMonth()
    for (number, text) in [
      (1, "2026-01-31"), (1, "2026-01-02"), (2, "2026-02-01"), (3, "2026-01-05"), (3, "2026-02-28"), (3, "2026-01-06"),
    ] { months.add(number, on: day(text)) }
    func cases(_ text: String) -> [Int] { months[Period(.month, containing: day(text))] }
    #expect(cases("2026-01-01") == [1, 3])
    #expect(cases("2026-02-01") == [2, 3])
    #expect(cases("2026-03-01") == [])
  }
}
