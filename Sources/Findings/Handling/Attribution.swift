package import Complaints

/// Who answers for the cases closed in a month, by shares (R12).
package struct Attribution: Sendable {
  /// A department's part.
  package struct Part: Sendable {
    /// The code of the department; "" for cases without one.
    package let key: String
    /// Cases by shares.
    package let closed: Double
    /// Of all closed in the month, as a fraction.
    package let share: Double
    /// The cost of the cases by shares, in the currency's unit.
    package let cost: Double
  }

  package let month: Period
  package let closed: Int
  /// In the order of the departments; only those with a part.
  package let parts: [Part]
}

extension Attribution {
  /// One for each month of the ledger.
  ///
  /// - Complexity: O(*cases* + *months* × *departments*).
  static func all(_ months: [PeriodFigures], _ cases: [CountedCase], _ axis: Axis) -> [Attribution] {
    let places = PeriodPlaces(months)
    var sums = [[Int32: (closed: PartSum, cents: PartSum)]](repeating: [:], count: months.count)
    for number in cases.indices {
      guard let place = cases[number].closedDay.flatMap({ places[$0] }) else { continue }
      for seat in axis.seats(of: number) {
        sums[place][seat.entry, default: (PartSum(), PartSum())].closed.add(1, seat.part)
        sums[place][seat.entry, default: (PartSum(), PartSum())].cents.add(cases[number].cost.cents, seat.part)
      }
    }
    return zip(months, sums).map { month, sums in
      let parts = sums.keys.sorted().compactMap { entry in
        sums[entry].map { sum in
          Part(
            key: axis.entries[Int(entry)].key, closed: sum.closed.value(),
            share: sum.closed.value() / Double(month.closed), cost: sum.cents.value(per: 100))
        }
      }
      return Attribution(month: month.period, closed: month.closed, parts: parts)
    }
  }
}
