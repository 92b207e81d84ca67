import Complaints

/// What adds up in one row in one month.
struct MonthCell: Sendable {
  var amounts = Amounts()
  /// How many more are open, or overdue, at its end than at the end of the month before; summed up, how many are.
  var open = 0, overdue = 0
}

/// What adds up under some keys of a dimension, month by month.
struct SplitSums {
  private let rows: PartRows
  /// The row of the first cells.
  private let first: Int
  private let columns: MonthColumns
  /// By row, then month.
  private var cells: [MonthCell]
  /// For each kind of periods by row, then period.
  private var reopened: [[Int]]
  private let scores, toClose, toRespond, toContain: KeyBuckets<Int>

  /// - Parameter entries: Those of the axis that are wanted.
  /// - Complexity: O(*seats* + *rows* × *months*).
  init(_ axis: Axis, _ rows: PartRows, _ entries: Range<Int>, _ columns: MonthColumns) {
    let own = rows.rows(of: entries)
    self.rows = rows
    self.columns = columns
    first = own.lowerBound
    cells = [MonthCell](repeating: MonthCell(), count: own.count * columns.months)
    reopened = columns.spans.map { [Int](repeating: 0, count: own.count * $0.all.count) }
    func buckets(_ told: [Told<Int>]) -> KeyBuckets<Int> { KeyBuckets(axis, entries, months: columns.months, told) }
    scores = buckets(columns.scores)
    (toClose, toRespond) = (buckets(columns.toClose), buckets(columns.toRespond))
    toContain = buckets(columns.toContain)
    addMarks(axis, own)
    for kind in reopened.indices {
      let periods = columns.spans[kind].all.count
      for told in columns.reopened[kind] {
        for seat in axis.places(of: Int(told.number)) {
          let row = Int(rows.seats[seat])
          if own.contains(row) { reopened[kind][(row - own.lowerBound) * periods + Int(told.month)] += 1 }
        }
      }
    }
  }

  /// Adds what every case adds to the months of its rows.
  private mutating func addMarks(_ axis: Axis, _ own: Range<Int>) {
    let (columns, seats, months) = (columns, rows.seats, columns.months)
    guard months > 0 else { return }
    cells.withUnsafeMutableBufferPointer { cells in
      columns.promises.withUnsafeBufferPointer { promises in
        columns.marks.withUnsafeBufferPointer { marks in
          for number in marks.indices {
            for seat in axis.places(of: number) {
              let row = Int(seats[seat])
              guard own.contains(row) else { continue }
              marks[number].add(to: cells, from: (row - own.lowerBound) * months, of: months, promises)
            }
          }
        }
      }
      for cell in cells.indices where cell % months > 0 {
        cells[cell].open += cells[cell - 1].open
        cells[cell].overdue += cells[cell - 1].overdue
      }
    }
  }

  /// The figures of a key in the periods of a kind, by its place.
  func periods(of entry: Int, _ kind: Int, shipped: Exposure.Shipped) -> [(period: Period, values: [Double?])] {
    let periods = columns.spans[kind]
    return periods.all.indices.compactMap { index in
      let (figures, months) = (periods.all[index], periods.months[index])
      let (period, upTo) = (figures.period, figures.days.upperBound)
      guard !months.isEmpty, let sums = sums(of: entry, kind, index, months) else { return nil }
      let values = values(
        sums, of: entry, months, of: figures.received,
        shipped: (shipped.lots(in: period, through: upTo), shipped.units(in: period, through: upTo)))
      return values.contains { $0 != nil && $0 != 0 } ? (period, values) : nil
    }
  }

  /// What adds up under a key in a period.
  private struct PeriodSums {
    var parts = PartSums()
    /// In the period; a case once.
    var reopened = PartSum()
    /// At the end of the period.
    var open = PartSum(), overdue = PartSum()
  }

  /// - Returns: `nil` where there is nothing: most words of a ledger occur in few of its months.
  private func sums(of entry: Int, _ kind: Int, _ index: Int, _ months: Range<Int>) -> PeriodSums? {
    var sums = PeriodSums()
    var isEmpty = scores[entry, months].isEmpty && toRespond[entry, months].isEmpty && toContain[entry, months].isEmpty
    for row in rows.rows(of: entry..<entry + 1) {
      let part = rows.part(of: row)
      let own = (row - first) * columns.months
      var amounts = Amounts()
      for month in months { amounts &+= cells[own + month].amounts }
      sums.parts.add(amounts, part)
      let last = cells[own + months.upperBound - 1]
      let again = reopened[kind][(row - first) * columns.spans[kind].all.count + index]
      sums.open.add(last.open, part)
      sums.overdue.add(last.overdue, part)
      sums.reopened.add(again, part)
      if last.open != 0 || last.overdue != 0 || again != 0 { isEmpty = false }
    }
    return isEmpty && sums.parts.isEmpty ? nil : sums
  }

  /// The values in the order of `SplitFigure`.
  ///
  /// - Parameters:
  ///   - all: How many cases the period received under all keys.
  ///   - shipped: What was shipped in the period of the product that the key is.
  private func values(
    _ sums: PeriodSums, of entry: Int, _ months: Range<Int>, of all: Int, shipped: (lots: Int?, units: Int?)
  ) -> [Double?] {
    func over(_ count: Double, _ base: Double?) -> Double? { base.flatMap { $0 > 0 ? count / $0 : nil } }
    func quantile(_ spans: KeyBuckets<Int>, _ p: Double, unit: Double) -> Double? {
      spans.quantile(of: entry, months, p, unit: unit)
    }
    let parts = sums.parts
    let (received, closed, lots) = (parts.value(.received), parts.value(.closed), parts.value(.lots))
    let (cost, pieces) = (parts.value(.cents, per: 100), parts.value(.millionths, per: 1_000_000))
    let (withDue, onTime) = (parts.value(.withDue), parts.value(.onTime))
    let (followUpDue, followedUp) = (parts.value(.followUpDue), parts.value(.followedUp))
    let (promises, kept) = (parts.value(.promises), parts.value(.kept))
    let (marks, answers) = (scores[entry, months].reduce(0, +), scores[entry, months].count)
    return [
      received, over(received, Double(all)), parts.value(.valid), parts.value(.repeats), lots, pieces,
      over(parts.value(.completed), received), sums.reopened.value(), sums.open.value(), sums.overdue.value(),
      closed, withDue, onTime, over(onTime, withDue), parts.value(.abnormal),
      quantile(toClose, 0.5, unit: 86_400), quantile(toClose, 0.9, unit: 86_400),
      cost, over(cost, closed), parts.value(.deducted, per: 100),
      followUpDue, followedUp, over(followedUp, followUpDue),
      over(Double(marks), Double(answers)), Double(answers),
      quantile(toRespond, 0.5, unit: 3_600), quantile(toRespond, 0.9, unit: 3_600),
      quantile(toContain, 0.5, unit: 3_600), quantile(toContain, 0.9, unit: 3_600),
      promises, kept, over(kept, promises),
      over(lots, shipped.lots.map(Double.init)), over(pieces, shipped.units.map(Double.init)).map { $0 * 1_000_000 },
    ]
  }
}
