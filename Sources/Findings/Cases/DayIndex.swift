import Complaints

/// Cases by the day on which something happened to them, so that any span of days is one slice.
struct DayIndex: Sendable {
  private let first: Day
  /// For each day from `first` on, where its cases begin; one more at the end.
  private let starts: [Int32]
  private let numbers: [Int32]

  /// - Parameters:
  ///   - days: The days that are kept; what happened outside of them is left out.
  ///   - entries: A case and the day, in the order in which cases of one day shall stand.
  /// - Complexity: O(*entries* + *days*): a counting sort.
  init(_ days: ClosedRange<Day>, _ entries: [(number: Int, day: Day)]) {
    let entries = entries.filter { days.contains($0.day) }
    let length = days.upperBound.number - days.lowerBound.number + 1
    var starts = [Int32](repeating: 0, count: length + 1)
    for entry in entries { starts[entry.day.number - days.lowerBound.number + 1] += 1 }
    for day in 1...length { starts[day] += starts[day - 1] }
    var next = starts
    var numbers = [Int32](repeating: 0, count: entries.count)
    for entry in entries {
      let day = entry.day.number - days.lowerBound.number
      numbers[Int(next[day])] = Int32(entry.number)
      next[day] += 1
    }
    first = days.lowerBound
    self.starts = starts
    self.numbers = numbers
  }

  /// The cases of a span of days, by day.
  func cases(in days: ClosedRange<Day>) -> ArraySlice<Int32> {
    numbers[start(of: days.lowerBound)..<start(of: days.upperBound.advanced(by: 1))]
  }

  /// How many there are up to the end of a day.
  func count(through day: Day) -> Int { start(of: day.advanced(by: 1)) }

  private func start(of day: Day) -> Int {
    Int(starts[min(max(day.number - first.number, 0), starts.count - 1)])
  }
}
