/// Why a text is no date of the ledger.
package enum DateFault: Error, Hashable, Sendable {
  case form
  /// Day or month first.
  case order
  case month(year: Int, month: Int, day: Int)
  /// `days` is how many the month has.
  case day(year: Int, month: Int, day: Int, days: Int)
  case time
  case offset
  case range
  /// A time where only a day is asked for.
  case timeGiven

  func message(_ quoted: String) -> String {
    switch self {
    case .form: "\(quoted) cannot be read as a date; write it like 2026-10-12 or 2026-10-12 09:30"
    case .order: "\(quoted) does not begin with the year; write it like 2026-10-12"
    case .month(let year, let month, let day):
      "the date \(written(year, month, day)) does not exist; months run from 01 to 12"
    case .day(let year, let month, let day, let days):
      "the date \(written(year, month, day)) does not exist; \(padded(year, 4))-\(padded(month, 2)) has days 01 to \(days)"
    case .time: "\(quoted) has a time that does not exist; a day runs from 00:00:00 to 23:59:59"
    case .offset: "\(quoted) has a time zone that cannot be read; write it like +08:00 or Z"
    case .range: "\(quoted) lies outside 1990 to 2099; check the year"
    case .timeGiven: "\(quoted) has a time; write the day alone, like 2026-10-12"
    }
  }

  private func written(_ year: Int, _ month: Int, _ day: Int) -> String {
    "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// Why a text is no number of the kind that is asked for.
package enum NumberFault: Error, Hashable, Sendable {
  case form
  /// No number where one of a scale is asked for.
  case scale(Int, Int)
  case negative
  case fraction
  case tooManyDecimals(Int)
  case tooLarge(Int)
  case outside(Int, Int)
  case grouping
  /// Another currency than the site's.
  case currency(String)

  func message(_ quoted: String) -> String {
    switch self {
    case .form: "\(quoted) is not a number; write it in digits, without a unit, like 1200 or 1,200.50"
    case .scale(let low, let high): "\(quoted) is not a number; write one from \(low) to \(high)"
    case .negative: "\(quoted) is negative; it must be 0 or more"
    case .fraction: "\(quoted) is not a whole number; write it without decimals"
    case .tooManyDecimals(let places): "\(quoted) has too many decimals; at most \(places)"
    case .tooLarge(let digits): "\(quoted) is too large; at most \(digits) digits before the point"
    case .outside(let low, let high): "\(quoted) is out of range; it must be from \(low) to \(high)"
    case .grouping: "\(quoted) has misplaced separators; they stand between groups of three digits"
    case .currency(let code): "\(quoted) is not in the site's currency; write the amount in \(code)"
    }
  }
}

/// Why a text is no id.
package enum IDFault: Error, Hashable, Sendable {
  case character(UInt32)
  case tooLong
  case leadingPoint
  case reserved

  func message(_ quoted: String) -> String {
    switch self {
    case .character(let scalar):
      "\(quoted) holds the character U+\(hexadecimal(scalar, 4)); an id is made of letters, digits, '-', '_' and '.'"
    case .tooLong: "\(quoted) is too long; an id has at most 80 bytes"
    case .leadingPoint: "\(quoted) begins with '.'; begin it with a letter or digit"
    case .reserved: "\(quoted) is the name of a page of the site; choose another id"
    }
  }
}

/// Why a path may not be followed.
package enum PathFault: Error, Hashable, Sendable {
  case absolute, parent, backslash, percent, control, scheme, outside

  func message(_ quoted: String) -> String {
    switch self {
    case .absolute: "\(quoted) is an absolute path; write it relative to attachments/"
    case .parent: "\(quoted) has a '..' part; write it relative to attachments/"
    case .backslash: "\(quoted) has a '\\'; separate folders with '/'"
    case .percent: "\(quoted) has a '%'; write the file's name as it is, or rename the file"
    case .control: "\(quoted) has a control character; rename the file"
    case .scheme: "\(quoted) is an address; name a file below attachments/"
    case .outside: "\(quoted) leads out of attachments/ through a symbolic link; copy the file there"
    }
  }
}
