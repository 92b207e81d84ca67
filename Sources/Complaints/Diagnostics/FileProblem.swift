/// What is wrong with a file as a whole, or with its bytes.
package enum FileProblem: ProblemFacts {
  /// What stands in a folder where a regular file was expected.
  package enum Kind: String, Sendable {
    case symbolicLink = "a symbolic link"
    case pipe = "a named pipe"
    case socket = "a socket"
    case device = "a device"
    case folder = "a folder"
    case other = "not a regular file"
  }

  case special(Kind)
  /// A file that every ledger has.
  case missing(String)
  case tooLarge(limit: Int)
  case badUTF8(byte: UInt8)
  case control(UInt32)
  /// A line break that only some programs see: a lone carriage return, U+2028, U+2029.
  case oddBreak(UInt32)
  case badName
  /// Of a file that is not read because of the name of a folder that it stands in.
  case badFolder
  /// A narrative, calendar or other file whose name should be a period.
  case period(example: String)
  /// Two narratives of one period.
  case samePeriod(String, other: String)

  package var code: String {
    switch self {
    case .special: "file.special"
    case .missing: "file.missing"
    case .tooLarge: "file.size"
    case .badUTF8: "file.encoding"
    case .control, .oddBreak: "file.control"
    case .badName, .badFolder: "file.name"
    case .period: "file.period"
    case .samePeriod: "file.duplicate"
    }
  }

  package var severity: Severity {
    switch self {
    case .special: .warning
    default: .error
    }
  }

  package var message: String {
    switch self {
    case .special(let kind): "\(kind.rawValue) is not read; put a regular file here"
    case .missing(let needs): "the file is missing; \(needs)"
    case .tooLarge(let limit): "the file is too large; at most \(limit / 1_048_576) MiB"
    case .badUTF8(let byte): "byte 0x\(hexadecimal(UInt32(byte), 2)) is not UTF-8; save the file as UTF-8"
    case .control(let scalar): "control character U+\(hexadecimal(scalar, 4)); delete it"
    case .oddBreak(let scalar): "line break U+\(hexadecimal(scalar, 4)); end lines with LF or CR LF"
    case .badName: "the file's name is not plain UTF-8 text; rename it"
    case .badFolder: "the name of its folder is not plain UTF-8 text; rename the folder"
    case .period(let example): "the file's name is not the period it is for; name it like \(example)"
    case .samePeriod(let period, let other): "\(period) has a second file, \(other); keep one"
    }
  }
}

/// Capital hexadecimal digits with leading zeros.
func hexadecimal(_ number: UInt32, _ width: Int) -> String {
  let digits = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
