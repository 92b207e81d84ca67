import Testing

@testable import Narrative

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("", 10, ""), ("# a\n\n*b*  c\nd", 10, "a b c d"), ("a & <b> \"'", 20, "a & <b> \"'"), ("&amp;lt;", 20, "&lt;"),
    ("[a](b \"c > d\") `e`", 20, "a e"), ("- a\n- b\n\n> c", 20, "a b c"),
    ("| a | b |\n|-|-|\n| c | d |", 20, "a b c d"),
    ("客户投诉 📞👨‍👩‍👧 电话", 7, "客户投诉 📞👨‍👩‍👧"), ("abc", 0, ""), ("```kesu\nchart: bars\n```\na", 9, "a"), ("    a\n     b", 9, "a b"),
  ])
  func markupIsLeftOut(source: String, limit: Int, expected: String) {
    #expect(plainText(of: Array(source.utf8), limit: limit) == expected)
  }

  @Test func itPassesTheFilter() {
    #expect(plainText(of: Array("*a* b".utf8), limit: 9) { $0.uppercased() } == "A B")
  }
}
