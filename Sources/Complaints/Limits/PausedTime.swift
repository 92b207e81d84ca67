/// When the clocks of a case stand still as of a day: its pauses, merged.
package struct PausedTime: Sendable {
  /// Seconds of UTC, in order, apart from each other.
  package let spans: [Range<Int>]
  /// The numbers of the days of which any part is paused, in order, apart from each other.
  private let days: [Range<Int>]
  /// Whether a pause without an end lasts at the end of the as-of day.
  package let isInCourse: Bool

  package static let none = PausedTime([], asOf: Day(number: 0), zone: Zone(identifier: "UTC", first: 0, changes: []))

  /// A day without a time is paused whole, at either end. A pause without an end lasts to the end of the as-of day;
  /// one that begins later than that day has not begun, and one that ends later has not ended. One that ends before it begins pauses nothing.
  package init(_ pauses: [Complaint.Pause], asOf: Day, zone: Zone) {
    var open = false
    let spans = pauses.compactMap { pause -> Span? in
      guard pause.from.day <= asOf else { return nil }
      let pause = pause.asOf(asOf)
      if pause.to == nil { open = true }
      let span = Span(pause, asOf: asOf, zone: zone)
      return span.utc.isEmpty ? nil : span
    }
    isInCourse = open
    self.spans = Self.merged(spans.map(\.utc))
    days = Self.merged(spans.map(\.days))
  }

  /// Whether any part of a day is paused.
  package func touches(_ day: Day) -> Bool {
    Self.part(of: days, endingAfter: day.number).first.map { $0.contains(day.number) } ?? false
  }

  /// The pauses that end after a second of UTC, in order.
  package func spans(endingAfter second: Int) -> ArraySlice<Range<Int>> { Self.part(of: spans, endingAfter: second) }

  /// Found by halves, since a limit of years asks for every one of its days.
  private static func part(of spans: [Range<Int>], endingAfter place: Int) -> ArraySlice<Range<Int>> {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upperBound > place { high = middle } else { low = middle + 1 }
    }
    return spans[low...]
  }

  /// One pause, by the clock and by days.
  private struct Span {
    let utc: Range<Int>
    let days: Range<Int>

    init(_ pause: Complaint.Pause, asOf: Day, zone: Zone) {
      let from = pause.from
      // An end at midnight leaves the day that begins there whole.
      let to =
        switch pause.to {
        case let to? where to.hasTime: to
        case let to: Moment(day: (to?.day ?? asOf).advanced(by: 1), second: 0, zone: zone)
        }
      utc = from.utc..<max(from.utc, to.utc)
      let last = max(from.day.number, (to.secondOfDay == 0 ? to.day.advanced(by: -1) : to.day).number)
      days = from.day.number..<last + 1
    }
  }

  private static func merged(_ spans: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, span.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        merged.append(span)
      }
    }
    return merged
  }
}

extension Complaint.Pause {
  /// The pause as it was at the end of a day: an end later than that has not come.
  package func asOf(_ day: Day) -> Complaint.Pause {
    to.map { $0.day > day } ?? true ? Complaint.Pause(from: from, to: nil) : self
  }
}
