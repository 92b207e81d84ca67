import Complaints
import Foundation

/// Greenwich, for a site whose own time zone is not known.
let utc = Zone(identifier: "UTC", first: 0, changes: [])

/// The clock of a place by its IANA name; `nil` if there is none.
///
/// The table comes from the data that Foundation brings along, so no file of the machine is asked.
func clock(of name: String) -> Zone? {
  guard name == "UTC" || name.contains("/"), let place = TimeZone(identifier: name) else { return nil }
  // Twelve hours around, since the ends are local.
  let (start, end) = (631_065_600, 4_102_531_200)
  let first = place.secondsFromGMT(for: Date(timeIntervalSince1970: Double(start)))
  var changes: [Zone.Span] = []
  var (before, offset) = (start, first)
  while before < end {
    // No two changes of a clock lie nearer than the month of Ramadan in Morocco.
    let after = before + 20 * 86_400
    let next = place.secondsFromGMT(for: Date(timeIntervalSince1970: Double(after)))
    if next != offset {
      changes.append(Zone.Span(utc: change(of: place, between: before, and: after, from: offset), offset: next))
      offset = next
    }
    before = after
  }
  return Zone(identifier: name, first: first, changes: changes)
}

/// Names to propose.
func zoneNames() -> [String] { TimeZone.knownTimeZoneIdentifiers.sorted() }

/// The first second of the new offset.
private func change(of place: TimeZone, between start: Int, and end: Int, from offset: Int) -> Int {
  var (low, high) = (start, end)
  while high - low > 1 {
    let middle = low + (high - low) / 2
    if place.secondsFromGMT(for: Date(timeIntervalSince1970: Double(middle))) == offset {
      low = middle
    } else {
      high = middle
    }
  }
  return high
}
