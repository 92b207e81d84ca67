import Complaints

/// What adds up under some keys of a dimension, month by month.
struct SplitSums {
  /// How many are open, and overdue, at the end of a month.
  private struct Standing {
    var open = 0, overdue = 0
  }

  private let rows: PartRows
  /// The row of the first cells.
  private let first: Int
  private let columns: MonthColumns
  /// By row, then month.
  private var amounts: [Amounts]
  private var standings: [Standing]
  /// For each kind of periods by row, then period.
  private var reopened: [[Int]]
  private let toClose, toRespond, toContain: KeyBuckets<Int>

  /// - Parameter entries: Those of the axis that are wanted.
  /// - Complexity: O(*seats* + *rows* × *months*).
  init(_ axis: Axis, _ rows: PartRows, _ entries: Range<Int>, _ columns: MonthColumns) {
    let own = rows.rows(of: entries)
    self.rows = rows
    self.columns = columns
    first = own.lowerBound
    amounts = [Amounts](repeating: Amounts(), count: own.count * columns.months)
    standings = [Standing](repeating: Standing(), count: amounts.count)
    reopened = columns.spans.map { [Int](repeating: 0, count: own.count * $0.all.count) }
    func buckets(_ told: [Told<Int>]) -> KeyBuckets<Int> { KeyBuckets(axis, entries, months: columns.months, told) }
    (toClose, toRespond) = (buckets(columns.toClose), buckets(columns.toRespond))
    toContain = buckets(columns.toContain)
    addMarks(axis, own)
    addPromises(axis, own)
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
    amounts.withUnsafeMutableBufferPointer { amounts in
      standings.withUnsafeMutableBufferPointer { standings in
        for number in columns.marks.indices {
          let mark = columns.marks[number]
          axis.eachSeat(of: number) { seat, isFurther in
            let row = Int(seats[seat])
            guard own.contains(row) else { return }
            let first = (row - own.lowerBound) * months
            if mark.received >= 0 { amounts[first + Int(mark.received)].addReceived(columns.amounts[number]) }
            if mark.closed >= 0 {
              let added = columns.amounts[number]
              amounts[first + Int(mark.closed)].addClosed(isFurther ? added.ofFurtherPart : added)
            }
            guard !mark.overdue.isEmpty else { return }
            standings[first + Int(mark.overdue.lowerBound)].overdue += 1
            if mark.overdue.upperBound < months { standings[first + Int(mark.overdue.upperBound)].overdue -= 1 }
          }
        }
        for cell in standings.indices {
          standings[cell].open = amounts[cell][.received] - amounts[cell][.closed]
          guard cell % months > 0 else { continue }
          standings[cell].open += standings[cell - 1].open
          standings[cell].overdue += standings[cell - 1].overdue
        }
      }
    }
  }

  /// Adds what the limits of the first response add to the months in which they fell due.
  private mutating func addPromises(_ axis: Axis, _ own: Range<Int>) {
    let (seats, months) = (rows.seats, columns.months)
    let (kept, broken) = (Amounts(limitKept: true), Amounts(limitKept: false))
    for told in columns.promises {
      for seat in axis.places(of: Int(told.number)) {
        let row = Int(seats[seat])
        guard own.contains(row) else { continue }
        amounts[(row - own.lowerBound) * months + Int(told.month)].addReceived(told.element ? kept : broken)
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
    var isEmpty = toRespond[entry, months].isEmpty && toContain[entry, months].isEmpty
    for row in rows.rows(of: entry..<entry + 1) {
      let part = rows.part(of: row)
      let own = (row - first) * columns.months
      var amounts = Amounts()
      for month in months { amounts &+= self.amounts[own + month] }
      sums.parts.add(amounts, part)
      let last = standings[own + months.upperBound - 1]
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
    let (marks, answers) = (parts.count(.marks), parts.count(.answers))
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
