import Complaints

/// The quantile of spans of time (type 7), computed in whole seconds and hundredths of a rank, so that it is exact but for
/// one division: half-way between 3 h 40 min and 2 h 20 min is 3 h, not a hair more.
///
/// - Parameters:
///   - spans: In a unit of time, in any order; `nil` results for none.
///   - p: The share of spans below, in whole hundredths.
///   - unit: Its seconds: 3,600 for hours, 86,400 for days.
package func spanQuantile(_ spans: [Double], _ p: Double, unit: Double) -> Double? {
  spanQuantile(unsorted: spans.map { spanSeconds($0, unit: unit) }, p, unit: unit)
}

/// A span in whole seconds: of two spans the longer one has no fewer.
func spanSeconds(_ span: Double, unit: Double) -> Int {
  let seconds = span * unit
  // Half away from zero, as `rounded` has it, which is a call.
  guard seconds >= 0, seconds < 1e15 else { return Int(seconds.rounded()) }
  let whole = Int(seconds)
  return seconds - Double(whole) >= 0.5 ? whole + 1 : whole
}

/// The same of spans in whole seconds, the shortest first.
func spanQuantile(seconds: some RandomAccessCollection<Int>, _ p: Double, unit: Double) -> Double? {
  spanQuantile(of: seconds.count, p, unit: unit) { rank in
    let place = seconds.index(seconds.startIndex, offsetBy: rank)
    let next = seconds.index(after: place)
    return (seconds[place], next < seconds.endIndex ? seconds[next] : seconds[place])
  }
}

/// The same of spans in whole seconds, in any order.
func spanQuantile(unsorted seconds: [Int], _ p: Double, unit: Double) -> Double? {
  spanQuantiles(unsorted: seconds[...], [p], unit: unit)[0]
}

/// Several quantiles of spans in whole seconds, in any order.
func spanQuantiles(unsorted seconds: ArraySlice<Int>, _ shares: [Double], unit: Double) -> [Double?] {
  // What is small is sorted sooner than searched.
  guard seconds.count > 256 else {
    let sorted = seconds.sorted()
    return shares.map { spanQuantile(seconds: sorted, $0, unit: unit) }
  }
  let slots = Slots(seconds)
  return shares.map { p in
    spanQuantile(of: seconds.count, p, unit: unit) { rank in
      let (own, next) = (slots.slot(of: rank), slots.slot(of: min(rank + 1, seconds.count - 1)))
      let near = seconds.filter { own.place...next.place ~= slots.place(of: $0) }.sorted()
      return (near[rank - own.before], near[min(rank - own.before + 1, near.count - 1)])
    }
  }
}

/// How many values lie in which of a thousand slots of the same width: only those near a rank need then be sorted.
private struct Slots {
  private let least: Int
  private let shift: Int
  private var counts = [Int](repeating: 0, count: 1_024)

  /// - Parameter values: At least one.
  init(_ values: ArraySlice<Int>) {
    var (least, most) = (Int.max, Int.min)
    for value in values { (least, most) = (min(least, value), max(most, value)) }
    self.least = least
    // The slots hold ten bits of the distance.
    shift = max(0, UInt.bitWidth - UInt(bitPattern: most &- least).leadingZeroBitCount - 10)
    for value in values { counts[place(of: value)] += 1 }
  }

  func place(of value: Int) -> Int { Int(UInt(bitPattern: value &- least) >> UInt(shift)) }

  /// The slot of a rank, and how many values lie in those before it.
  func slot(of rank: Int) -> (place: Int, before: Int) {
    var before = 0
    for (place, count) in counts.enumerated() {
      if before + count > rank { return (place, before) }
      before += count
    }
    preconditionFailure("every rank has a slot")
  }
}

/// The same of several runs of spans in whole seconds that follow each other, in each the shortest first.
///
/// - Parameter ends: Of the runs, in order.
func spanQuantile(runs seconds: ArraySlice<Int>, ends: ArraySlice<Int32>, _ p: Double, unit: Double) -> Double? {
  /// For each run that is not empty, the first place in it of more than a value, and its end.
  func eachPlace(above value: Int, _ body: (_ first: Int, _ start: Int, _ end: Int) -> Void) {
    var start = seconds.startIndex
    for end in ends where Int(end) > start {
      let run = seconds[start..<Int(end)]
      body(run.partitioningIndex { $0 > value }, start, Int(end))
      start = Int(end)
    }
  }
  return spanQuantile(of: seconds.count, p, unit: unit) { rank in
    var (low, high) = (Int.max, Int.min)
    eachPlace(above: .max) { _, start, end in
      (low, high) = (min(low, seconds[start]), max(high, seconds[end - 1]))
    }
    return ranked(rank, between: low, and: high) { value in
      var count = 0
      eachPlace(above: value) { first, start, _ in count += first - start }
      return count
    } above: { value in
      var next = Int.max
      eachPlace(above: value) { first, _, end in if first < end { next = min(next, seconds[first]) } }
      return next
    }
  }
}

/// - Parameter ranked: The value of a rank from 0 on, and that of the next one; of the last the same twice.
private func spanQuantile(
  of count: Int, _ p: Double, unit: Double, _ ranked: (_ rank: Int) -> (own: Int, next: Int)
) -> Double? {
  guard count > 0 else { return nil }
  let (below, rest) = ((count - 1) * Int((p * 100).rounded())).quotientAndRemainder(dividingBy: 100)
  let (own, next) = ranked(below)
  // Nothing lies above the last one.
  return Double(own * 100 + (rest == 0 ? 0 : (next - own) * rest)) / (100 * unit)
}

/// Finds the value of a rank and that of the next one by halving: some thirty counts cost less than sorting.
///
/// - Parameters:
///   - low, high: The least value and the greatest.
///   - count: How many are not above a value.
///   - above: The least that is above a value; `Int.max` if none is.
private func ranked(
  _ rank: Int, between low: Int, and high: Int, _ count: (Int) -> Int, above: (Int) -> Int
) -> (own: Int, next: Int) {
  var (low, high) = (low, high)
  while low < high {
    let middle = low + (high - low) / 2
    if count(middle) > rank { high = middle } else { low = middle + 1 }
  }
  return (low, count(low) > rank + 1 ? low : above(low))
}
