/// What a case tells in one month.
struct Told<Element: Sendable>: Sendable {
  let number: Int32
  /// The place of the month; 0 where months make no difference.
  let month: Int32
  let element: Element
}

extension Axis {
  /// Hands out the places of the seats of a case in turn, and whether the case has one under the same entry already.
  @inline(__always)
  func eachSeat(of number: Int, _ body: (_ place: Int, _ isFurther: Bool) -> Void) {
    guard !starts.isEmpty else { return body(number, false) }
    var last: Int32 = -1
    for place in places(of: number) {
      let seat = seats[place]
      body(place, seat == last)
      last = seat
    }
  }
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
  ///   - told: Soonest done where it is given month by month: then cases, and buckets, that are near come one after the other.
  /// - Complexity: O(*seats* + *entries* × *months*).
  init(_ axis: Axis, _ entries: Range<Int>, months: Int = 1, _ told: [Told<Element>]) {
    // Filling a bucket moves its start to its end, where the next one begins.
    var starts = [Int32](repeating: 0, count: entries.count * months + 2)
    elements = starts.withUnsafeMutableBufferPointer { starts in
      Self.each(told, axis, entries, months) { place, _ in starts[place + 2] &+= 1 }
      for place in starts.indices.dropFirst(2) { starts[place] &+= starts[place - 1] }
      let count = Int(starts[starts.count - 1])
      return [Element](unsafeUninitializedCapacity: count) { elements, filled in
        Self.each(told, axis, entries, months) { place, element in
          elements.initializeElement(at: Int(starts[place + 1]), to: element)
          starts[place + 1] &+= 1
        }
        filled = count
      }
    }
    starts.removeLast()
    (self.starts, self.first, self.months) = (starts, entries.lowerBound, months)
  }

  @inline(__always)
  private static func each(
    _ told: [Told<Element>], _ axis: Axis, _ entries: Range<Int>, _ months: Int, _ body: (Int, Element) -> Void
  ) {
    axis.seats.withUnsafeBufferPointer { seats in
      for one in told {
        axis.eachSeat(of: Int(one.number)) { place, isFurther in
          let entry = Int(seats[place])
          if isFurther || !entries.contains(entry) { return }
          body((entry &- entries.lowerBound) &* months &+ Int(one.month), one.element)
        }
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
