import Complaints
package import Statistics

/// The further figures of the cases under one key of a dimension, over the whole ledger to as-of.
///
/// Counts follow the shares of departments; medians, hours, marks and estimates take each case whole and once.
package struct KeyFigures: Sendable {
  package let key: String
  package let valid, repeats, reopened, closedWithDue, closedOnTime: Double
  /// In time ÷ closed with a due time; `nil` without any.
  package let onTimeRate: Double?
  /// Closed ÷ received; `nil` without a case.
  package let completedOfReceived: Double?
  package let p90DaysToClose: Double?
  /// `nil` without a case.
  package let survival: Survival?
  package let medianHoursToRespond, medianHoursToContain: Double?
  package let satisfactionMean: Double?
  package let satisfactionAnswers: Int
  /// Lots and pieces of the valid cases.
  package let complaintLots, defective: Double
  /// What was shipped of a product in all months of the ledger; `nil` for other dimensions and where a month is unknown.
  package let shippedLots, shippedUnits: Int?
  /// `nil` over zero or unknown.
  package let complaintRate, ppm: Double?
  package let handling: KeyHandling
}

extension Findings {
  /// One for each key that `split(by:)` lists, in the same order.
  ///
  /// - Complexity: O(*cases* + *keys*).
  package func keyFigures(by dimension: Dimension) -> [KeyFigures] { keyFigures(by: [dimension]).first ?? [] }

  /// The same for several dimensions in one walk along the cases: what is known of a case is then at hand for all.
  func keyFigures(by dimensions: [Dimension]) -> [[KeyFigures]] {
    let axes = dimensions.map(axis)
    var sums = axes.map { [KeyDetailSums](repeating: KeyDetailSums(), count: $0.entries.count) }
    for number in sorted.byDays {
      for axis in axes.indices {
        var last: Int32 = -1
        for seat in axes[axis].seats(of: number) {
          let entry = Int(seat.entry)
          sums[axis][entry].add(cases[number], seat.part)
          sums[axis][entry].handling.add(cases[number], details[number], facts.promises[number], seat.part)
          guard seat.entry != last else { continue }
          sums[axis][entry].addOnce(cases[number], days: details[number].days)
          last = seat.entry
        }
      }
    }
    addHours(to: &sums, on: axes)
    return axes.indices.map { figures(by: dimensions[$0], axes[$0], sums[$0]) }
  }

  private func addHours(to sums: inout [[KeyDetailSums]], on axes: [Axis]) {
    for number in sorted.byHoursToRespond {
      guard let hours = cases[number].hoursToRespond else { continue }
      for axis in axes.indices { axes[axis].eachEntry(of: number) { sums[axis][$0].hoursToRespond.append(hours) } }
    }
    for number in sorted.byHoursToContain {
      guard let hours = details[number].hoursToContain else { continue }
      for axis in axes.indices { axes[axis].eachEntry(of: number) { sums[axis][$0].hoursToContain.append(hours) } }
    }
    for number in sorted.byHoursToInform {
      guard let hours = details[number].hoursToInform else { continue }
      for axis in axes.indices {
        axes[axis].eachEntry(of: number) { sums[axis][$0].handling.hoursToInform.append(hours) }
      }
    }
  }

  private func figures(by dimension: Dimension, _ axis: Axis, _ sums: [KeyDetailSums]) -> [KeyFigures] {
    axis.entries.indices.compactMap { entry in
      guard axis.entries[entry].isListed || !sums[entry].spans.isEmpty else { return nil }
      let key = axis.entries[entry].key
      let shipped = dimension == .product ? exposure.of(product: key) : Exposure.Shipped()
      return sums[entry].figures(key, shipped: total(of: shipped))
    }
  }

  /// Everything that was shipped in the months of the ledger; `nil` where one of them is unknown.
  private func total(of shipped: Exposure.Shipped) -> (lots: Int?, units: Int?) {
    guard !shipped.isEmpty, !periods(.month).isEmpty else { return (nil, nil) }
    var (lots, units): (Int?, Int?) = (0, 0)
    for month in periods(.month) {
      lots = lots.flatMap { sum in shipped.lots(in: month.period, through: asOf).map { sum + $0 } }
      units = units.flatMap { sum in shipped.units(in: month.period, through: asOf).map { sum + $0 } }
    }
    return (lots, units)
  }
}

extension Axis {
  /// Names each entry under which a case stands, once.
  fileprivate func eachEntry(of number: Int, _ name: (Int) -> Void) {
    var last: Int32 = -1
    for seat in seats(of: number) where seat.entry != last {
      name(Int(seat.entry))
      last = seat.entry
    }
  }
}

/// What adds up under one key.
private struct KeyDetailSums {
  private var received = PartSum(), closed = PartSum(), valid = PartSum(), repeats = PartSum(), reopened = PartSum()
  private var closedWithDue = PartSum(), closedOnTime = PartSum(), lots = PartSum(), millionths = PartSum()
  private var marks = 0
  private var answers = 0
  private(set) var spans: [Survival.Span] = []
  var hoursToRespond: [Double] = [], hoursToContain: [Double] = []
  var handling = KeyHandlingSums()

  mutating func add(_ counted: CountedCase, _ part: Part) {
    received.add(1, part)
    if counted.isValid {
      valid.add(1, part)
      lots.add(counted.lots, part)
      millionths.add(counted.defective.millionths, part)
    }
    if counted.isRepeat { repeats.add(1, part) }
    if counted.isReopened { reopened.add(1, part) }
    guard counted.closedDay != nil else { return }
    closed.add(1, part)
    guard let isOnTime = counted.standing.isOnTime else { return }
    closedWithDue.add(1, part)
    if isOnTime { closedOnTime.add(1, part) }
  }

  mutating func addOnce(_ counted: CountedCase, days: Double) {
    spans.append(Survival.Span(days, hasEnded: counted.closedDay != nil))
    guard counted.closedDay != nil, let mark = counted.satisfaction else { return }
    marks += mark
    answers += 1
  }

  func figures(_ key: String, shipped: (lots: Int?, units: Int?)) -> KeyFigures {
    func over(_ count: Double, _ base: Double?) -> Double? { base.flatMap { $0 > 0 ? count / $0 : nil } }
    let (lots, pieces) = (lots.value(), millionths.value(per: 1_000_000))
    return KeyFigures(
      key: key, valid: valid.value(), repeats: repeats.value(), reopened: reopened.value(),
      closedWithDue: closedWithDue.value(), closedOnTime: closedOnTime.value(),
      onTimeRate: over(closedOnTime.value(), closedWithDue.value()),
      completedOfReceived: over(closed.value(), received.value()),
      p90DaysToClose: spanQuantile(spans.filter(\.hasEnded).map(\.length), 0.9, unit: 86_400),
      survival: Survival(sorted: spans), medianHoursToRespond: spanQuantile(hoursToRespond, 0.5, unit: 3_600),
      medianHoursToContain: spanQuantile(hoursToContain, 0.5, unit: 3_600),
      satisfactionMean: over(Double(marks), Double(answers)), satisfactionAnswers: answers, complaintLots: lots,
      defective: pieces, shippedLots: shipped.lots, shippedUnits: shipped.units,
      complaintRate: over(lots, shipped.lots.map(Double.init)),
      ppm: over(pieces, shipped.units.map(Double.init)).map { $0 * 1_000_000 },
      handling: handling.figures(hoursToRespond: hoursToRespond, hoursToContain: hoursToContain))
  }
}
