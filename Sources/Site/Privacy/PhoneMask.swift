/// Finds telephone numbers in running text and leaves of each only what the contract with the reader allows.
struct PhoneMask {
  private let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// The text with every number masked; `nil` if there was none, so that most text is not copied.
  func masked() -> String? {
    var result: [Unicode.Scalar] = []
    var copied = 0
    var index = 0
    while index < scalars.count {
      guard let found = number(at: index) else {
        index += 1
        continue
      }
      result.append(contentsOf: scalars[copied..<index])
      result.append(contentsOf: found.replacement)
      index = found.end
      copied = found.end
    }
    guard copied > 0 else { return nil }
    result.append(contentsOf: scalars[copied...])
    // A view of scalars that grows to a string takes several times as long.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(result.count * 3)
    for scalar in result { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number that begins at a place.
  private func number(at index: Int) -> Found? {
    if isStart(index), holdsNumber(from: index) { return mobile(at: index) ?? landline(at: index) }
    return Self.opens(scalars[index]) ? bracketed(at: index) : nil
  }

  /// A digit or a plus that does not touch an ASCII letter or digit before it.
  private func isStart(_ index: Int) -> Bool {
    guard scalars[index] == "+" || digit(scalars[index]) != nil else { return false }
    return index == 0 || !touches(scalars[index - 1])
  }

  /// Whether enough digits follow, with nothing but separators between them; spares most dates and amounts the closer look.
  private func holdsNumber(from start: Int) -> Bool {
    var count = 0
    for scalar in scalars[start...] {
      if digit(scalar) != nil {
        count += 1
        if count == 10 { return true }
      } else if !Self.isSeparator(scalar), scalar != "+" {
        return false
      }
    }
    return false
  }

  private func touches(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || scalar.isASCII && scalar.properties.isAlphabetic
  }

  private typealias Found = (replacement: [Unicode.Scalar], end: Int)

  /// Eleven digits that begin with 13 to 19, perhaps after +86, 86 or 0086: the first three and the last four stay.
  private func mobile(at start: Int) -> Found? {
    for prefix in ["+86", "0086", "86", ""] {
      guard let after = skip(prefix, from: start), let run = digits(11, from: after) else { continue }
      guard run.values[0] == 1, run.values[1] >= 3, isEnd(run.end) else { continue }
      let kept = scalars[start..<after] + run.scalars.prefix(3)
      return (kept + Array("****".unicodeScalars) + run.scalars.suffix(4), run.end)
    }
    return nil
  }

  /// A number with an area code or of a service line (0…, 400, 800) of ten to twelve digits: the last two stay.
  private func landline(at start: Int) -> Found? {
    for count in [12, 11, 10] {
      guard let run = digits(count, from: start), isEnd(run.end) else { continue }
      let head = (run.values[0], run.values[1], run.values[2])
      guard head.0 == 0 && count > 9 || count == 10 && (head == (4, 0, 0) || head == (8, 0, 0)) else { continue }
      return (Self.hidden(run.scalars), run.end)
    }
    return nil
  }

  /// The same with its area code in parentheses.
  private func bracketed(at start: Int) -> Found? {
    for count in [4, 3] {
      guard let code = digits(count, from: start + 1), code.values[0] == 0, code.end < scalars.count,
        Self.closes(scalars[code.end])
      else { continue }
      let after = pastSeparators(code.end + 1)
      for rest in [8, 7] {
        guard let run = digits(rest, from: after), isEnd(run.end) else { continue }
        return (Self.hidden(code.scalars + run.scalars), run.end)
      }
    }
    return nil
  }

  /// Only the last two digits stay.
  private static func hidden(_ digits: [Unicode.Scalar]) -> [Unicode.Scalar] {
    Array(repeating: "*", count: digits.count - 2) + digits.suffix(2)
  }

  /// The index after a prefix and the separators behind it; `nil` if it does not stand here.
  private func skip(_ prefix: String, from start: Int) -> Int? {
    var index = start
    for wanted in prefix.unicodeScalars {
      guard index < scalars.count, digit(scalars[index]) == digit(wanted),
        digit(wanted) != nil || scalars[index] == wanted
      else { return nil }
      index += 1
    }
    return index > start ? pastSeparators(index) : index
  }

  private func pastSeparators(_ start: Int) -> Int {
    var index = start
    while index < scalars.count, Self.isSeparator(scalars[index]) { index += 1 }
    return index
  }

  /// So many digits, separators between them passed over.
  private func digits(_ count: Int, from start: Int) -> (values: [Int], scalars: [Unicode.Scalar], end: Int)? {
    var values: [Int] = []
    var found: [Unicode.Scalar] = []
    values.reserveCapacity(count)
    found.reserveCapacity(count)
    var index = start
    while index < scalars.count, values.count < count {
      if let value = digit(scalars[index]) {
        values.append(value)
        found.append(scalars[index])
      } else if values.isEmpty || !Self.isSeparator(scalars[index]) {
        return nil
      }
      index += 1
    }
    return values.count == count ? (values, found, index) : nil
  }

  private func isEnd(_ index: Int) -> Bool { index >= scalars.count || !touches(scalars[index]) }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "（" }
  private static func closes(_ scalar: Unicode.Scalar) -> Bool { scalar == ")" || scalar == "）" }

  /// ASCII and full-width digits.
  private func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }

  /// Blanks, hyphens and characters without width, which people put between the digits; a line break ends a number.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: true
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
