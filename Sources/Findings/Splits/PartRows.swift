import Complaints

/// A row for each part of cases that occurs under a key of a dimension: what adds up in a row are whole numbers, and only
/// their sum is a part. Where every case stands whole, a row is a key.
struct PartRows: Sendable {
  /// The row of each seat of the axis.
  let seats: [Int32]
  /// The part of each row; none where all are whole.
  private let parts: [Part]
  /// Where the rows of each entry of the axis begin, and where those of the last one end; none where all are whole.
  private let starts: [Int]

  /// - Complexity: O(*seats*), and a sort of the rows where there are parts.
  init(_ axis: Axis) {
    guard !axis.parts.isEmpty else {
      (seats, parts, starts) = (axis.seats, [], [])
      return
    }
    // Numbered as they come, then in order.
    var rows: [Axis.Seat] = []
    var numbers: [Axis.Seat: Int32] = [:]
    let seats = zip(axis.seats, axis.parts).map { entry, part in
      let seat = Axis.Seat(entry: entry, part: part)
      if let number = numbers[seat] { return number }
      numbers[seat] = Int32(rows.count)
      rows.append(seat)
      return Int32(rows.count - 1)
    }
    rows.sort { ($0.entry, $0.part.equals, $0.part.written) < ($1.entry, $1.part.equals, $1.part.written) }
    var places = [Int32](repeating: 0, count: rows.count)
    for (place, row) in rows.enumerated() { if let number = numbers[row] { places[Int(number)] = Int32(place) } }
    self.seats = seats.map { places[Int($0)] }
    parts = rows.map(\.part)
    starts = (0...axis.entries.count).map { entry in rows.partitioningIndex { Int($0.entry) >= entry } }
  }

  func part(of row: Int) -> Part { parts.isEmpty ? .whole : parts[row] }

  /// The rows of some entries, which follow each other.
  func rows(of entries: Range<Int>) -> Range<Int> {
    starts.isEmpty ? entries : starts[entries.lowerBound]..<starts[entries.upperBound]
  }

  /// The entries of an axis in runs of so many rows at most, and of one entry at least.
  func runs(of entries: Range<Int>, most: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var first = entries.lowerBound
    for entry in entries where entry > first && rows(of: first..<entry + 1).count > most {
      runs.append(first..<entry)
      first = entry
    }
    return entries.isEmpty ? [] : runs + [first..<entries.upperBound]
  }
}
