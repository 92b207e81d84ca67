package import Complaints

/// Cases placed in time: what was received, closed, answered, open in any span of days, and which cases those are.
///
/// A span is of whole days of the site's time zone, both ends included.
package struct Timeline: Sendable {
  /// All counted cases; the numbers of the sets are their indices.
  package let cases: [CountedCase]
  /// The cases of this timeline, in the ledger's order.
  package let members: CaseSet
  /// From the first counted case of the ledger to as-of; `nil` in a ledger without a case.
  package let days: ClosedRange<Day>?
  package let asOf: Day
  let shipped: Exposure.Shipped
  private let byReceived, byClosed, byResponded, byReopened: DayIndex
  /// The days at whose ends a case is overdue; plain and small, since a look at those of one day goes through all of them.
  private struct Overdue {
    let number: Int32
    let days: ClosedRange<Int32>
  }

  /// Those of the cases that are ever overdue, in the order in which they came.
  private let overdue: [Overdue]
  /// For each day from `base` on, how many cases are overdue at its end.
  private let overdueCounts: [Int32]
  /// The first day of the first period of any kind.
  private let base: Day

  /// - Parameters:
  ///   - members: The cases of the timeline; all if `nil`. Its periods still begin with the first case of the ledger.
  ///   - shipped: The denominators that belong to these cases.
  /// - Complexity: O(*members* + *days*).
  init(_ facts: CaseFacts, members: CaseSet? = nil, asOf: Day, shipped: Exposure.Shipped) {
    let cases = facts.cases
    let first = cases.lazy.map(\.receivedDay).min()
    let base = min(
      Period(.year, containing: first ?? asOf).first, Period(.week, containing: first ?? asOf).first)
    let members = members ?? CaseSet(cases.indices)
    self.cases = cases
    self.members = members
    self.asOf = asOf
    self.shipped = shipped
    self.base = base
    days = first.map { $0...asOf }
    byReceived = DayIndex(base...asOf, members.map { ($0, cases[$0].receivedDay) })
    byClosed = DayIndex(base...asOf, members.compactMap { number in cases[number].closedDay.map { (number, $0) } })
    byResponded = DayIndex(
      base...asOf, members.compactMap { number in cases[number].standing.responded.map { (number, $0.day) } })
    byReopened = DayIndex(
      base...asOf, members.flatMap { number in facts.reopenings[number].map { (number, $0.day) } })
    overdue = byReceived.cases(in: base...asOf).compactMap { number in
      cases[Int(number)].overdueDays.map { days in
        Overdue(number: number, days: Int32(days.lowerBound.number)...Int32(days.upperBound.number))
      }
    }
    overdueCounts = Self.overdueCounts(overdue, from: base, to: asOf)
  }

  /// Counts by differences: a case adds 1 on its first overdue day and takes it back after its last.
  private static func overdueCounts(_ cases: [Overdue], from base: Day, to asOf: Day) -> [Int32] {
    var counts = [Int32](repeating: 0, count: asOf.number - base.number + 2)
    for days in cases.lazy.map(\.days) {
      counts[Int(days.lowerBound) - base.number] += 1
      counts[Int(days.upperBound) - base.number + 1] -= 1
    }
    for day in counts.indices.dropFirst() { counts[day] += counts[day - 1] }
    return counts
  }

  /// How many are open at the end of a day: received − closed up to then.
  package func openCount(at day: Day) -> Int { byReceived.count(through: day) - byClosed.count(through: day) }

  /// How many are overdue at the end of a day of this timeline.
  package func overdueCount(at day: Day) -> Int {
    let place = day.number - base.number
    return overdueCounts.indices.contains(place) ? Int(overdueCounts[place]) : 0
  }

  /// Cases open at the end of a day, 23:59:59, whose due time is past and whose clocks are not stopped.
  ///
  /// - Complexity: O(cases that were ever overdue).
  package func overdue(at day: Day) -> CaseSet {
    let day = Int32(clamping: day.number)
    return CaseSet(overdue.lazy.filter { $0.days.contains(day) }.map { Int($0.number) })
  }

  /// Cases whose date of receipt lies in the span.
  package func received(in days: ClosedRange<Day>) -> CaseSet { CaseSet(byReceived.cases(in: days)) }

  /// Cases whose last closing by as-of lies in the span: a case closes once, however often it was reopened before.
  package func closed(in days: ClosedRange<Day>) -> CaseSet { CaseSet(byClosed.cases(in: days)) }

  /// Cases whose first response lies in the span.
  package func responded(in days: ClosedRange<Day>) -> CaseSet { CaseSet(byResponded.cases(in: days)) }

  /// Cases reopened in the span; one that is reopened twice in it counts once.
  package func reopened(in days: ClosedRange<Day>) -> CaseSet {
    var seen: Set<Int32> = []
    return CaseSet(byReopened.cases(in: days).filter { seen.insert($0).inserted }[...])
  }
}
