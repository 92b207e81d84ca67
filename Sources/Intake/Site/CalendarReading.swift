import Complaints

/// When people work: weekend, working hours and the calendars of the years.
extension SectionReading {
  mutating func readCalendar(_ site: Section, into settings: inout Settings) {
    if site["weekend"] != nil { settings.calendar.weekend = weekend(site) }
    if site["working_hours"] != nil { settings.calendar.hours = workingHours(site) }
  }

  private mutating func weekend(_ site: Section) -> [Int] {
    var days: Set<Int> = []
    for (text, node) in items(site, "weekend") {
      if let day = weekday(text) {
        days.insert(day)
      } else {
        wrong("weekend", text, "write the days like saturday, sunday", at: node)
      }
    }
    return days.sorted()
  }

  private mutating func workingHours(_ site: Section) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for (text, node) in items(site, "working_hours") {
      for part in text.split(whereSeparator: { $0 == "," || $0 == "，" || $0 == "、" }) {
        guard let span = span(trimmed(String(part))), span.lowerBound >= spans.last?.upperBound ?? 0 else {
          wrong("working_hours", text, "write spans in order, like 09:00-12:00, 13:00-18:00", at: node)
          return []
        }
        spans.append(span)
      }
    }
    return spans
  }
}

/// 1 is Monday, 7 is Sunday.
private func weekday(_ text: String) -> Int? {
  switch text.lowercased() {
  case "monday", "mon", "星期一", "周一": 1
  case "tuesday", "tue", "星期二", "周二": 2
  case "wednesday", "wed", "星期三", "周三": 3
  case "thursday", "thu", "星期四", "周四": 4
  case "friday", "fri", "星期五", "周五": 5
  case "saturday", "sat", "星期六", "周六": 6
  case "sunday", "sun", "星期日", "星期天", "周日": 7
  default: nil
  }
}

/// `09:00-12:00` in seconds since midnight.
private func span(_ text: String) -> Range<Int>? {
  withBytes(of: text) { bytes in
    var scanner = DigitScanner(bytes)
    guard let start = clock(&scanner) else { return nil }
    scanner.skipBlanks()
    guard scanner.skip(UInt8(ascii: "-")) else { return nil }
    scanner.skipBlanks()
    guard let end = clock(&scanner), scanner.isAtEnd, start < end else { return nil }
    return start..<end
  }
}

/// `09:00`, or `24:00` as an end.
private func clock(_ scanner: inout DigitScanner) -> Int? {
  guard let (hour, places) = scanner.number(), places <= 2, scanner.skip(UInt8(ascii: ":")),
    let (minute, minutePlaces) = scanner.number(), minutePlaces == 2, minute < 60, hour * 60 + minute <= 1_440
  else { return nil }
  return hour * 3_600 + minute * 60
}

/// Adds the holidays and make-up days of one year's file to a calendar.
///
/// - Parameter year: As the file's name says.
func readCalendar(_ bytes: [UInt8], path: String, year: Int, into calendar: inout WorkCalendar) -> [Diagnostic] {
  var reading = SectionReading(path: path)
  do throws(Fault) {
    let root = try readDocument(bytes) ?? Node(content: .mapping([]), mark: Mark(line: 1, column: 1))
    if let section = reading.section(root, "", keys: ["holidays", "workdays"]) {
      let holidays = reading.days(section, "holidays", of: year)
      let workdays = reading.days(section, "workdays", of: year)
      for (day, mark) in workdays where holidays.contains(where: { $0.day == day }) {
        reading.problems.report(.settings(.bothLists(Quoted(day.description))), at: mark)
      }
      calendar.holidays.formUnion(holidays.map(\.day))
      calendar.workdays.formUnion(workdays.map(\.day))
      calendar.years.insert(year)
    }
  } catch {
    reading.problems.report(error)
  }
  return reading.problems.diagnostics
}

extension SectionReading {
  fileprivate mutating func days(_ section: Section, _ key: String, of year: Int) -> [(day: Day, mark: Mark)] {
    guard let node = section[key] else { return [] }
    var days: [(day: Day, mark: Mark)] = []
    for item in list(node, section.path(key)) where !item.isMissing {
      guard let day = day(item, section.path(key)) else { continue }
      if day.year == year {
        days.append((day, item.mark))
      } else {
        problems.report(.settings(.outsideYear(Quoted(day.description), year: year)), at: item.mark)
      }
    }
    return days
  }
}
