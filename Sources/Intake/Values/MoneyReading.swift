import Complaints

/// An amount, and whether more than two decimals were rounded away.
struct Amount {
  let money: Money
  let isRounded: Bool
}

/// Reads an amount in the site's currency, whose sign or code may stand before or after it.
///
/// More than two decimals are rounded half away from zero.
func readMoney(_ text: UnsafeBufferPointer<UInt8>, currency: String) throws(NumberFault) -> Amount {
  // Most amounts are digits from end to end.
  guard let first = text.first, (0x30...0x39).contains(first), let last = text.last, (0x30...0x39).contains(last) else {
    return try readMoney(String(decoding: text, as: UTF8.self), currency: currency)
  }
  return amount(try Decimal(text))
}

func readMoney(_ text: String, currency: String) throws(NumberFault) -> Amount {
  amount(try Decimal(try withoutCurrency(text, currency)))
}

private func amount(_ decimal: Decimal) -> Amount {
  if let cents = decimal.exact(places: 2) { return Amount(money: Money(cents: cents), isRounded: false) }
  let up = decimal.digit(2) >= 5 ? 1 : 0
  return Amount(money: Money(cents: decimal.truncated(places: 2) + up), isRounded: true)
}

/// The number alone; another currency than the site's is an error.
private func withoutCurrency(_ text: String, _ currency: String) throws(NumberFault) -> String {
  if let first = text.utf8.first, (0x30...0x39).contains(first), let last = text.utf8.last, (0x30...0x39).contains(last)
  {
    return text
  }
  let isSign: (Unicode.Scalar) -> Bool = { isNumeric($0) == false }
  let scalars = text.unicodeScalars
  let before = trimmed(String(String.UnicodeScalarView(scalars.prefix(while: isSign))))
  let after = trimmed(String(String.UnicodeScalarView(scalars.reversed().prefix(while: isSign).reversed())))
  let number = scalars.drop(while: isSign).reversed().drop(while: isSign).reversed()
  guard !number.isEmpty else { throw .form }
  let signs = signs(of: currency)
  // A minus may stand on either side of the sign of the currency.
  let sign = before.unicodeScalars.filter { $0 != "-" && $0 != "−" && $0 != "－" && $0 != "+" }
  let isNegative = before.unicodeScalars.contains { $0 == "-" || $0 == "−" || $0 == "－" }
  for written in [trimmed(String(String.UnicodeScalarView(sign))), after] where !written.isEmpty {
    guard signs.contains(written.uppercased()) else {
      throw isForeign(written) ? .currency(currency) : .form
    }
  }
  if isNegative { throw .negative }
  return String(String.UnicodeScalarView(number))
}

/// Digits, separators and points of either width belong to the number.
private func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x30...0x39, 0x2C, 0x2E, 0xFF10...0xFF19, 0xFF0C, 0xFF0E: true
  default: false
  }
}

/// What the currency may be written as, in capitals.
private func signs(of currency: String) -> [String] {
  switch currency {
  case "CNY": ["CNY", "RMB", "¥", "￥", "元", "人民币", "CN¥"]
  case "JPY": ["JPY", "¥", "￥", "円"]
  case "USD": ["USD", "$", "＄", "US$", "美元"]
  case "EUR": ["EUR", "€", "欧元"]
  case "GBP": ["GBP", "£", "￡", "英镑"]
  case "HKD": ["HKD", "HK$", "$", "港元", "港币"]
  case "TWD": ["TWD", "NT$", "NTD", "$", "元", "新台币"]
  case "KRW": ["KRW", "₩", "￦"]
  case "INR": ["INR", "₹"]
  default: [currency]
  }
}

/// Whether a text is the sign or code of some currency: one sign of money, or three letters.
private func isForeign(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  if scalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) { return true }
  if ["元", "円", "美元", "欧元", "英镑", "港元", "港币", "日元", "人民币", "新台币", "RMB"].contains(text.uppercased()) { return true }
  return scalars.count == 3 && scalars.allSatisfy { $0.properties.isAlphabetic && $0.isASCII }
}
