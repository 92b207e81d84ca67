import Complaints

/// A decimal not below zero as it was written.
struct Decimal {
  /// The digits before the point as a number; at most eleven, so that sums over a ledger fit.
  let whole: Int
  /// The digits after the point, each 0 to 9.
  let fraction: [UInt8]

  static let mostDigits = 11

  /// Reads digits, with or without separators between groups of three; full-width ones are accepted.
  init(_ text: String) throws(NumberFault) {
    var scanner = DigitScanner(text)
    if scanner.skip(UInt8(ascii: "-")) {
      scanner.skipBlanks()
      throw Self.startsNumber(scanner.peek) ? .negative : .form
    }
    whole = try Self.whole(&scanner)
    var fraction: [UInt8] = []
    if scanner.skip(UInt8(ascii: ".")) {
      while let byte = scanner.peek, Self.startsNumber(byte) {
        fraction.append(byte - 0x30)
        _ = scanner.next()
      }
      if fraction.isEmpty { throw .form }
    }
    guard scanner.isAtEnd else { throw scanner.peek == UInt8(ascii: ",") ? .grouping : .form }
    self.fraction = fraction
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
      _ = scanner.next()
    }
    if hasGroups, group != 3 { throw .grouping }
    guard group > 0 else { throw .form }
    return value
  }

  /// The value in units of 10^-places; `nil` if it has more decimals that are not zero.
  func exact(places: Int) -> Int? {
    guard fraction.dropFirst(places).allSatisfy({ $0 == 0 }) else { return nil }
    return truncated(places: places)
  }

  /// The value in units of 10^-places, without what is smaller.
  func truncated(places: Int) -> Int {
    var value = whole
    for place in 0..<places { value = value * 10 + (place < fraction.count ? Int(fraction[place]) : 0) }
    return value
  }
}

func readCount(_ text: String) throws(NumberFault) -> Int {
  guard let count = try Decimal(text).exact(places: 0) else { throw .fraction }
  return count
}

func readScore(_ text: String) throws(NumberFault) -> Int {
  let score = try readCount(text)
  guard (1...5).contains(score) else { throw .outside(1, 5) }
  return score
}

func readQuantity(_ text: String) throws(NumberFault) -> Quantity {
  guard let millionths = try Decimal(text).exact(places: 6) else { throw .tooManyDecimals(6) }
  return Quantity(millionths: millionths)
}

/// Reads `60`, `60%` or `60.5`: hundredths of a percent, at most 100 %.
func readPercent(_ text: String) throws(NumberFault) -> Int {
  var number = text
  if let last = number.unicodeScalars.last, last == "%" || last == "％" { number.unicodeScalars.removeLast() }
  guard let hundredths = try Decimal(trimmed(number)).exact(places: 2) else { throw .tooManyDecimals(2) }
  guard hundredths <= 10_000 else { throw .outside(0, 100) }
  return hundredths
}
