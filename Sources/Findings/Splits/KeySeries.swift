import Complaints

/// How many cases were received in each month under each key of a dimension, each case whole and once under a key.
struct KeySeries: Sendable {
  /// As many as the months of the ledger.
  let months: Int
  private let counts: [Int32]

  /// - Complexity: O(*cases* + *keys* × *months*).
  init(_ axis: Axis, of cases: [CountedCase], months periods: [PeriodFigures]) {
    let places = PeriodPlaces(periods)
    var counts = [Int32](repeating: 0, count: axis.entries.count * periods.count)
    for number in cases.indices {
      guard let month = places[cases[number].receivedDay] else { continue }
      var last: Int32 = -1
      for seat in axis.seats(of: number) where seat.entry != last {
        counts[Int(seat.entry) * periods.count + month] += 1
        last = seat.entry
      }
    }
    months = periods.count
    self.counts = counts
  }

  /// The counts of an entry of the axis, by month.
  subscript(entry: Int) -> ArraySlice<Int32> { counts[entry * months..<(entry + 1) * months] }
}
