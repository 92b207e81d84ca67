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
  package func keyFigures(by dimension: Dimension) -> [KeyFigures] { keyFigures(by: dimension, keyColumns()) }

  /// What a case adds, which is the same for all dimensions.
  func keyColumns() -> KeyColumns { KeyColumns(facts, sorted) }

  func keyFigures(by dimension: Dimension, _ columns: KeyColumns) -> [KeyFigures] {
    let axis = axis(dimension)
    return figures(by: dimension, axis, sums(of: columns, on: axis))
  }

  private func sums(of columns: KeyColumns, on axis: Axis) -> [KeyDetailSums] {
    var sums = [KeyDetailSums](repeating: KeyDetailSums(), count: axis.entries.count)
    for number in cases.indices {
      for seat in axis.seats(of: number) { sums[Int(seat.entry)].parts.add(columns.amounts[number], seat.part) }
    }
    for number in cases.indices where cases[number].isReopened {
      for seat in axis.seats(of: number) { sums[Int(seat.entry)].reopened.add(1, seat.part) }
    }
    for (number, mark) in columns.marks { axis.eachEntry(of: number) { sums[$0].add(mark: mark) } }
    for (number, span) in columns.spans { axis.eachEntry(of: number) { sums[$0].spans.append(span) } }
    for (number, hours) in columns.hoursToRespond {
      axis.eachEntry(of: number) { sums[$0].hoursToRespond.append(hours) }
    }
    for (number, hours) in columns.hoursToContain {
      axis.eachEntry(of: number) { sums[$0].hoursToContain.append(hours) }
    }
    for (number, hours) in columns.hoursToInform {
      axis.eachEntry(of: number) { sums[$0].hoursToInform.append(hours) }
    }
    return sums
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

/// What each case adds to the sums under its keys, as they are gone through.
struct KeyColumns: Sendable {
  /// By the number of the case.
  fileprivate let amounts: [Amounts]
  /// Those of closed cases that have one.
  fileprivate let marks: [(number: Int, mark: Int)]
  /// The shortest first.
  fileprivate let spans: [(number: Int, span: Survival.Span)]
  /// Of the cases that have any, the shortest first.
  fileprivate let hoursToRespond, hoursToContain, hoursToInform: [(number: Int, hours: Double)]

  fileprivate init(_ facts: CaseFacts, _ sorted: SortedCases) {
    let (cases, details) = (facts.cases, facts.details)
    amounts = cases.indices.map { number in
      Amounts(received: cases[number]) &+ Amounts(closed: cases[number], details[number])
        &+ Amounts(facts.promises[number])
    }
    marks = cases.indices.compactMap { number in
      cases[number].closedDay == nil ? nil : cases[number].satisfaction.map { (number, $0) }
    }
    spans = sorted.byDays.map { number in
      (number, Survival.Span(details[number].days, hasEnded: cases[number].closedDay != nil))
    }
    hoursToRespond = sorted.byHoursToRespond.compactMap { number in cases[number].hoursToRespond.map { (number, $0) } }
    hoursToContain = sorted.byHoursToContain.compactMap { number in details[number].hoursToContain.map { (number, $0) }
    }
    hoursToInform = sorted.byHoursToInform.compactMap { number in details[number].hoursToInform.map { (number, $0) } }
  }
}

/// What adds up under one key.
private struct KeyDetailSums {
  var parts = PartSums()
  var reopened = PartSum()
  private var marks = 0
  private var answers = 0
  /// The shortest first.
  var spans: [Survival.Span] = []
  var hoursToRespond: [Double] = [], hoursToContain: [Double] = [], hoursToInform: [Double] = []

  mutating func add(mark: Int) {
    marks += mark
    answers += 1
  }

  func figures(_ key: String, shipped: (lots: Int?, units: Int?)) -> KeyFigures {
    func over(_ count: Double, _ base: Double?) -> Double? { base.flatMap { $0 > 0 ? count / $0 : nil } }
    let (lots, pieces) = (parts.value(.lots), parts.value(.millionths, per: 1_000_000))
    let (withDue, onTime) = (parts.value(.withDue), parts.value(.onTime))
    return KeyFigures(
      key: key, valid: parts.value(.valid), repeats: parts.value(.repeats), reopened: reopened.value(),
      closedWithDue: withDue, closedOnTime: onTime, onTimeRate: over(onTime, withDue),
      completedOfReceived: over(parts.value(.completed), parts.value(.received)),
      p90DaysToClose: spanQuantile(spans.filter(\.hasEnded).map(\.length), 0.9, unit: 86_400),
      survival: Survival(sorted: spans), medianHoursToRespond: spanQuantile(hoursToRespond, 0.5, unit: 3_600),
      medianHoursToContain: spanQuantile(hoursToContain, 0.5, unit: 3_600),
      satisfactionMean: over(Double(marks), Double(answers)), satisfactionAnswers: answers, complaintLots: lots,
      defective: pieces, shippedLots: shipped.lots, shippedUnits: shipped.units,
      complaintRate: over(lots, shipped.lots.map(Double.init)),
      ppm: over(pieces, shipped.units.map(Double.init)).map { $0 * 1_000_000 },
      handling: KeyHandling(
        parts, hoursToRespond: hoursToRespond, hoursToContain: hoursToContain, hoursToInform: hoursToInform))
  }
}
