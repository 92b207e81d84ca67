import Complaints

/// A decimal not below zero as it was written.
struct Decimal {
  /// The digits before the point as a number; at most eleven, so that all that one file can name adds up.
  let whole: Int
  /// The first six digits after the point.
  private let millionths: Int
  /// Whether a digit behind those is not zero.
  private let hasMore: Bool

  static let mostDigits = 11

  /// Reads digits, with or without separators between groups of three; full-width ones are accepted.
  init(_ text: UnsafeBufferPointer<UInt8>) throws(NumberFault) {
    var scanner = DigitScanner(text)
    if scanner.skip(UInt8(ascii: "-")) {
      scanner.skipBlanks()
      throw Self.startsNumber(scanner.peek) ? .negative : .form
    }
    whole = try Self.whole(&scanner)
    var (millionths, unit, hasMore) = (0, 100_000, false)
    if scanner.skip(UInt8(ascii: ".")) {
      guard Self.startsNumber(scanner.peek) else { throw .form }
      while let byte = scanner.peek, Self.startsNumber(byte) {
        millionths += Int(byte - 0x30) * unit
        if unit == 0, byte != 0x30 { hasMore = true }
        unit /= 10
        scanner.next()
      }
    }
    guard scanner.isAtEnd else { throw scanner.peek == UInt8(ascii: ",") ? .grouping : .form }
    (self.millionths, self.hasMore) = (millionths, hasMore)
  }

  init(_ text: String) throws(NumberFault) {
    self = try withBytes(of: text) { bytes throws(NumberFault) in try Decimal(bytes) }
  }

  private static func startsNumber(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }

  private static func whole(_ scanner: inout DigitScanner) throws(NumberFault) -> Int {
    var (value, digits, group, hasGroups) = (0, 0, 0, false)
    while let byte = scanner.peek {
      if startsNumber(byte) {
        if digits > 0 || byte != 0x30 { digits += 1 }
        guard digits <= mostDigits else { throw .tooLarge(mostDigits) }
        value = value * 10 + Int(byte - 0x30)
        group += 1
      } else if byte == UInt8(ascii: ",") {
        guard hasGroups ? group == 3 : (1...3).contains(group) else { throw .grouping }
        (group, hasGroups) = (0, true)
      } else {
        break
      }
      scanner.next()
    }
    if hasGroups, group != 3 { throw .grouping }
    guard group > 0 else { throw .form }
    return value
  }

  /// The value in units of 10^-places, at most six; `nil` if it has more decimals that are not zero.
  func exact(places: Int) -> Int? {
    guard !hasMore, millionths % Self.unit(places) == 0 else { return nil }
    return truncated(places: places)
  }

  /// The value in units of 10^-places, at most six, without what is smaller.
  func truncated(places: Int) -> Int {
    whole * (1_000_000 / Self.unit(places)) + millionths / Self.unit(places)
  }

  /// The digit after the point at a place, of which the first is 0; at most the sixth.
  func digit(_ place: Int) -> Int { millionths / Self.unit(place + 1) % 10 }

  /// Millionths in 10^-places.
  private static func unit(_ places: Int) -> Int { (places..<6).reduce(1) { unit, _ in unit * 10 } }
}

func readCount(_ text: UnsafeBufferPointer<UInt8>) throws(NumberFault) -> Int {
  guard let count = try Decimal(text).exact(places: 0) else { throw .fraction }
  return count
}

func readCount(_ text: String) throws(NumberFault) -> Int {
  try withBytes(of: text) { bytes throws(NumberFault) in try readCount(bytes) }
}

func readScore(_ text: UnsafeBufferPointer<UInt8>) throws(NumberFault) -> Int {
  let score: Int
  do throws(NumberFault) {
    score = try readCount(text)
  } catch {
    throw error == .form ? .scale(1, 5) : error
  }
  guard (1...5).contains(score) else { throw .outside(1, 5) }
  return score
}

func readQuantity(_ text: UnsafeBufferPointer<UInt8>) throws(NumberFault) -> Quantity {
  let decimal = try Decimal(text)
  // In millionths, nine digits are what all that one file can name has room for.
  guard decimal.whole < 1_000_000_000 else { throw .tooLarge(9) }
  guard let millionths = decimal.exact(places: 6) else { throw .tooManyDecimals(6) }
  return Quantity(millionths: millionths)
}

/// Reads `60`, `60%` or `60.5`: hundredths of a percent, at most 100 %.
func readPercent(_ text: UnsafeBufferPointer<UInt8>) throws(NumberFault) -> Int {
  if let last = text.last, (0x30...0x39).contains(last) { return try percent(Decimal(text)) }
  return try readPercent(String(decoding: text, as: UTF8.self))
}

func readPercent(_ text: String) throws(NumberFault) -> Int {
  var number = text
  if let last = number.unicodeScalars.last, last == "%" || last == "％" { number.unicodeScalars.removeLast() }
  return try percent(Decimal(trimmed(number)))
}

private func percent(_ number: Decimal) throws(NumberFault) -> Int {
  guard let hundredths = number.exact(places: 2) else { throw .tooManyDecimals(2) }
  guard hundredths <= 10_000 else { throw .outside(0, 100) }
  return hundredths
}
