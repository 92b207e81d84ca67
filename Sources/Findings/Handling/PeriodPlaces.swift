import Complaints

/// Which period of a kind a day belongs to, among periods without gaps.
struct PeriodPlaces {
  private let first: Int
  private let places: [Int32]

  init(_ periods: [PeriodFigures]) { self.init(periods.map(\.period)) }

  init(_ periods: [Period]) {
    first = periods.first?.first.number ?? 0
    var places: [Int32] = []
    for (index, period) in periods.enumerated() {
      let days = period.last.number - period.first.number + 1
      places += [Int32](repeating: Int32(index), count: days)
    }
    self.places = places
  }

  /// `nil` before the first period and after the last.
  subscript(day: Day) -> Int? {
    let place = day.number - first
    return places.indices.contains(place) ? Int(places[place]) : nil
  }
}

/// Values by the period to which their days belong, in each in the order in which they came: all of them in one array, so
/// that a thousand short lists take two pieces of memory.
struct PeriodLists<Value> {
  private let values: [Value]
  /// Where those of each period begin; one more at the end.
  private let starts: [Int]

  /// - Parameters:
  ///   - entries: Those of a day in no period are left out.
  ///   - periods: Without gaps.
  /// - Complexity: O(*entries* + *days*).
  init(_ entries: [(day: Day, value: Value)], _ periods: [Period], _ places: PeriodPlaces) {
    var next = [Int](repeating: 0, count: periods.count + 1)
    for entry in entries { if let place = places[entry.day] { next[place + 1] += 1 } }
    for place in periods.indices { next[place + 1] += next[place] }
    starts = next
    let count = next.last ?? 0
    values = [Value](unsafeUninitializedCapacity: count) { values, filled in
      for entry in entries {
        guard let place = places[entry.day] else { continue }
        values.initializeElement(at: next[place], to: entry.value)
        next[place] += 1
      }
      filled = count
    }
  }

  subscript(place: Int) -> ArraySlice<Value> { values[starts[place]..<starts[place + 1]] }
}
