import Testing

@testable import Site

/// RFC 3986: what has a meaning in an address is encoded; letters of any script stay, which browsers read as UTF-8.
@Test(arguments: [
  ("content/cases/2026/a.md", "content/cases/2026/a.md"), ("客诉/a b#1%.md", "客诉/a%20b%231%25.md"),
])
func aPathInAnAddressIsEncoded(path: String, link: String) {
  #expect(PagePath.link(to: path) == link)
}
