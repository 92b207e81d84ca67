import Complaints
import Hypertext

/// How numbers, money, moments and periods read on a page. What is missing reads «—».
package struct Numbers: Sendable {
  static let missing = "—"
  /// The true minus sign, as wide as a plus.
  static let minus = "\u{2212}"
  let strings: Strings
  let currency: String
  /// 元 for CNY in Chinese; the code where the language has no word.
  private let currencyName: String
  /// From January on.
  let monthNames: [String]

  package init(strings: Strings, currency: String) {
    self.strings = strings
    self.currency = currency
    currencyName = strings.text("currency.\(currency)") ?? currency
    monthNames = (1...12).map { strings.text("month.\($0)") ?? "\($0)" }
  }

  /// 12,345; a true minus before a negative one.
  func count(_ value: Int?) -> String {
    guard let value else { return Self.missing }
    return Decimals.whole(value, grouping: ",", minus: Self.minus)
  }

  /// With a fixed number of decimals.
  func decimal(_ value: Double?, places: Int) -> String {
    guard let value else { return Self.missing }
    return Decimals.fixed(value, places: places, grouping: ",", minus: Self.minus)
  }

  /// A fraction as a percentage: 0.0202 with two places is 2.02%.
  func percent(_ fraction: Double?, places: Int = 1) -> String {
    fraction.map { decimal($0 * 100, places: places) + "%" } ?? Self.missing
  }

  /// +11, −3, 0: a change always shows its sign.
  func change(_ value: Int?) -> String {
    guard let value else { return Self.missing }
    return value > 0 ? "+" + count(value) : count(value)
  }

  /// A signed decimal.
  func change(_ value: Double?, places: Int) -> String {
    guard let value else { return Self.missing }
    let text = decimal(value, places: places)
    let isPositive = value > 0 && text.contains { $0.isNumber && $0 != "0" }
    return isPositive ? "+" + text : text
  }

  /// In the currency's unit with two decimals: 12,345.60 元.
  func money(_ amount: Money?) -> String {
    guard let amount else { return Self.missing }
    return strings(UnitPhrase.money, ["n": decimal(amount.units, places: 2), "currency": currencyName])
  }

  /// Money for headlines: in ten thousands where the language counts so.
  func headline(_ amount: Money?) -> (figure: String, unit: String) {
    guard let amount else { return (Self.missing, "") }
    switch strings.language {
    case .chinese:
      return (decimal(amount.units / 10_000, places: 2), strings(UnitPhrase.moneyLarge, ["currency": currencyName]))
    case .english:
      return (decimal(amount.units / 1_000, places: 1), strings(UnitPhrase.moneyLarge, ["currency": currencyName]))
    }
  }

  /// As written: 1,140 or 2.5.
  func quantity(_ quantity: Quantity) -> String {
    let (whole, rest) = quantity.millionths.quotientAndRemainder(dividingBy: 1_000_000)
    let digits = Decimals.whole(whole, grouping: ",")
    guard rest > 0 else { return digits }
    var fraction = Decimals.fixed(Double(rest) / 1_000_000, places: 6).dropFirst()
    while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
    return digits + fraction
  }

  /// 60%, or 33.33%.
  func share(_ hundredths: Int) -> String {
    let whole = hundredths / 100
    let rest = hundredths % 100
    if rest == 0 { return "\(whole)%" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
