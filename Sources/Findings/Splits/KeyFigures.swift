import Complaints
package import Statistics

/// The further figures of the cases under one key of a dimension, over the whole ledger to as-of.
///
/// Counts follow the shares of departments; medians, hours, marks and estimates take each case whole and once.
package struct KeyFigures: Sendable {
  package let key: String
  /// As `split(by:)` has them.
  let totals: KeyTotals
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
  package func keyFigures(by dimension: Dimension) -> [KeyFigures] {
    keyFigures(by: dimension, keyColumns(caseAmounts()))
  }

  /// What a case adds, which is the same for all dimensions.
  ///
  /// - Parameter amounts: As `caseAmounts` says.
  func keyColumns(_ amounts: [Amounts]) -> KeyColumns { KeyColumns(facts, sorted, amounts: amounts) }

  func keyFigures(by dimension: Dimension, _ columns: KeyColumns) -> [KeyFigures] {
    let axis = axis(dimension)
    let sums = KeyDetailSums(axis, columns)
    return axis.entries.indices.compactMap { entry in
      guard axis.entries[entry].isListed || !sums.isEmpty(entry) else { return nil }
      let key = axis.entries[entry].key
      let shipped = dimension == .product ? exposure.of(product: key) : Exposure.Shipped()
      return sums.figures(of: entry, axis.entries[entry], shipped: total(of: shipped))
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

/// What each case adds to the sums under its keys, as they are gone through.
struct KeyColumns: Sendable {
  /// By the number of the case; what its limits add is not among it.
  fileprivate let amounts: [Amounts]
  /// Of every limit of the first response that fell due, its case and whether it was kept.
  fileprivate let promises: [Told<Bool>]
  fileprivate let reopened, overdue: [Int]
  /// The shortest first.
  fileprivate let spans: [Told<Survival.Span>]
  /// Of the cases that have any, in seconds, the shortest first.
  fileprivate let toRespond, toContain, toInform: [Told<Int>]

  fileprivate init(_ facts: CaseFacts, _ sorted: SortedCases, amounts: [Amounts]) {
    let (cases, details) = (facts.cases, facts.details)
    func told<Element>(_ number: Int, _ element: Element) -> Told<Element> {
      Told(number: Int32(number), month: 0, element: element)
    }
    func times(_ numbers: CaseSet, _ hours: (Int) -> Double?) -> [Told<Int>] {
      numbers.compactMap { number in wholeSeconds(hours(number), 3_600).map { told(number, $0) } }
    }
    self.amounts = amounts
    promises = cases.indices.flatMap { number in facts.promises[number].map { told(number, $0.isKept) } }
    reopened = cases.indices.filter { cases[$0].isReopened }
    overdue = cases.indices.filter { cases[$0].standing.isOverdue == true }
    spans = sorted.byDays.map { number in
      told(number, Survival.Span(details[number].days, hasEnded: cases[number].closedDay != nil))
    }
    toRespond = times(sorted.byHoursToRespond) { cases[$0].hoursToRespond }
    toContain = times(sorted.byHoursToContain) { details[$0].hoursToContain }
    toInform = times(sorted.byHoursToInform) { details[$0].hoursToInform }
  }
}

/// What adds up under the keys of a dimension.
private struct KeyDetailSums {
  private let rows: PartRows
  /// By row.
  private var amounts: [Amounts]
  private var reopened, overdue: [Int]
  /// How many cases there are under any key.
  private let all: Int
  private let toRespond, toContain, toInform: KeyBuckets<Int>
  private let spans: KeyBuckets<Survival.Span>

  init(_ axis: Axis, _ columns: KeyColumns) {
    let entries = axis.entries.indices
    rows = PartRows(axis)
    all = columns.amounts.count
    amounts = [Amounts](repeating: Amounts(), count: rows.rows(of: entries).count)
    reopened = [Int](repeating: 0, count: amounts.count)
    overdue = reopened
    spans = KeyBuckets(axis, entries, columns.spans)
    toRespond = KeyBuckets(axis, entries, columns.toRespond)
    toContain = KeyBuckets(axis, entries, columns.toContain)
    toInform = KeyBuckets(axis, entries, columns.toInform)
    let seats = rows.seats
    amounts.withUnsafeMutableBufferPointer { amounts in
      for number in columns.amounts.indices {
        axis.eachSeat(of: number) { seat, isFurther in
          let added = columns.amounts[number]
          amounts[Int(seats[seat])] &+= isFurther ? added.ofFurtherPart : added
        }
      }
    }
    let (kept, broken) = (Amounts(limitKept: true), Amounts(limitKept: false))
    for told in columns.promises {
      for seat in axis.places(of: Int(told.number)) {
        amounts[Int(seats[seat])].addReceived(told.element ? kept : broken)
      }
    }
    for number in columns.reopened { for seat in axis.places(of: number) { reopened[Int(seats[seat])] += 1 } }
    for number in columns.overdue { for seat in axis.places(of: number) { overdue[Int(seats[seat])] += 1 } }
  }

  /// Whether no case stands under a key.
  func isEmpty(_ entry: Int) -> Bool { spans[entry].isEmpty }

  func figures(of place: Int, _ entry: Axis.Entry, shipped: (lots: Int?, units: Int?)) -> KeyFigures {
    func over(_ count: Double, _ base: Double?) -> Double? { base.flatMap { $0 > 0 ? count / $0 : nil } }
    var (parts, again) = (PartSums(), PartSum())
    for row in rows.rows(of: place..<place + 1) {
      parts.add(amounts[row], rows.part(of: row))
      again.add(reopened[row], rows.part(of: row))
    }
    let (lots, pieces) = (parts.value(.lots), parts.value(.millionths, per: 1_000_000))
    let (withDue, onTime) = (parts.value(.withDue), parts.value(.onTime))
    let (spans, answers) = (spans[place], parts.count(.answers))
    let toClose = spans.compactMap { $0.hasEnded ? wholeSeconds($0.length, 86_400) : nil }
    return KeyFigures(
      key: entry.key, totals: totals(of: place, entry, parts, toClose), valid: parts.value(.valid),
      repeats: parts.value(.repeats), reopened: again.value(),
      closedWithDue: withDue, closedOnTime: onTime, onTimeRate: over(onTime, withDue),
      completedOfReceived: over(parts.value(.completed), parts.value(.received)),
      p90DaysToClose: spanQuantile(seconds: toClose, 0.9, unit: 86_400),
      survival: Survival(sorted: spans),
      medianHoursToRespond: spanQuantile(seconds: toRespond[place], 0.5, unit: 3_600),
      medianHoursToContain: spanQuantile(seconds: toContain[place], 0.5, unit: 3_600),
      satisfactionMean: over(Double(parts.count(.marks)), Double(answers)), satisfactionAnswers: answers,
      complaintLots: lots, defective: pieces, shippedLots: shipped.lots, shippedUnits: shipped.units,
      complaintRate: over(lots, shipped.lots.map(Double.init)),
      ppm: over(pieces, shipped.units.map(Double.init)).map { $0 * 1_000_000 },
      handling: KeyHandling(
        parts, toRespond: toRespond[place], toContain: toContain[place], toInform: toInform[place]))
  }

  /// - Parameter toClose: Of the closed cases under the key, in seconds, the shortest first.
  private func totals(of place: Int, _ entry: Axis.Entry, _ parts: PartSums, _ toClose: [Int]) -> KeyTotals {
    var (open, late) = (PartSum(), PartSum())
    for row in rows.rows(of: place..<place + 1) {
      let (waiting, part) = (amounts[row][.received] - amounts[row][.closed], rows.part(of: row))
      if waiting != 0 { open.add(waiting, part) }
      if overdue[row] != 0 { late.add(overdue[row], part) }
    }
    let received = parts.value(.received)
    return KeyTotals(
      key: entry.key, label: entry.label, received: received, closed: parts.value(.closed), open: open.value(),
      overdue: late.value(), share: all > 0 ? received / Double(all) : nil, cost: parts.value(.cents, per: 100),
      medianDaysToClose: spanQuantile(seconds: toClose, 0.5, unit: 86_400))
  }
}
