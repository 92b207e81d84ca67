import Complaints

/// Reads a date, or a date with a time: `2026-10-12`, `2026/10/12`, `2026年10月12日`, each also with `09:30[:15]`, a
/// zone after it.
///
/// - Returns: The moment on the wall clock of the site's zone, whatever zone it was written in.
func readMoment(_ text: UnsafeBufferPointer<UInt8>, zone: Zone) throws(DateFault) -> Moment {
  var scanner = DigitScanner(text)
  let day = try readDay(&scanner)
  if scanner.isAtEnd { return Moment(day: day, zone: zone) }
  let second = try readTime(&scanner)
  scanner.skipBlanks()
  if scanner.isAtEnd { return Moment(day: day, second: second, zone: zone) }
  let offset = try readOffset(&scanner)
  let moment = Moment(utc: day.number * 86_400 + second - offset, zone: zone)
  guard (1990...2099).contains(moment.day.year) else { throw .range }
  return moment
}

func readMoment(_ text: String, zone: Zone) throws(DateFault) -> Moment {
  try withBytes(of: text) { bytes throws(DateFault) in try readMoment(bytes, zone: zone) }
}

/// Reads a date without a time.
func readDay(_ text: String) throws(DateFault) -> Day {
  try withBytes(of: text) { bytes throws(DateFault) in
    var scanner = DigitScanner(bytes)
    let day = try readDay(&scanner)
    guard scanner.isAtEnd else { throw .timeGiven }
    return day
  }
}

private func readDay(_ scanner: inout DigitScanner) throws(DateFault) -> Day {
  guard let (year, places) = scanner.number() else { throw .form }
  let separator = scanner.next()
  guard places == 4 else {
    // 12-10-2026 and 3/4/26: which is the day, nobody can tell.
    throw places <= 2
      && (separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") || separator == UInt8(ascii: "."))
      ? .order : .form
  }
  let (second, end): (UInt8, UInt8?)
  switch separator {
  case UInt8(ascii: "-"): (second, end) = (UInt8(ascii: "-"), nil)
  case UInt8(ascii: "/"): (second, end) = (UInt8(ascii: "/"), nil)
  case DigitScanner.year: (second, end) = (DigitScanner.month, DigitScanner.day)
  default: throw .form
  }
  let fewest = separator == UInt8(ascii: "-") ? 2 : 1
  guard let (month, monthPlaces) = scanner.number(), (fewest...2).contains(monthPlaces), scanner.next() == second,
    let (day, dayPlaces) = scanner.number(), (fewest...2).contains(dayPlaces)
  else { throw .form }
  if let end, scanner.next() != end { throw .form }
  guard (1990...2099).contains(year) else { throw .range }
  guard (1...12).contains(month) else { throw .month(year: year, month: month, day: day) }
  guard let date = Day(year: year, month: month, day: day) else {
    throw .day(year: year, month: month, day: day, days: Day.days(in: month, of: year))
  }
  return date
}

/// Seconds since midnight.
private func readTime(_ scanner: inout DigitScanner) throws(DateFault) -> Int {
  // Blanks or a T stand between date and time; after 日 nothing need.
  let isApart = scanner.skipBlanks() || scanner.skip(UInt8(ascii: "T")) || scanner.isAfterDay
  guard isApart, let (hour, hourPlaces) = scanner.number(), hourPlaces <= 2, scanner.skip(UInt8(ascii: ":")),
    let (minute, minutePlaces) = scanner.number(), minutePlaces == 2
  else { throw .form }
  var second = 0
  if scanner.skip(UInt8(ascii: ":")) {
    guard let (written, places) = scanner.number(), places == 2 else { throw .form }
    second = written
  }
  guard hour < 24, minute < 60, second < 60 else { throw .time }
  return hour * 3_600 + minute * 60 + second
}

/// Seconds east of Greenwich.
private func readOffset(_ scanner: inout DigitScanner) throws(DateFault) -> Int {
  if scanner.skip(UInt8(ascii: "Z")) {
    guard scanner.isAtEnd else { throw .form }
    return 0
  }
  let isEast = scanner.skip(UInt8(ascii: "+"))
  guard isEast || scanner.skip(UInt8(ascii: "-")) else { throw .form }
  guard let (written, places) = scanner.number() else { throw .offset }
  var (hours, minutes) = (written, 0)
  if places == 4 {
    (hours, minutes) = (written / 100, written % 100)
  } else if places == 2, scanner.skip(UInt8(ascii: ":")) {
    guard let (more, morePlaces) = scanner.number(), morePlaces == 2 else { throw .offset }
    minutes = more
  } else if places != 2 {
    throw .offset
  }
  guard scanner.isAtEnd, hours <= 14, minutes < 60, hours * 60 + minutes <= 840 else { throw .offset }
  return (hours * 3_600 + minutes * 60) * (isEast ? 1 : -1)
}
