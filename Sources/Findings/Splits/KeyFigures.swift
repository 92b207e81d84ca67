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
    let sums = KeyDetailSums(axis, columns)
    return axis.entries.indices.compactMap { entry in
      guard axis.entries[entry].isListed || !sums.isEmpty(entry) else { return nil }
      let key = axis.entries[entry].key
      let shipped = dimension == .product ? exposure.of(product: key) : Exposure.Shipped()
      return sums.figures(of: entry, key, shipped: total(of: shipped))
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
  /// By the number of the case.
  fileprivate let amounts: [Amounts]
  fileprivate let reopened: [Int]
  /// Those of closed cases that have one.
  fileprivate let scores: [Told<Int>]
  /// The shortest first.
  fileprivate let spans: [Told<Survival.Span>]
  /// Of the cases that have any, in seconds, the shortest first.
  fileprivate let toRespond, toContain, toInform: [Told<Int>]

  fileprivate init(_ facts: CaseFacts, _ sorted: SortedCases) {
    let (cases, details) = (facts.cases, facts.details)
    func told(_ number: Int, _ element: Int?) -> Told<Int>? {
      element.map { Told(number: Int32(number), month: 0, element: $0) }
    }
    amounts = cases.indices.map { number in
      var amounts = Amounts(cases[number], details[number])
      amounts &+= Amounts(facts.promises[number])
      return amounts
    }
    reopened = cases.indices.filter { cases[$0].isReopened }
    scores = cases.indices.compactMap { cases[$0].closedDay == nil ? nil : told($0, cases[$0].satisfaction) }
    spans = sorted.byDays.map { number in
      let span = Survival.Span(details[number].days, hasEnded: cases[number].closedDay != nil)
      return Told(number: Int32(number), month: 0, element: span)
    }
    toRespond = sorted.byHoursToRespond.compactMap { told($0, wholeSeconds(cases[$0].hoursToRespond, 3_600)) }
    toContain = sorted.byHoursToContain.compactMap { told($0, wholeSeconds(details[$0].hoursToContain, 3_600)) }
    toInform = sorted.byHoursToInform.compactMap { told($0, wholeSeconds(details[$0].hoursToInform, 3_600)) }
  }
}

/// What adds up under the keys of a dimension.
private struct KeyDetailSums {
  private let rows: PartRows
  /// By row.
  private var amounts: [Amounts]
  private var reopened: [Int]
  private let scores, toRespond, toContain, toInform: KeyBuckets<Int>
  private let spans: KeyBuckets<Survival.Span>

  init(_ axis: Axis, _ columns: KeyColumns) {
    let entries = axis.entries.indices
    rows = PartRows(axis)
    amounts = [Amounts](repeating: Amounts(), count: rows.rows(of: entries).count)
    reopened = [Int](repeating: 0, count: amounts.count)
    scores = KeyBuckets(axis, entries, columns.scores)
    spans = KeyBuckets(axis, entries, columns.spans)
    toRespond = KeyBuckets(axis, entries, columns.toRespond)
    toContain = KeyBuckets(axis, entries, columns.toContain)
    toInform = KeyBuckets(axis, entries, columns.toInform)
    let seats = rows.seats
    for number in columns.amounts.indices {
      for seat in axis.places(of: number) {
        amounts[Int(seats[seat])] &+= columns.amounts[number]
      }
    }
    for number in columns.reopened {
      for seat in axis.places(of: number) { reopened[Int(seats[seat])] += 1 }
    }
  }

  /// Whether no case stands under a key.
  func isEmpty(_ entry: Int) -> Bool { spans[entry].isEmpty }

  func figures(of entry: Int, _ key: String, shipped: (lots: Int?, units: Int?)) -> KeyFigures {
    func over(_ count: Double, _ base: Double?) -> Double? { base.flatMap { $0 > 0 ? count / $0 : nil } }
    var (parts, again) = (PartSums(), PartSum())
    for row in rows.rows(of: entry..<entry + 1) {
      parts.add(amounts[row], rows.part(of: row))
      again.add(reopened[row], rows.part(of: row))
    }
    let (lots, pieces) = (parts.value(.lots), parts.value(.millionths, per: 1_000_000))
    let (withDue, onTime) = (parts.value(.withDue), parts.value(.onTime))
    let (spans, scores) = (spans[entry], scores[entry])
    let toClose = spans.lazy.filter(\.hasEnded).compactMap { wholeSeconds($0.length, 86_400) }
    return KeyFigures(
      key: key, valid: parts.value(.valid), repeats: parts.value(.repeats), reopened: again.value(),
      closedWithDue: withDue, closedOnTime: onTime, onTimeRate: over(onTime, withDue),
      completedOfReceived: over(parts.value(.completed), parts.value(.received)),
      p90DaysToClose: spanQuantile(seconds: Array(toClose), 0.9, unit: 86_400),
      survival: Survival(sorted: spans),
      medianHoursToRespond: spanQuantile(seconds: toRespond[entry], 0.5, unit: 3_600),
      medianHoursToContain: spanQuantile(seconds: toContain[entry], 0.5, unit: 3_600),
      satisfactionMean: over(Double(scores.reduce(0, +)), Double(scores.count)), satisfactionAnswers: scores.count,
      complaintLots: lots, defective: pieces, shippedLots: shipped.lots, shippedUnits: shipped.units,
      complaintRate: over(lots, shipped.lots.map(Double.init)),
      ppm: over(pieces, shipped.units.map(Double.init)).map { $0 * 1_000_000 },
      handling: KeyHandling(
        parts, toRespond: toRespond[entry], toContain: toContain[entry], toInform: toInform[entry]))
  }
}
