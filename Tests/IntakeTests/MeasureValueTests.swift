import Complaints
import Testing

@testable import Intake

/// Each mistake in a date, a number or an amount as its reader sees it; the line under test is the fifth.
@Suite struct MeasureValueTests {
  @Test(arguments: [
    (
      "closed: 2026-02-30",
      "5:9: error: closed (结案时间): the date 2026-02-30 does not exist; 2026-02 has days 01 to 28 [date.invalid]"
    ),
    (
      "closed: 2026/13/1",
      "5:9: error: closed (结案时间): the date 2026-13-01 does not exist; months run from 01 to 12 [date.invalid]"
    ),
    (
      "closed: 2026-10-12 25:00",
      "5:9: error: closed (结案时间): '2026-10-12 25:00' has a time that does not exist; a day runs from 00:00:00 to 23:59:59 [date.invalid]"
    ),
    (
      "closed: 03/04/2026",
      "5:9: error: closed (结案时间): '03/04/2026' does not begin with the year; write it like 2026-10-12 [date.invalid]"
    ),
    (
      "closed: 1989-12-31",
      "5:9: error: closed (结案时间): '1989-12-31' lies outside 1990 to 2099; check the year [date.invalid]"
    ),
    (
      "closed: 昨天",
      "5:9: error: closed (结案时间): '昨天' cannot be read as a date; write it like 2026-10-12 or 2026-10-12 09:30 [date.invalid]"
    ),
    (
      "closed: 2026-10-12T09:30:00+25:00",
      "5:9: error: closed (结案时间): '2026-10-12T09:30:00+25:00' has a time zone that cannot be read; write it like +08:00 or Z [date.invalid]"
    ),
    (
      "due: 2026-9-31",
      "5:6: error: due.until (至): '2026-9-31' cannot be read as a date; write it like 2026-10-12 or 2026-10-12 09:30 [date.invalid]"
    ),
    (
      "product: { lots: 1.5 }",
      "5:18: error: product.lots (批数): '1.5' is not a whole number; write it without decimals [number.invalid]"
    ),
    (
      "product: { lots: -1 }", "5:18: error: product.lots (批数): '-1' is negative; it must be 0 or more [number.invalid]"
    ),
    (
      "product: { shipped: nan }",
      "5:21: error: product.shipped (出货数量): 'nan' is not a number; write it in digits, without a unit, like 1200 or 1,200.50 [number.invalid]"
    ),
    (
      "product: { shipped: 1e3 }",
      "5:21: error: product.shipped (出货数量): '1e3' is not a number; write it in digits, without a unit, like 1200 or 1,200.50 [number.invalid]"
    ),
    (
      "product: { shipped: \"12,34\" }",
      "5:21: error: product.shipped (出货数量): '12,34' has misplaced separators; they stand between groups of three digits [number.invalid]"
    ),
    (
      "product: { shipped: 0.0000001 }",
      "5:21: error: product.shipped (出货数量): '0.0000001' has too many decimals; at most 6 [number.invalid]"
    ),
    (
      "product: { lots: 123456789012 }",
      "5:18: error: product.lots (批数): '123456789012' is too large; at most 11 digits before the point [number.invalid]"
    ),
    (
      "product: { shipped: 1234567890 }",
      "5:21: error: product.shipped (出货数量): '1234567890' is too large; at most 9 digits before the point [number.invalid]"
    ),
    (
      "satisfaction: 6",
      "5:15: error: satisfaction.overall (整体): '6' is out of range; it must be from 1 to 5 [number.invalid]"
    ),
    (
      "assessment: { risk: 0 }",
      "5:21: error: assessment.risk (风险): '0' is out of range; it must be from 1 to 5 [number.invalid]"
    ),
    (
      "departments: [{ name: 制造部, share: 120 }]",
      "5:35: error: departments.share (责任比例): '120' is out of range; it must be from 0 to 100 [number.invalid]"
    ),
    (
      "departments: [{ name: 制造部, share: 33.333 }]",
      "5:35: error: departments.share (责任比例): '33.333' has too many decimals; at most 2 [number.invalid]"
    ),
    (
      "departments: [{ name: 制造部, share: 60元 }]",
      "5:35: error: departments.share (责任比例): '60元' is not a number; write it in digits, without a unit, like 1200 or 1,200.50 [number.invalid]"
    ),
    (
      "costs: { claim: 12.345 }",
      "5:17: warning: costs.claim (索赔) has more than two decimals; it is read as '12.35' [money.rounded]"
    ),
    (
      "costs: { claim: $12 }",
      "5:17: error: costs.claim (索赔): '$12' is not in the site's currency; write the amount in CNY [money.currency]"
    ),
    (
      "costs: { claim: 12 USD }",
      "5:17: error: costs.claim (索赔): '12 USD' is not in the site's currency; write the amount in CNY [money.currency]"
    ),
    (
      "costs: { claim: -12 }", "5:17: error: costs.claim (索赔): '-12' is negative; it must be 0 or more [number.invalid]"
    ),
    (
      "costs: { claim: ¥-12 }",
      "5:17: error: costs.claim (索赔): '¥-12' is negative; it must be 0 or more [number.invalid]"
    ),
    (
      "costs: { claim: 三万 }",
      "5:17: error: costs.claim (索赔): '三万' is not a number; write it in digits, without a unit, like 1200 or 1,200.50 [number.invalid]"
    ),
    (
      "costs: { claim: inf }",
      "5:17: error: costs.claim (索赔): 'inf' is not a number; write it in digits, without a unit, like 1200 or 1,200.50 [number.invalid]"
    ),
    (
      "costs: { claim: 3.5万 }",
      "5:17: error: costs.claim (索赔): '3.5万' is not a number; write it in digits, without a unit, like 1200 or 1,200.50 [number.invalid]"
    ),
  ])
  func eachMistakeHasItsWordsAndPlace(line: String, expected: String) {
    #expect(complaints(about: line) == ["content/cases/a.md:" + expected])
  }
}
