/// What a case tells in one month.
struct Told<Element: Sendable>: Sendable {
  let number: Int32
  /// The place of the month; 0 where months make no difference.
  let month: Int32
  let element: Element
}

/// What cases tell, by the keys of a dimension under which they stand and by month, each once under a key: all in one
/// array, and in every bucket in the order in which they were given.
struct KeyBuckets<Element: Sendable>: Sendable {
  private let elements: [Element]
  /// Where the bucket of each key and month begins; one more at the end.
  private let starts: [Int32]
  private let first: Int
  private let months: Int

  /// - Parameters:
  ///   - entries: Those of the axis that are wanted.
  ///   - months: How many there are; at least 1.
  /// - Complexity: O(*seats* + *entries* × *months*).
  init(_ axis: Axis, _ entries: Range<Int>, months: Int = 1, _ told: [Told<Element>]) {
    var starts = [Int32](repeating: 0, count: entries.count * months + 1)
    Self.each(told, axis, entries, months) { place, _ in starts[place + 1] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var next = starts
    var elements: [Element] = []
    if let any = told.first?.element { elements = [Element](repeating: any, count: Int(starts[starts.count - 1])) }
    Self.each(told, axis, entries, months) { place, element in
      elements[Int(next[place])] = element
      next[place] += 1
    }
    (self.elements, self.starts, self.first, self.months) = (elements, starts, entries.lowerBound, months)
  }

  @inline(__always)
  private static func each(
    _ told: [Told<Element>], _ axis: Axis, _ entries: Range<Int>, _ months: Int, _ body: (Int, Element) -> Void
  ) {
    let seats = axis.seats
    for one in told {
      var last: Int32 = -1
      for seat in axis.places(of: Int(one.number)) where seats[seat] != last {
        last = seats[seat]
        guard entries.contains(Int(last)) else { continue }
        body((Int(last) - entries.lowerBound) * months + Int(one.month), one.element)
      }
    }
  }

  /// What is told under a key in some months, one after the other.
  subscript(entry: Int, months: Range<Int>) -> ArraySlice<Element> {
    let place = (entry - first) * self.months
    return elements[Int(starts[place + months.lowerBound])..<Int(starts[place + months.upperBound])]
  }

  /// What is told under a key in all months.
  subscript(entry: Int) -> ArraySlice<Element> { self[entry, 0..<months] }

  /// Where each of some months of a key ends among the indices of what is told in them.
  func ends(of entry: Int, _ months: Range<Int>) -> ArraySlice<Int32> {
    let place = (entry - first) * self.months + 1
    return starts[place + months.lowerBound..<place + months.upperBound]
  }
}

extension KeyBuckets<Int> {
  /// The quantile of spans in seconds that are given by month and, in each, the shortest first.
  func quantile(of entry: Int, _ months: Range<Int>, _ p: Double, unit: Double) -> Double? {
    let seconds = self[entry, months]
    return months.count == 1
      ? spanQuantile(seconds: seconds, p, unit: unit)
      : spanQuantile(runs: seconds, ends: ends(of: entry, months), p, unit: unit)
  }
}
