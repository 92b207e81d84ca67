import Hypertext
import Testing

@testable import Narrative

@Suite struct DestinationTests {
  /// Most of these are from the OWASP XSS Filter Evasion Cheat Sheet.
  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "JAVASCRIPT:alert(1)", "vbscript:msgbox(1)", "data:text/html,x",
    "DATA:image/svg+xml;base64,AAAA", "data:image/png;base64,AAAA", "file:///etc/passwd", "FILE://host/x", "blob:x",
    "ftp://example.com", "about:blank", "view-source:x", "ws://x", "C:/x", "//example.com/x", "\\\\\\\\host\\\\x",
    "/\\\\example.com", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)", "javascript&colon;alert(1)",
    "java&#x09;script:alert(1)", "java&#10;script:alert(1)", "&#1;javascript:alert(1)", "&#32;javascript:alert(1)",
    "javascript\\:alert(1)", "<javascript:alert(1)>", "< javascript:alert(1)>", "<java\tscript:alert(1)>", ":x",
    "javascript&#x3A;alert(1)", "jav\u{200B}ascript:alert(1)", "feed:javascript:alert(1)",
  ])
  func dangerousLinksKeepTheirTextOnly(destination: String) {
    for source in ["[*text*](\(destination))", "[*text*][r]\n\n[r]: \(destination)"] {
      let result = html(source)
      #expect(result == "<p><em>text</em></p>\n", "\(source)")
    }
    #expect(html("![text](\(destination))") == "<p>text</p>\n")
  }

  @Test(arguments: ["<javascript:alert(1)>", "<data:text/html,x>", "<made-up-scheme:x>"])
  func dangerousAutolinksAreText(source: String) {
    #expect(html(source) == "<p>\(source.dropFirst().dropLast())</p>\n")
  }

  @Test(arguments: [
    ("https://example.com/a?b=c&d#e", "https://example.com/a?b=c&amp;d#e"),
    ("HTTP://example.com", "HTTP://example.com"),
    ("mailto:a@example.com", "mailto:a@example.com"), ("tel:+86-10-1", "tel:+86-10-1"), ("#a", "#a"),
    ("?a=b:c", "?a=b:c"),
    ("../a/b.html", "../a/b.html"), ("/a:b", "/a:b"), ("a/b:c", "a/b:c"), ("", ""), ("图.pdf", "%E5%9B%BE.pdf"),
    ("<a b.pdf>", "a%20b.pdf"), ("a%20b", "a%20b"), ("a\\\"onclick=x", "a%22onclick=x"), ("a'b", "a&#39;b"),
    ("javascript%3Aalert(1)", "javascript%3Aalert(1)"), ("&#32;https://example.com", "https://example.com"),
    ("java&#9;x", "java%09x"), ("/&#9;x", "/%09x"),
  ])
  func safeLinksAreLinked(destination: String, href: String) {
    #expect(html("[t](\(destination))") == "<p><a href=\"\(href)\">t</a></p>\n")
  }

  @Test(arguments: [
    ("![a *b*](http://example.com/x.png \"t\")", "<a href=\"http://example.com/x.png\" title=\"t\">a b</a>"),
    ("![](https://example.com/x.png)", "<a href=\"https://example.com/x.png\">https://example.com/x.png</a>"),
    ("[![a](http://example.com/x.png)](b)", "<a href=\"b\">a</a>"),
    ("![a](//example.com/x.png)", "a"),
    ("![a](现场%20图.png \"t\")", "<img src=\"../files/%E7%8E%B0%E5%9C%BA%20%E5%9B%BE.png\" alt=\"a\" title=\"t\">"),
    ("![a](missing.png)", "a"),
    ("![a](mailto:b@example.com)", "a"),
  ])
  func imagesAskNothingOfTheNetwork(source: String, expected: String) {
    var options = NarrativeOptions()
    options.attachment = { $0 == "missing.png" ? nil : "../files/" + $0 }
    #expect(html(source, options) == "<p>\(expected)</p>\n")
  }

  @Test func relativeLinksLeadWhereThePageSays() {
    var options = NarrativeOptions()
    options.relativeLink = { $0.hasPrefix("secret") ? nil : "../" + $0 }
    #expect(
      html("[a](b.pdf) [c](secret.pdf) [d](http://e)", options)
        == "<p><a href=\"../b.pdf\">a</a> c <a href=\"http://e\">d</a></p>\n")
  }
}
