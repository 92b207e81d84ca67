import Hypertext
import Testing

@testable import Narrative

func html(_ source: String, _ options: NarrativeOptions = .init()) -> String {
  renderNarrative(Array(source.utf8), options).string
}

@Suite struct NarrativeTests {
  /// CommonMark 0.30, examples by their numbers; `/>` is `>` here.
  @Test(arguments: [
    (13, "+++", "<p>+++</p>\n"),
    (43, "***\n---\n___", "<hr>\n<hr>\n<hr>\n"),
    (62, "# foo\n## foo", "<h1>foo</h1>\n<h2>foo</h2>\n"),
    (80, "Foo *bar*\n=========", "<h1>Foo <em>bar</em></h1>\n"),
    (107, "    a simple\n      indented code block", "<pre><code>a simple\n  indented code block\n</code></pre>\n"),
    (
      143, "~~~~    ruby startline=3 $%@#$\ndef foo(x)\n~~~~",
      "<pre><code class=\"language-ruby\">def foo(x)\n</code></pre>\n"
    ),
    (192, "[foo]: /url \"title\"\n\n[foo]", "<p><a href=\"/url\" title=\"title\">foo</a></p>\n"),
    (228, "> # Foo\n> bar\n> baz", "<blockquote>\n<h1>Foo</h1>\n<p>bar\nbaz</p>\n</blockquote>\n"),
    (
      254, "1.  A paragraph\n    with two lines.\n\n        indented code\n\n    > A block quote.",
      "<ol>\n<li>\n<p>A paragraph\nwith two lines.</p>\n<pre><code>indented code\n</code></pre>\n<blockquote>\n<p>A block quote.</p>\n</blockquote>\n</li>\n</ol>\n"
    ),
    (266, "123456789. ok", "<ol start=\"123456789\">\n<li>ok</li>\n</ol>\n"),
    (
      307, "- foo\n  - bar\n    - baz\n\n\n      bim",
      "<ul>\n<li>foo\n<ul>\n<li>bar\n<ul>\n<li>\n<p>baz</p>\n<p>bim</p>\n</li>\n</ul>\n</li>\n</ul>\n</li>\n</ul>\n"
    ),
    (328, "`foo`", "<p><code>foo</code></p>\n"),
    (350, "*foo bar*", "<p><em>foo bar</em></p>\n"),
    (401, "**foo*", "<p>*<em>foo</em></p>\n"),
    (482, "[link](/uri \"title\")", "<p><a href=\"/uri\" title=\"title\">link</a></p>\n"),
    (501, "[link](foo%20b&auml;)", "<p><a href=\"foo%20b%C3%A4\">link</a></p>\n"),
    (594, "<http://foo.bar.baz>", "<p><a href=\"http://foo.bar.baz\">http://foo.bar.baz</a></p>\n"),
    (633, "foo  \nbaz", "<p>foo<br>\nbaz</p>\n"),
  ])
  func agreesWithCommonMark(example: Int, source: String, expected: String) {
    #expect(html(source) == expected, "example \(example)")
  }

  @Test(arguments: [
    ("", ""), ("\n\n", ""), ("\u{FEFF}# a", "<h1>a</h1>\n"), ("a\u{0}b", "<p>a\u{FFFD}b</p>\n"),
    ("a\u{1}b", "<p>a\u{FFFD}b</p>\n"), ("a\r\nb\rc", "<p>a\nb\nc</p>\n"),
    ("它's \"x\"", "<p>它&#39;s &quot;x&quot;</p>\n"),
  ])
  func anyTextIsANarrative(source: String, expected: String) {
    #expect(html(source) == expected)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
    ("<div onclick=\"x\">\n*a*\n</div>", "<p>&lt;div onclick=&quot;x&quot;&gt;\n*a*\n&lt;/div&gt;</p>\n"),
    ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"),
    ("a <img src=x onerror=alert(1)>", "<p>a &lt;img src=x onerror=alert(1)&gt;</p>\n"),
    ("<!-- note -->", "<p>&lt;!-- note --&gt;</p>\n"),
    ("a <?php ?> <!X> <![CDATA[x]]>", "<p>a &lt;?php ?&gt; &lt;!X&gt; &lt;![CDATA[x]]&gt;</p>\n"),
    ("- <i>", "<ul>\n<li>\n<p>&lt;i&gt;</p>\n</li>\n</ul>\n"),
    ("&lt;b&gt;", "<p>&lt;b&gt;</p>\n"),
    (
      "```\"><script>\n</code>\n```",
      "<pre><code class=\"language-&quot;&gt;&lt;script&gt;\">&lt;/code&gt;\n</code></pre>\n"
    ),
  ])
  func rawHTMLIsShownAsText(source: String, expected: String) {
    #expect(html(source) == expected)
  }

  @Test(arguments: [
    (0, "# a", "<h1>a</h1>\n"), (2, "# a", "<h3>a</h3>\n"), (2, "##### a", "<h6>a</h6>\n"),
    (9, "a\n==", "<h6>a</h6>\n"),
  ])
  func headingsStandBelowThePagesOwn(base: Int, source: String, expected: String) {
    var options = NarrativeOptions()
    options.headingBase = base
    #expect(html(source, options) == expected)
  }

  @Test func headingsAreNamedOnceWhereAsked() {
    var options = NarrativeOptions()
    options.headingIDPrefix = "n-"
    #expect(
      html("# 原因 *分析*!\n# 原因 分析\n# 原因-分析-2\n# ?\n# 原因 分析", options) == """
        <h1 id="n-原因-分析">原因 <em>分析</em>!</h1>
        <h1 id="n-原因-分析-2">原因 分析</h1>
        <h1 id="n-原因-分析-2-2">原因-分析-2</h1>
        <h1 id="n-section">?</h1>
        <h1 id="n-原因-分析-3">原因 分析</h1>

        """)
  }

  @Test func liveBlocksAreHandedOverWithTheirLine() {
    var options = NarrativeOptions()
    options.firstLine = 20
    options.liveBlock = { yaml, line in
      yaml.hasPrefix("chart") ? Markup(text: "\(line): \(yaml.dropLast())") : nil
    }
    let fence = "```kesu\nchart: bars\n```\n"
    #expect(html("a\n\n" + fence, options) == "<p>a</p>\n22: chart: bars\n")
    #expect(
      html("> - " + fence.split(separator: "\n").joined(separator: "\n>   "), options).contains("20: chart: bars"))
    #expect(html("```kesu\nx\n```", options) == "<pre><code class=\"language-kesu\">x\n</code></pre>\n")
    #expect(html(fence) == "<pre><code class=\"language-kesu\">chart: bars\n</code></pre>\n")
    #expect(html("```kesux\nchart\n```", options) == "<pre><code class=\"language-kesux\">chart\n</code></pre>\n")
  }

  /// Whoever wants to know beforehand what will be placed finds every block that is handed over, and no other.
  @Test(arguments: [
    ("```kesu\nchart: bars\n```\n", [20]), ("``` kesu\nchart: bars\n```\n", [20]),
    ("~~~ kesu x\nchart: bars\n~~~\n", [20]),
    ("a\n\n> - ````kesu\n>   chart: bars\n>   ````\n", [22]), ("```kesu\nchart: bars\n", [20]),
    ("```\n```kesu\nchart: bars\n```\n", []), ("    ```kesu\n    chart: bars\n", []), ("`kesu`", []), ("", []),
    ("```kesu\nchart: bars\n```\n~~~kesu\nchart: bars\n~~~\n", [20, 23]),
  ])
  func liveBlocksAreFoundAsTheyAreShown(text: String, lines: [Int]) {
    let found = liveBlocks(in: Array(text.utf8), firstLine: 20)
    #expect(found.map(\.line) == lines)
    #expect(found.allSatisfy { $0.yaml == "chart: bars\n" })
  }

  @Test func severalThreadsRenderAtOnce() async {
    let source = "# a\n\n| b | c |\n| - | -: |\n| *d* | [e](f) |\n\n- g\n"
    let expected = html(source)
    let results = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<8 { group.addTask { (0..<50).map { _ in html(source) } } }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(results.count == 400 && results.allSatisfy { $0 == expected })
  }
}
