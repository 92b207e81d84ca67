/// How the cases of a site are numbered: by year, month and a serial that starts anew with them (`{yy}{mm}{seq:02}`).
package struct Numbering: Hashable, Sendable {
  /// As in site.yaml.
  package let pattern: String
  private let before, after: [Part]
  private let width: Int

  /// What a number says.
  package struct Number: Hashable, Sendable {
    /// `nil` where the pattern has none.
    package let year, month, day: Int?
    /// From 1.
    package let serial: Int

    package init(year: Int?, month: Int?, day: Int? = nil, serial: Int) {
      self.year = year
      self.month = month
      self.day = day
      self.serial = serial
    }
  }

  /// What the parts of an id have said so far.
  private struct Said {
    var year, month, day: Int?

    /// False where it was said otherwise before.
    mutating func say(_ number: Int, _ part: WritableKeyPath<Said, Int?>) -> Bool {
      defer { self[keyPath: part] = number }
      return self[keyPath: part] ?? number == number
    }
  }

  private enum Part: Hashable {
    case literal(String)
    case year, shortYear, month, day
  }

  /// Reads a pattern of text, `{yyyy}`, `{yy}`, `{mm}`, `{dd}` and one `{seq}` or `{seq:02}`; `nil` for any other.
  package init?(_ pattern: String) {
    var (sides, width): ([[Part]], Int) = ([[]], 1)
    var rest = Substring(pattern)
    while !rest.isEmpty {
      guard rest.first == "{" else {
        let text = rest.prefix { $0 != "{" }
        sides[sides.count - 1].append(.literal(String(text)))
        rest = rest.dropFirst(text.count)
        continue
      }
      guard let close = rest.firstIndex(of: "}") else { return nil }
      switch rest[..<close].dropFirst() {
      case "yyyy": sides[sides.count - 1].append(.year)
      case "yy": sides[sides.count - 1].append(.shortYear)
      case "mm": sides[sides.count - 1].append(.month)
      case "dd": sides[sides.count - 1].append(.day)
      case let name:
        guard let given = Self.width(name) else { return nil }
        width = given
        sides.append([])
      }
      rest = rest[rest.index(after: close)...]
    }
    guard sides.count == 2 else { return nil }
    self.pattern = pattern
    self.width = width
    (before, after) = (sides[0], sides[1])
  }

  /// The least digits that `seq`, `seq:2` or `seq:02` asks for.
  private static func width(_ name: Substring) -> Int? {
    if name == "seq" { return 1 }
    guard name.hasPrefix("seq:"), let width = Int(name.dropFirst(4)), (0...99).contains(width) else { return nil }
    return max(1, width)
  }
}

extension Numbering {
  /// The number of a day's year and month with a serial; one too large for its width has more digits.
  package func text(on day: Day, serial: Int) -> String {
    text(before, day) + padded(serial, width) + text(after, day)
  }

  private func text(_ parts: [Part], _ day: Day) -> String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .year: padded(day.year, 4)
      case .shortYear: padded(day.year % 100, 2)
      case .month: padded(day.month, 2)
      case .day: padded(day.parts.day, 2)
      }
    }.joined()
  }

  /// What an id says; `nil` where it does not fit the pattern. Two digits of a year mean 1990 to 2089.
  package func number(_ id: String) -> Number? {
    var id = id
    // Every id of a ledger is asked each time, so this is done byte by byte.
    return id.withUTF8 { number($0[...]) }
  }

  private func number(_ id: Slice<UnsafeBufferPointer<UInt8>>) -> Number? {
    var (rest, date) = (id, Said())
    for part in before {
      let text = rest.prefix(Self.size(of: part))
      guard Self.read(part, text, &date) else { return nil }
      rest = rest.dropFirst(text.count)
    }
    for part in after.reversed() {
      let text = rest.suffix(Self.size(of: part))
      guard Self.read(part, text, &date) else { return nil }
      rest = rest.dropLast(text.count)
    }
    // A serial that outgrew its width has no leading zero.
    guard let serial = Self.digits(rest), serial > 0, rest.count == width || rest.count > width && rest.first != 0x30
    else { return nil }
    return Number(year: date.year, month: date.month, day: date.day, serial: serial)
  }

  /// The number after the highest that a month has, or its first.
  package func next(after ids: some Sequence<String>, on day: Day) -> String {
    let own = number(text(on: day, serial: 1))
    let serials = ids.compactMap(number).filter { $0.year == own?.year && $0.month == own?.month }.map(\.serial)
    return text(on: day, serial: (serials.max() ?? 0) + 1)
  }

  /// In bytes.
  private static func size(of part: Part) -> Int {
    switch part {
    case .literal(let text): text.utf8.count
    case .year: 4
    case .shortYear, .month, .day: 2
    }
  }

  /// Takes what a part says; false where it says something else than before, or nothing that can be.
  private static func read(_ part: Part, _ text: Slice<UnsafeBufferPointer<UInt8>>, _ date: inout Said) -> Bool {
    if case .literal(let literal) = part { return text.elementsEqual(literal.utf8) }
    guard text.count == size(of: part), let number = digits(text) else { return false }
    switch part {
    case .month: return (1...12).contains(number) && date.say(number, \.month)
    case .day: return (1...31).contains(number) && date.say(number, \.day)
    case .shortYear: return date.say(number + (number < 90 ? 2000 : 1900), \.year)
    default: return date.say(number, \.year)
    }
  }

  /// `nil` of anything but digits, of none, and of more than a number has room for.
  private static func digits(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard !text.isEmpty else { return nil }
    var number = 0
    for byte in text {
      guard (48...57).contains(byte) else { return nil }
      let (tens, isTooMuch) = number.multipliedReportingOverflow(by: 10)
      let (sum, isMore) = tens.addingReportingOverflow(Int(byte) - 48)
      if isTooMuch || isMore { return nil }
      number = sum
    }
    return number
  }
}
