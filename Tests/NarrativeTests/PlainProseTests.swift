import Hypertext
import Testing

@testable import Narrative

private func isPlain(_ source: String) -> Bool {
  Array(source.utf8).withUnsafeBufferPointer { PlainProse($0) != nil }
}

/// What is written as it stands; the HTML is that of the reference implementation (cmark 0.30.2, `cmark -t html`).
@Test(arguments: [
  ("客户说箱子湿了。", "<p>客户说箱子湿了。</p>\n"),
  ("\n\n一段。\n\n\n另一段,\n第二行。\n", "<p>一段。</p>\n<p>另一段,\n第二行。</p>\n"),
  ("6月26日开箱：\"两只\" 破了 - 见照片 (3 张)", "<p>6月26日开箱：&quot;两只&quot; 破了 - 见照片 (3 张)</p>\n"),
  ("Six cartons\nsigned for 6.", "<p>Six cartons\nsigned for 6.</p>\n"),
  ("a\n\nb\n\n", "<p>a</p>\n<p>b</p>\n"),
])
func plainProseIsWrittenAsItStands(source: String, expected: String) {
  #expect(isPlain(source))
  #expect(html(source) == expected)
}

/// What may mean something else is parsed.
@Test(arguments: [
  "# a", "- a", "+ a", "1. a", "12) a", "> a", "    a", " a", "a  \nb", "a\n===", "a\n---", "***", "a *b*", "a_b_",
  "`a`",
  "[a](b)", "<b>", "a & b", "a\\b", "![a](b)", "a | b\n- | -", "~~~\na", "a\r\nb", "\u{FEFF}a", "a\u{0}b", "a\n \nb",
  "a:\n:-:",
])
func whatMayMeanMoreIsParsed(source: String) {
  #expect(!isPlain(source))
}

/// Whoever may not see a text does not see it in plain prose either.
@Test func plainProseIsFiltered() {
  var options = NarrativeOptions()
  options.text = { $0.replacing("13800000109", with: "138****0109") }
  #expect(html("打 13800000109 找他。\n\n好。", options) == "<p>打 138****0109 找他。</p>\n<p>好。</p>\n")
  options.mayChange = { _ in false }
  #expect(html("打 13800000109 找他。", options) == "<p>打 13800000109 找他。</p>\n")
}
