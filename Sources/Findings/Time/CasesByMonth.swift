package import Complaints

/// Cases by the month of a day of theirs, each month in the order in which they were put there.
package struct CasesByMonth: Sendable {
  private var places: [Period: Int] = [:]
  private var numbers: [[Int]] = []
  /// Of the last case: the next one mostly belongs to the same month.
  private var last: (month: Period, place: Int)?

  package init() {}

  /// The cases of a month; none where none belongs to it.
  package subscript(month: Period) -> [Int] { places[month].map { numbers[$0] } ?? [] }

  /// Puts a case to the month of a day, unless it was the last one there.
  package mutating func add(_ number: Int, on day: Day) {
    let place = place(of: day)
    if numbers[place].last != number { numbers[place].append(number) }
  }

  private mutating func place(of day: Day) -> Int {
    if let last, last.month.contains(day) { return last.place }
    let month = Period(.month, containing: day)
    let place = places[month] ?? numbers.count
    if place == numbers.count {
      places[month] = place
      numbers.append([])
    }
    last = (month, place)
    return place
  }
}
