import Hypertext
import Testing

@testable import Narrative

/// The same table as one line, so that expectations stay readable.
func flat(_ source: String, _ options: NarrativeOptions = .init()) -> String {
  html(source, options).split(separator: "\n").joined()
}

@Suite struct PipeTableTests {
  static let two = "<table><thead><tr><th>abc</th><th>def</th></tr></thead>"

  /// GitHub Flavored Markdown 0.29, section 4.10; sides are classes here instead of `align`.
  @Test(arguments: [
    (
      198, "| foo | bar |\n| --- | --- |\n| baz | bim |",
      "<table><thead><tr><th>foo</th><th>bar</th></tr></thead><tbody><tr><td>baz</td><td>bim</td></tr></tbody></table>"
    ),
    (
      199, "| abc | defghi |\n:-: | -----------:\nbar | baz",
      "<table><thead><tr><th class=\"c\">abc</th><th class=\"r\">defghi</th></tr></thead><tbody><tr><td class=\"c\">bar</td><td class=\"r\">baz</td></tr></tbody></table>"
    ),
    (
      200, "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |",
      "<table><thead><tr><th>f|oo</th></tr></thead><tbody><tr><td>b <code>|</code> az</td></tr><tr><td>b <strong>|</strong> im</td></tr></tbody></table>"
    ),
    (
      201, "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar",
      two + "<tbody><tr><td>bar</td><td>baz</td></tr></tbody></table><blockquote><p>bar</p></blockquote>"
    ),
    (
      202, "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar",
      two + "<tbody><tr><td>bar</td><td>baz</td></tr><tr><td>bar</td><td></td></tr></tbody></table><p>bar</p>"
    ),
    (203, "| abc | def |\n| --- |\n| bar |", "<p>| abc | def || --- || bar |</p>"),
    (
      204, "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |",
      two + "<tbody><tr><td>bar</td><td></td></tr><tr><td>bar</td><td>baz</td></tr></tbody></table>"
    ),
    (205, "| abc | def |\n| --- | --- |", two + "</table>"),
  ])
  func agreesWithGFM(example: Int, source: String, expected: String) {
    #expect(flat(source) == expected, "example \(example)")
  }

  static let small = "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"

  @Test(arguments: [
    ("in a block quote", "> | a |\n> | - |\n> | b |", "<blockquote>\(small)</blockquote>"),
    ("in a list item", "- x\n\n  | a |\n  | - |\n  | b |", "<ul><li><p>x</p>\(small)</li></ul>"),
    ("at once in an item", "1. | a |\n   | - |\n   | b |", "<ol><li>\(small)</li></ol>"),
    ("in an item in a quote", "> - | a |\n>   | - |\n>   | b |", "<blockquote><ul><li>\(small)</li></ul></blockquote>"),
    ("in a quote in an item", "- > | a |\n  > | - |\n  > | b |", "<ul><li><blockquote>\(small)</blockquote></li></ul>"),
    ("not with lazy lines", "> | a |\n| - |", "<blockquote><p>| a || - |</p></blockquote>"),
    ("nor lazily in an item", "- | a |\n| - |", "<ul><li>| a || - |</li></ul>"),
    ("a lazy line ends it", "> | a |\n> | - |\n> | b |\n| c |", "<blockquote>\(small)<p>| c |</p></blockquote>"),
    ("not in fenced code", "```\n| a |\n| - |\n```", "<pre><code>| a || - |</code></pre>"),
    ("not in indented code", "    | a |\n    | - |", "<pre><code>| a || - |</code></pre>"),
    ("after lines of a paragraph", "x\n*y*\n| a |\n| - |\n| b |", "<p>x<em>y</em></p>\(small)"),
    ("in a tight item, after text", "- x\n  | a |\n  | - |\n  | b |", "<ul><li>x\(small)</li></ul>"),
    ("ended by a heading", "| a |\n| - |\n| b |\n# h", "\(small)<h1>h</h1>"),
    ("ended by a rule, not underlined by it", "| a |\n| - |\n| b |\n---", "\(small)<hr>"),
    (
      "ended by a list that could not end a paragraph", "| a |\n| - |\n| b |\n2. x",
      "\(small)<ol start=\"2\"><li>x</li></ol>"
    ),
    ("ended by indented code", "| a |\n| - |\n| b |\n    x", "\(small)<pre><code>x</code></pre>"),
    ("ended by a lone pipe", "| a |\n| - |\n| b |\n|", "\(small)<p>|</p>"),
    ("with a row that begins with a dash", "a | b\n- | -\n", "<p>a | b</p><ul><li>| -</li></ul>"),
    (
      "without pipes", "a\n:-\nb",
      "<table><thead><tr><th class=\"l\">a</th></tr></thead><tbody><tr><td class=\"l\">b</td></tr></tbody></table>"
    ),
    ("a heading is no table", "| a |\n---", "<h2>| a |</h2>"),
    (
      "cells hold no blocks", "| # a |\n|-|\n| - b |",
      "<table><thead><tr><th># a</th></tr></thead><tbody><tr><td>- b</td></tr></tbody></table>"
    ),
    (
      "cells may be empty", "| a |\n| - |\n||",
      "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td></td></tr></tbody></table>"
    ),
    (
      "links by label", "| [a] |\n|-|\n\n[a]: /u",
      "<table><thead><tr><th><a href=\"/u\">a</a></th></tr></thead></table>"
    ),
    ("raw HTML is text", "| <b> |\n|-|", "<table><thead><tr><th>&lt;b&gt;</th></tr></thead></table>"),
    (
      "dangerous links are not linked", "| [a](javascript:b) |\n|-|",
      "<table><thead><tr><th>a</th></tr></thead></table>"
    ),
    ("with Windows line ends", "| a |\r\n| - |\r\n| b |\r\n", small),
    ("two of them", "| a |\n| - |\n| b |\n\n| a |\n| - |\n| b |", small + small),
  ])
  func tablesStandWhereTheyMay(fact: String, source: String, expected: String) {
    #expect(flat(source) == expected, "\(fact)")
  }

  @Test func tablesBearTheClassOfThePage() {
    var options = NarrativeOptions()
    options.tableClass = "d"
    #expect(flat("| a |\n| - |", options).hasPrefix("<table class=\"d\"><thead>"))
  }

  @Test func linesGoOnAfterATable() {
    var options = NarrativeOptions()
    options.liveBlock = { _, line in Markup(text: "line \(line)") }
    #expect(flat("| a |\n|-|\n2. ```kesu\n   x", options).hasSuffix("<li>line 3</li></ol>"))
  }
}
