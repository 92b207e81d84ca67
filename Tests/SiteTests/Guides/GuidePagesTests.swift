import Testing

@testable import Site

private let files = [
  "cases/a.md": sampleCase("a1", "received: 2026-10-12"),
  "cases/b.md": sampleCase("b1", "received: 2026-10-13\nprivate: yes"),
  "attachments/x.svg": "<svg/>",
  "pages/rules.md": "# 处理办法\n\n见 [a](../cases/2026-10/a1.html)、[b](../cases/2026-10/b1.html)、[图](../attachments/x.svg)、"
    + "[细则](guides/more.md#s-1)、[外](../../etc/passwd)、[盘](../ledger-state/)\n",
  "pages/guides/more.md": "---\ntitle: 细则\n---\n回 [办法](../rules.html)\n",
]

@Test(arguments: [
  (Audience.team, "href=\"../cases/2026-10/b1.html\"", true),
  (.management, "href=\"../cases/2026-10/a1.html\"", true),
  (.management, "b1.html", false),
  (.public, "a1.html", false),
  (.team, "href=\"../attachments/x.svg.txt\"", true),
  (.public, "x.svg", false),
  (.public, "href=\"guides/more.html#s-1\"", true),
  (.team, "etc/passwd", false),
  (.team, "href=\"../ledger-state/index.html\"", true),
  (.public, "ledger-state", false),
])
func linksOfAPageLeadWhereItsAudienceMayGo(audience: Audience, text: String, isThere: Bool) throws {
  let edition = try SampleLedger(files).edition(audience)
  let page = try #require(guidePages(of: edition).first { $0.path.text == "pages/rules.html" })
  #expect(try page.html.contains(text) == isThere)
}

@Test func theListNamesEveryPageByItsTitle() throws {
  let edition = try SampleLedger(files).edition(.public)
  let list = try #require(guidePages(of: edition).first)
  #expect(list.path.text == "pages/index.html")
  #expect(try list.html.contains("<a href=\"guides/more.html\">细则</a>"))
}

@Test(arguments: Audience.allCases)
func everyLinkOfThesePagesLeadsToAPage(audience: Audience) throws {
  let edition = try SampleLedger(files).edition(audience)
  let own =
    [definitionsPage(of: edition)] + guidePages(of: edition) + (audience == .public ? [] : [statePage(of: edition)])
  let copied = copiedFiles(of: edition, assets: [("kesu.css", "")], content: "content").map(\.path.text)
  let known = Set(pages(of: edition).map(\.path.text) + copied)
  for page in own {
    // The frame's own links are the business of whoever makes those pages.
    let html = try page.html
    let main = html.split(separator: "<main", maxSplits: 1)[1]
    for link in main.matches(of: #/href="([^"#][^"#]*)/#).map({ String($0.output.1) }) where !link.contains(":") {
      var parts = page.path.text.split(separator: "/").dropLast().map(String.init)
      for part in link.split(separator: "/") {
        if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
      }
      #expect(known.contains(parts.joined(separator: "/")), "\(page.path.text) → \(link)")
    }
  }
}
