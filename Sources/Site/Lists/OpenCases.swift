import Complaints
import Findings

extension Edition {
  /// The cases that are open at the end of a day, by the day on which they came; mostly that of a month, which many pages
  /// look at.
  func openCases(at day: Day) -> CaseSet {
    lists.open.lend({ openByMonth }) { $0[day] } ?? findings.timeline.open(at: day)
  }

  /// Whether a case is overdue at the end of a day.
  func isOverdue(_ number: Int, at day: Day) -> Bool { findings.cases[number].overdueDays?.contains(day) ?? false }

  /// Those of each month by its last day, as-of at the latest; the ends of all months cost little more than one.
  var openByMonth: [Day: CaseSet] {
    var (ends, open): ([Day: CaseSet], [Int]) = ([:], [])
    for month in findings.periods(.month) {
      let end = month.days.upperBound
      // Who was closed by the end of a month is open at the end of no later one.
      open = (open + findings.timeline.received(in: month.days)).filter {
        findings.cases[$0].closedDay.map { $0 > end } ?? true
      }
      ends[end] = CaseSet(open)
    }
    return ends
  }
}
