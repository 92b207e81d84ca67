import Hypertext

/// What readers outside the team may not see of a customer, and what they see in its place.
///
/// A class because every value of a card is asked about, and a copy of a value would count references each time.
package final class Masking: Sendable {
  /// A value of this case's own contact fields, which may stand in its texts too.
  struct Secret: Sendable {
    let text: String
    let kind: Kind

    /// In the order in which they are looked for.
    enum Kind: Comparable, Sendable {
      case phone, email, address, unit
    }

    /// What is shown in its place; found out where the secret is met, which is seldom.
    fileprivate var shown: String {
      switch kind {
      case .phone: Masking.phone(text)
      case .email: Masking.email(text)
      case .address: Masking.address(text)
      case .unit: Masking.hidden
      }
    }

    /// A text in which it is masked; `nil` if it does not stand there.
    ///
    /// It does not stand inside a longer word or number: unit 3-1 is no part of the date 2026-03-12.
    fileprivate func hidden(in text: String) -> String? {
      let (secret, shown) = (Array(self.text.utf8), shown)
      var result: [UInt8] = []
      var copied = 0
      text.withBytes { text in
        var index = 0
        while index + secret.count <= text.count {
          guard text.holds(self.text, at: index), Self.isWhole(secret, in: text, at: index) else {
            index += 1
            continue
          }
          result.append(contentsOf: text[copied..<index])
          result.append(contentsOf: shown.utf8)
          index += secret.count
          copied = index
        }
        if copied > 0 { result.append(contentsOf: text[copied...]) }
      }
      return copied > 0 ? String(decoding: result, as: UTF8.self) : nil
    }

    private static func isWhole(_ secret: [UInt8], in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
      let end = start + secret.count
      if let first = secret.first, isWord(first), start > 0, isWord(text[start - 1]) { return false }
      if let last = secret.last, isWord(last), end < text.count, isWord(text[end]) { return false }
      return true
    }

    /// Whether a byte is a letter or digit of ASCII.
    private static func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: false
      }
    }
  }

  private let secrets: [Secret]
  /// The first two bytes of each secret, by which nearly all that is none is told.
  private let leads: [UInt16]
  /// For each byte, whether it may begin a secret or make a number or an address.
  private let signs: [Sign]

  private enum Sign: UInt8 {
    case none, digit, at
    /// The first of the three bytes of a character that is none of these.
    case han
    /// The second byte of full-width digits and of the full-width at sign.
    case wide
    case secret
  }

  /// - Parameters:
  ///   - phones: The case's telephone fields, as written.
  ///   - emails: Its e-mail fields.
  ///   - addresses: Its address fields.
  ///   - units: Its unit fields (room, account).
  convenience init(phones: [String] = [], emails: [String] = [], addresses: [String] = [], units: [String] = []) {
    func secrets(_ texts: [String], _ kind: Secret.Kind) -> [Secret] { texts.map { Secret(text: $0, kind: kind) } }
    self.init(
      secrets(phones, .phone) + secrets(emails, .email) + secrets(addresses, .address) + secrets(units, .unit))
  }

  /// Of what no case has written: only numbers and addresses are told by their form.
  static let ofNobody = Masking()

  /// - Parameter secrets: By their kinds.
  init(_ secrets: [Secret]) {
    var (secrets, signs) = (secrets, Self.signs)
    secrets.removeAll { $0.text.utf8.count < 2 }
    for secret in secrets { if let first = secret.text.utf8.first { signs[Int(first)] = .secret } }
    leads = secrets.map { $0.text.withBytes { Self.lead(of: $0, at: 0) } }
    (self.secrets, self.signs) = (secrets, signs)
  }

  private static let signs: [Sign] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "@"): .at
    case 0xBC: .wide
    case 0xE4...0xE9: .han
    default: .none
    }
  }

  private static func lead(of text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16 {
    UInt16(text[index]) << 8 | UInt16(text[index + 1])
  }

  static let hidden = "***"

  /// Running text with numbers and addresses masked.
  func text(_ text: String) -> String {
    guard text.withBytes(mayHide) else { return text }
    var text = text
    for secret in secrets(metIn: text) { text = secret.hidden(in: text) ?? text }
    text = Self.emails(in: text) ?? text
    return PhoneMask(text).masked() ?? text
  }

  /// The secrets of which one stands in a text, the longest first, so that one value inside another does not spoil it; a
  /// lone character hides nothing.
  private func secrets(metIn text: String) -> [Secret] {
    guard secrets.contains(where: { secret in text.withBytes { $0.place(of: secret.text) != nil } }) else { return [] }
    return secrets.filter { $0.text.count > 1 && $0.text != $0.shown }.sorted { $0.text.count > $1.text.count }
  }

  /// Whether a text has anything that might have to be masked: the quick answer for nearly all of the texts of a card.
  ///
  /// That is an at sign, ten digits, or a secret.
  func mayHide(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    signs.withUnsafeBufferPointer { signs in
      var (digits, index) = (0, 0)
      while index < text.count {
        switch signs[Int(text[index])] {
        case .none: break
        case .han: index += 2
        case .digit: digits += 1
        case .at: return true
        case .wide:
          if index > 0, index + 1 < text.count, text[index - 1] == 0xEF {
            if text[index + 1] == 0xA0 { return true }
            if (0x90...0x99).contains(text[index + 1]) { digits += 1 }
          }
        case .secret:
          // The byte may be a digit too, or one of a wide sign: then the closer look tells.
          let sign = Self.signs[Int(text[index])]
          if sign == .digit { digits += 1 }
          if sign == .at || sign == .wide { return true }
          if index + 1 < text.count, leads.contains(Self.lead(of: text, at: index)) {
            for secret in secrets where text.holds(secret.text, at: index) { return true }
          }
          if sign == .han { index += 2 }
        }
        index += 1
      }
      return digits >= 10
    }
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
    let beginning = Array(text.prefix(12).utf8)
    for mark in ["市", "自治州", "盟", "地区", "特别行政区", "省", "自治区"] {
      if let start = beginning.withUnsafeBufferPointer({ $0.place(of: mark) }) {
        return String(decoding: beginning[..<(start + mark.utf8.count)], as: UTF8.self) + hidden
      }
    }
    return hidden
  }

  private static func emails(in text: String) -> String? {
    guard text.withBytes({ $0.contains(UInt8(ascii: "@")) || $0.place(of: "＠") != nil }) else { return nil }
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
    isLetterOrDigit(character) || character.asciiValue.map { "._%+-".utf8.contains($0) } ?? false
  }

  private static func isDomain(_ character: Character) -> Bool {
    isLetterOrDigit(character) || character == "." || character == "-"
  }

  /// Of ASCII.
  private static func isLetterOrDigit(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a text first stands in this one, compared byte by byte; `nil` if it does not.
  fileprivate func place(of part: String) -> Int? {
    part.withBytes { part in
      guard let first = part.first else { return isEmpty ? nil : 0 }
      return indices.first { self[$0] == first && holds(part, at: $0) }
    }
  }

  /// Whether another text stands at a place of this one.
  fileprivate func holds(_ part: String, at start: Int) -> Bool { part.withBytes { holds($0, at: start) } }

  private func holds(_ part: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + part.count <= count else { return false }
    for index in part.indices where self[start + index] != part[index] { return false }
    return true
  }
}
