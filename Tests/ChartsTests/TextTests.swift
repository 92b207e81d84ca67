import Testing

@testable import Charts

@Suite struct TextTests {
  /// Widths at 12 px as Chromium's `measureText` gave them for Noto Sans CJK SC Regular.
  @Test(
    arguments: [
      ("焊接不良", 48.0), ("，。（）", 48), ("カタカナ", 48), ("2.02%", 34.368), ("KS-2609-006", 69.852), ("", 0), ("−8", 13.32),
      ("𠮷", 12), ("e\u{301}", 6.648),
    ] as [(String, Double)])
  func widthsAreThoseOfABrowser(text: String, expected: Double) {
    #expect(abs(TextWidth.of(text) - expected) < 0.001, "\(text): \(TextWidth.of(text))")
  }

  @Test func whatIsNotInTheTableIsOneEm() {
    #expect(TextWidth.of("€", size: 10) == 10)
  }

  @Test(
    arguments: [
      ("客户要求", 48.0, "客户要求"), ("客户要求永久对策", 48, "客户要…"), ("客户", 11, ""), ("客户", 13, "…"), ("客 户要求", 30, "客…"),
    ] as [(String, Double, String)])
  func longTextIsElided(text: String, width: Double, expected: String) {
    #expect(TextWidth.elided(text, to: width) == expected)
  }

  @Test(
    arguments: [
      ("焊接不良", 48.0, ["焊接不良"]), ("焊接不良", 40, ["焊接", "不良"]),
      ("Industrial automation", 70, ["Industrial", "automation"]),
      ("电子产品事业部门华东区", 30, ["电子", "产品", "事…"]), ("", 30, []),
    ] as [(String, Double, [String])])
  func namesTurnIntoBalancedLines(text: String, width: Double, expected: [String]) {
    #expect(WrappedText.lines(text, width: width, lines: 3) == expected)
  }

  @Test(
    arguments: [
      ([10.0, 12, 50], [10.0, 25, 50]), ([98, 99], [85, 100]), ([50], [50]), ([], []), ([40, 10], [40, 10]),
    ] as [([Double], [Double])])
  func labelsArePushedApart(wanted: [Double], expected: [Double]) {
    #expect(Layout.spread(wanted, gap: 15, in: 0...100) == expected)
  }

  @Test(
    arguments: [
      (ValueFormat.count, 1234.0, "1,234", "+1,234"), (.count, -8, "−8", "−8"), (.count, 0, "0", "0"),
      (.percent(decimals: 2), 0.0202, "2.02%", "+2.02"),
      (ValueFormat(decimals: 1, unit: " 万元"), 38.6, "38.6 万元", "+38.6"),
      (ValueFormat(decimals: 1), -0.04, "0.0", "0.0"), (.count, 1_234_567, "1,234,567", "+1,234,567"),
    ] as [(ValueFormat, Double, String, String)])
  func numbersArePrintedAsAsked(format: ValueFormat, value: Double, text: String, signed: String) {
    #expect(format.text(value) == text)
    #expect(format.signed(value) == signed)
  }

  @Test func missingIsNotZero() {
    #expect(ValueFormat.count.text(nil) == "—")
    #expect(ValueFormat.count.signed(nil) == "—")
  }
}
