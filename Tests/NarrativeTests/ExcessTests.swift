import Testing

@testable import Narrative

/// Input that is built to overflow the stack or to take for ever.
@Suite struct ExcessTests {
  /// Rendering this in a debug build must not hold up the tests; a release build takes 1 MiB in at most 2 seconds.
  static let size = 1 << 17

  @Test(arguments: [
    ">", "> ", "[", "![", "![[]()", "[a](", "*", "**", "*a_ ", "_", "`", "- ", "1. ", "* - ", "<", "<!--", "<b ", "&",
    "\\",
    "|", "|\n", "|-\n", "|a|\n|-|\n", "|a|\n|-|\n    x\n", "|a|\n|-|\n2. x\n", "- |a|\n  |-|\n", "> |a|\n", ">\n",
    "a\n=\n", "[a]: b\n", "[a]: b\n|[a]|\n|-|\n\n", "\n", "\r", "\t", "\u{0}", "~~~\n", "a](b) ", "*a **a ", "1)\n",
    "#", ":-",
  ])
  func muchOfAnythingIsRendered(piece: String) {
    let source = String(repeating: piece, count: ExcessTests.size / piece.utf8.count)
    let started = ContinuousClock.now
    _ = renderNarrative(Array(source.utf8))
    #expect(ContinuousClock.now - started < .seconds(60))
  }

  @Test(arguments: [
    String(repeating: ">", count: 1 << 20), String(repeating: "[", count: 1 << 20),
    String(repeating: "![[]()", count: 170_000),
    String(repeating: "> ", count: 200_000) + String(repeating: "_?", count: 200_000),
    String(repeating: "> ", count: 450) + String(repeating: "_?", count: 200_000),
    "|" + String(repeating: "a|", count: 50_000) + "\n|" + String(repeating: "-|", count: 50_000) + "\n"
      + String(repeating: "x\n", count: 200_000),
    (0..<1_000).map { String(repeating: "  ", count: $0) + "* a\n" }.joined(),
    String(repeating: "> ", count: 400) + "| a |\n" + String(repeating: "> ", count: 400) + "| - |\n",
  ])
  func deepAndWideInputIsRendered(source: String) {
    let started = ContinuousClock.now
    _ = renderNarrative(Array(source.utf8))
    #expect(ContinuousClock.now - started < .seconds(60))
  }

  @Test(arguments: [">", "- ", "*a **b "])
  func whatLiesDeepIsStillThere(piece: String) {
    #expect(html(String(repeating: piece, count: 400) + "bottom").contains("bottom"))
    #expect(html(String(repeating: piece, count: 10_000) + "bottom").contains("bottom"))
  }
}
