/// What readers outside the team may not see of a customer, and what they see in its place.
package struct Masking: Sendable {
  /// Values of this case's own contact fields, which may stand in its texts too.
  private let secrets: [(text: String, shown: String)]

  /// - Parameters:
  ///   - phones: The case's telephone fields, as written.
  ///   - emails: Its e-mail fields.
  ///   - addresses: Its address fields.
  ///   - units: Its unit fields (room, account).
  init(phones: [String] = [], emails: [String] = [], addresses: [String] = [], units: [String] = []) {
    var secrets = phones.map { ($0, Self.phone($0)) } + emails.map { ($0, Self.email($0)) }
    secrets += addresses.map { ($0, Self.address($0)) } + units.map { ($0, Self.hidden) }
    // The longest first, so that one value inside another does not spoil it; a lone character hides nothing.
    guard !secrets.isEmpty else {
      self.secrets = []
      return
    }
    self.secrets = secrets.filter { $0.0.count > 1 && $0.0 != $0.1 }.sorted { $0.0.count > $1.0.count }
  }

  static let hidden = "***"

  /// Running text with numbers and addresses masked.
  func text(_ text: String) -> String {
    var text = text
    for secret in secrets where holds(text, secret.text) {
      text = text.split(separator: secret.text, omittingEmptySubsequences: false).joined(separator: secret.shown)
    }
    text = Self.emails(in: text) ?? text
    return PhoneMask.mayHoldNumber(text) ? PhoneMask(text).masked() ?? text : text
  }

  /// A telephone field: a mobile number keeps its first three and last four digits, any other its last two.
  static func phone(_ text: String) -> String {
    if let masked = PhoneMask(text).masked() { return masked }
    let digits = text.unicodeScalars.count(where: isDigit)
    var seen = 0
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard isDigit(scalar) else {
        result.append(scalar)
        continue
      }
      seen += 1
      result.append(seen > digits - 2 ? scalar : "*")
    }
    return String(result)
  }

  /// Unicode's tables are asked only about what is not ASCII.
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.numericType == .decimal
  }

  /// The first letter and the domain; a text without @ is hidden.
  static func email(_ text: String) -> String {
    guard let at = text.lastIndex(where: { $0 == "@" || $0 == "＠" }), at > text.startIndex else { return hidden }
    return text.prefix(1) + hidden + text[at...]
  }

  /// Province and city: what stands up to the first 市, 州, 盟 or 地区, or to the province where no city is named.
  static func address(_ text: String) -> String {
    // Names of provinces with their city are no longer than this.
    let beginning = text.prefix(12)
    for mark in ["市", "自治州", "盟", "地区", "特别行政区", "省", "自治区"] {
      if let range = beginning.firstRange(of: mark) { return beginning[..<range.upperBound] + hidden }
    }
    return hidden
  }

  private static func emails(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "@")) || holds(text, "＠") else { return nil }
    var result = ""
    var rest = text[...]
    while let at = rest.firstIndex(where: { $0 == "@" || $0 == "＠" }) {
      var start = at
      while start > rest.startIndex, isLocal(rest[rest.index(before: start)]) { start = rest.index(before: start) }
      let domain = rest[rest.index(after: at)...].prefix { isDomain($0) }
      if start < at, domain.contains(".") {
        result += rest[..<start] + rest[start...].prefix(1) + hidden + rest[at...at] + domain
      } else {
        result += rest[..<domain.endIndex]
      }
      rest = rest[domain.endIndex...]
    }
    return result + rest
  }

  private static func isLocal(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "._%+-".contains(character))
  }

  private static func isDomain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || ".-".contains(character))
  }
}

/// Whether a text holds another, compared byte by byte: every text of every card is asked, and most say no.
func holds(_ text: String, _ part: String) -> Bool {
  var (text, part) = (text, part)
  return text.withUTF8 { text in
    part.withUTF8 { part in
      guard let first = part.first else { return true }
      guard text.count >= part.count else { return false }
      return (0...text.count - part.count).contains { start in
        text[start] == first && part.indices.allSatisfy { text[start + $0] == part[$0] }
      }
    }
  }
}
