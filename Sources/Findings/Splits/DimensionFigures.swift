import Complaints
import Statistics

/// The figures of the cases under one key of a dimension; counts are fractions where cases are shared out.
package struct DimensionFigures: Hashable, Sendable {
  /// The code or path; "" for cases without a value.
  package let key: String
  /// In the site's language; "" for the key "".
  package let label: String
  /// The key of the path above, which contains this one.
  package let parent: String?
  package let received, closed, open, overdue: Double
  /// Of all cases that were split, as a fraction; `nil` if there was none.
  package let share: Double?
  /// Of the closed cases, without the claim, in the currency's unit.
  package let cost: Double
  /// Each case whole and once, whatever its share; `nil` if none is closed.
  package let medianDaysToClose: Double?
  /// Everything that stands under the key, each case once.
  package let cases: CaseSet
}

extension Findings {
  /// The whole ledger to as-of, split by a dimension.
  ///
  /// Words of a given or built-in vocabulary are all there, also at 0; of an open one, those that occur.
  package func split(by dimension: Dimension) -> [DimensionFigures] { split(timeline.members, by: dimension) }

  /// Some cases as they stand at as-of, split by a dimension: a case by its departments' shares, else whole under
  /// each distinct key that it names, and under each path above.
  ///
  /// - Complexity: O(*cases* + *keys*), and a sort of the days to close.
  package func split(_ set: CaseSet, by dimension: Dimension) -> [DimensionFigures] {
    let axis = axis(dimension)
    var sums = [KeySums](repeating: KeySums(), count: axis.entries.count)
    for number in set {
      var last: Int32 = -1
      for seat in axis.places(of: number) {
        let entry = axis.seats[seat]
        sums[Int(entry)].add(
          cases[number], axis.parts.isEmpty ? .whole : axis.parts[seat], number: entry == last ? nil : number)
        last = entry
      }
    }
    return zip(axis.entries, sums).compactMap { entry, sum in
      entry.isListed || !sum.numbers.isEmpty ? sum.figures(entry, axis, of: set.count) : nil
    }
  }

  /// The cases under a key of a dimension, those under its children included; none under a key that it does not have.
  ///
  /// - Complexity: O(*cases*).
  package func cases(under key: String, of dimension: Dimension) -> CaseSet {
    let axis = axis(dimension)
    guard let place = axis.place(of: key) else { return CaseSet([]) }
    return timeline.members.only { number in axis.seats(of: number).contains { $0.entry == Int32(place) } }
  }

  /// The cases under a key placed in time, each whole; of a product against what was shipped of it.
  package func timeline(under key: String, of dimension: Dimension) -> Timeline {
    Timeline(
      facts, members: cases(under: key, of: dimension), asOf: asOf,
      shipped: dimension == .product ? exposure.of(product: key) : Exposure.Shipped())
  }

  /// How a key of a dimension is shown; a key that it does not have, as it stands.
  package func label(of key: String, in dimension: Dimension) -> String {
    let axis = axis(dimension)
    return axis.place(of: key).map { axis.entries[$0].label } ?? key
  }
}

/// What adds up under one key.
private struct KeySums {
  private var received = PartSum()
  private var closed = PartSum()
  private var overdue = PartSum()
  private var open = PartSum()
  private var cents = PartSum()
  private var daysToClose: [Double] = []
  private(set) var numbers: [Int32] = []

  /// - Parameter number: `nil` for a further part of the case before: it is listed, and in the median, once.
  mutating func add(_ counted: CountedCase, _ part: Part, number: Int?) {
    received.add(1, part)
    if counted.closedDay == nil {
      open.add(1, part)
      if counted.standing.isOverdue == true { overdue.add(1, part) }
    } else {
      closed.add(1, part)
      cents.add(counted.cost.cents, part)
    }
    guard let number else { return }
    numbers.append(Int32(number))
    if let days = counted.standing.daysToClose { daysToClose.append(days) }
  }

  func figures(_ entry: Axis.Entry, _ axis: Axis, of total: Int) -> DimensionFigures {
    let received = received.value()
    return DimensionFigures(
      key: entry.key, label: entry.label, parent: entry.parent.map { axis.entries[$0].key }, received: received,
      closed: closed.value(), open: open.value(), overdue: overdue.value(),
      share: total > 0 ? received / Double(total) : nil, cost: cents.value(per: 100),
      medianDaysToClose: spanQuantile(daysToClose, 0.5, unit: 86_400), cases: CaseSet(numbers[...]))
  }
}
