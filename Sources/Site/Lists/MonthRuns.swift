import Complaints
import Findings

/// The cases of a list by the months in which they came, as they are listed where they are too many for one page.
///
/// Cases that stand side by side mostly came in the same month, so that a month is a few runs of them.
struct MonthRuns: Sendable {
  /// The places of all of them in the ledger, in the order of the list.
  private let all: [Int32]
  private let runs: [(month: Period, positions: Range<Int>)]

  init(_ set: CaseSet, in findings: Findings) {
    var runs: [(month: Period, positions: Range<Int>)] = []
    var (month, start) = (Period?.none, 0)
    var places: [Int32] = []
    places.reserveCapacity(set.count)
    func close() { if let month { runs.append((month, start..<places.count)) } }
    for number in set {
      let day = findings.cases[number].receivedDay
      if month?.contains(day) != true {
        close()
        (month, start) = (Period(.month, containing: day), places.count)
      }
      places.append(Int32(findings.cases[number].place))
    }
    close()
    (all, self.runs) = (places, runs)
  }

  /// How many there are.
  var count: Int { all.count }

  var places: some Sequence<Int> { all.lazy.map { Int($0) } }

  /// The months in which any came, in order.
  var months: [Period] { Set(runs.map(\.month)).sorted() }

  /// The places of those of a month in the ledger; none where none came.
  func places(in month: Period) -> some Sequence<Int> {
    runs.lazy.filter { $0.month == month }.flatMap { all[$0.positions] }.lazy.map { Int($0) }
  }
}
