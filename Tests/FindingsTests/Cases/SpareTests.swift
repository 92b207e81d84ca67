import Complaints
import Testing

@testable import Findings

/// A value that may be missing is what it was, and takes no more room than one that is there.
@Suite struct SpareTests {
  @Test(arguments: [nil, 0, -1, 7, Int.max]) func aNumberIsWhatItWas(_ number: Int?) {
    #expect(Spare(wrappedValue: number).wrappedValue == number)
  }

  @Test(arguments: [nil, 0, 0.5, -3, .infinity] as [Double?]) func aLengthIsWhatItWas(_ length: Double?) {
    #expect(Spare(wrappedValue: length).wrappedValue == length)
    #expect(Spare(wrappedValue: length) == Spare(wrappedValue: length))
  }

  /// The first and the last day that a file can name, and one between.
  @Test(arguments: [(1, 1, 1), (1970, 1, 1), (9999, 12, 31)])
  func aTimeIsWhatItWas(_ year: Int, _ month: Int, _ day: Int) throws {
    let day = try #require(Day(year: year, month: month, day: day))
    let zone = Zone(identifier: "UTC", first: 0, changes: [])
    for moment in [Moment(day: day, zone: zone), Moment(day: day, second: 86_399, zone: zone)] {
      #expect(Spare(wrappedValue: moment).wrappedValue == moment)
    }
    #expect(Spare(wrappedValue: DaySpan(day...day)).wrappedValue == DaySpan(day...day))
  }

  @Test func itTakesNoMoreRoom() {
    #expect(MemoryLayout<Spare<Double>>.size == MemoryLayout<Double>.size)
    #expect(MemoryLayout<Spare<Moment>>.size == MemoryLayout<Moment>.size)
  }
}
