import Complaints
import Testing

@testable import Intake

@Suite struct NumberReadingTests {
  @Test(arguments: [
    ("0", 0), ("12", 12), ("1,234", 1_234), ("1,234,567", 1_234_567), ("１２", 12), ("１，２３４", 1_234), ("12.0", 12),
    ("007", 7),
  ])
  func countsAreRead(text: String, expected: Int) throws { #expect(try readCount(text) == expected) }

  @Test(arguments: [
    ("1.5", NumberFault.fraction), ("-1", .negative), ("－１", .negative), ("12,34", .grouping), ("1,2345", .grouping),
    (",123", .grouping), ("1,234,", .grouping), ("", .form), ("NaN", .form), ("inf", .form), ("0x10", .form),
    ("1 2", .form),
    ("1.", .form), (".5", .form), ("+5", .form), ("-", .form), ("1234,567", .grouping), ("1.234,5", .grouping),
    ("123456789012", .tooLarge(11)), ("1e3", .form),
  ])
  func whatIsNoCountIsRefused(text: String, fault: NumberFault) {
    #expect(throws: fault) { try readCount(text) }
  }

  @Test(arguments: [
    ("60", 6_000), ("60%", 6_000), ("60.5", 6_050), ("33.33 %", 3_333), ("６０％", 6_000), ("0", 0), ("100", 10_000),
  ])
  func percentsAreHundredths(text: String, expected: Int) throws { #expect(try readPercent(text) == expected) }

  /// Half away from zero: 0.125 is 0.13, 0.124999 is 0.12.
  @Test(arguments: [
    ("0", 0, false), ("12", 1_200, false), ("12.5", 1_250, false), ("12.34", 1_234, false), ("12.340", 1_234, false),
    ("0.125", 13, true), ("0.124999", 12, true), ("0.995", 100, true), ("1,234.50", 123_450, false),
    ("¥12", 1_200, false), ("￥12", 1_200, false), ("12元", 1_200, false), ("CNY 12", 1_200, false),
    ("12 CNY", 1_200, false),
    ("cny12", 1_200, false), ("RMB 1,000.01", 100_001, false), ("１２．５", 1_250, false),
    ("99999999999.99", 9_999_999_999_999, false),
  ])
  func moneyIsCounted(text: String, cents: Int, isRounded: Bool) throws {
    let amount = try readMoney(text, currency: "CNY")
    #expect(amount.money.cents == cents)
    #expect(amount.isRounded == isRounded)
  }

  @Test(arguments: [
    ("$12", NumberFault.currency("CNY")), ("12 USD", .currency("CNY")), ("€12", .currency("CNY")),
    ("12港元", .currency("CNY")),
    ("-12", .negative), ("¥-12", .negative), ("-¥12", .negative), ("abc", .form), ("nan", .form), ("12 apples", .form),
    ("¥", .form),
    ("12.5.1", .form), ("(12)", .form), ("100000000000", .tooLarge(11)),
  ])
  func whatIsNoAmountIsRefused(text: String, fault: NumberFault) {
    #expect(throws: fault) { try readMoney(text, currency: "CNY") }
  }

  @Test func theSiteHasItsCurrency() throws {
    #expect(try readMoney("$12.50", currency: "USD").money.cents == 1_250)
    #expect(throws: NumberFault.currency("USD")) { try readMoney("¥12", currency: "USD") }
  }

  @Test(arguments: [
    ("是", true), ("yes", true), ("Yes", true), ("true", true), ("否", false), ("NO", false), ("false", false),
  ])
  func yesAndNoAreRead(text: String, answer: Bool) { #expect(readYesNo(text) == answer) }

  @Test(arguments: ["", "y", "1", "0", "on", "对"])
  func otherAnswersAreNone(text: String) { #expect(readYesNo(text) == nil) }
}
