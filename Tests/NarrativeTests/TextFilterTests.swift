import Hypertext
import Testing

@testable import Narrative

/// Everything that is text passes the filter, whole.
@Suite struct TextFilterTests {
  static func masking() -> NarrativeOptions {
    var options = NarrativeOptions()
    options.text = { text in
      var text = text
      for secret in ["13800138000", "1380013\n8000", "1380013_8000"] {
        while let range = text.firstRange(of: secret) { text.replaceSubrange(range, with: "138****8000") }
      }
      return text
    }
    options.attachment = { $0 }
    options.headingIDPrefix = ""
    return options
  }

  @Test(arguments: [
    ("a 13800138000", "<p>a 138****8000</p>"),
    ("1380013\n8000", "<p>138****8000</p>"),
    ("1380013&#56;000", "<p>138****8000</p>"),
    ("1380013\\_8000", "<p>138****8000</p>"),
    ("`13800138000`", "<p><code>138****8000</code></p>"),
    ("    13800138000", "<pre><code>138****8000</code></pre>"),
    ("```13800138000\n```", "<pre><code class=\"language-138****8000\"></code></pre>"),
    ("138**0013**8000 *x*", "<p>138****8000 x</p>"),
    ("**电话** 13800138000", "<p><strong>电话</strong> 138****8000</p>"),
    ("[13800138000](a)", "<p><a href=\"a\">138****8000</a></p>"),
    ("[a](tel:13800138000)", "<p>a</p>"),
    ("[a](tel:%313800138000)", "<p>a</p>"),
    ("[a](b \"13800138000\")", "<p><a href=\"b\" title=\"138****8000\">a</a></p>"),
    ("![13800138000](b.png \"13800138000\")", "<p><img src=\"b.png\" alt=\"138****8000\" title=\"138****8000\"></p>"),
    ("![a](13800138000.png)", "<p>a</p>"),
    ("<https://example.com/13800138000>", "<p>https://example.com/138****8000</p>"),
    ("# 13800138000", "<h1 id=\"138-8000\">138****8000</h1>"),
    ("<b>13800138000</b>", "<p>&lt;b&gt;138****8000&lt;/b&gt;</p>"),
    ("<div>13800138000", "<p>&lt;div&gt;138****8000</p>"),
    ("| 13800138000 |\n|-|", "<table><thead><tr><th>138****8000</th></tr></thead></table>"),
    ("| 138*0013*8000 |\n|-|", "<table><thead><tr><th>138****8000</th></tr></thead></table>"),
  ])
  func nothingEscapesTheFilter(source: String, expected: String) {
    #expect(flat(source, Self.masking()) == expected)
  }

  @Test(arguments: [
    String(repeating: "> ", count: 300), String(repeating: ">", count: 10_000), String(repeating: "![", count: 2_000),
  ])
  func whatIsShownAsTextPassesItToo(prefix: String) {
    let result = html(prefix + "13800138000", Self.masking())
    #expect(result.contains("138****8000") && !result.contains("13800138000"))
  }
}

/// The quick answer is asked for all the text of a paragraph, so markup inside a word hides nothing from it.
@Test(arguments: [
  ("In Ro*om* 5.", "<p>In ***.</p>\n"),
  ("In *Hall* 6 of\n`x` & <b>.", "<p>In <em>Hall</em> 6 of\n<code>x</code> &amp; &lt;b&gt;.</p>\n"),
])
func whatMayChangeIsAskedOfTheWhole(source: String, expected: String) {
  var options = NarrativeOptions()
  options.text = { $0.replacing("Room 5", with: "***") }
  options.mayChange = { String(decoding: $0, as: UTF8.self).contains("Room 5") }
  #expect(html(source, options) == expected)
}
