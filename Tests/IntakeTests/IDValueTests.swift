import Complaints
import Testing

@testable import Intake

/// Which ids a case may have.
@Suite struct IDValueTests {
  @Test(arguments: [
    ("id: index", "2:5: error: id (投诉编号): 'index' is the name of a page of the site; choose another id [id.invalid]"),
    ("id: Index", "2:5: error: id (投诉编号): 'Index' is the name of a page of the site; choose another id [id.invalid]"),
    ("id: .a", "2:5: error: id (投诉编号): '.a' begins with '.'; begin it with a letter or digit [id.invalid]"),
    (
      "id: a%",
      "2:5: error: id (投诉编号): 'a%' holds the character U+0025; an id is made of letters, digits, '-', '_' and '.' [id.invalid]"
    ),
    (
      "id: a\u{200B}b",
      "2:5: error: id (投诉编号): 'a\u{FFFD}b' holds the character U+200B; an id is made of letters, digits, '-', '_' and '.' [id.invalid]"
    ),
    (
      "id: \(String(repeating: "客", count: 27))",
      "2:5: error: id (投诉编号): '\(String(repeating: "客", count: 27))' is too long; an id has at most 80 bytes [id.invalid]"
    ),
    ("id: ~", "2:1: error: id (投诉编号) is missing; write 'id: …' [value.missing]"),
    ("id:", "2:1: error: id (投诉编号) is missing; write 'id: …' [value.missing]"),
    ("id: \"\u{3000}\"", "2:1: error: id (投诉编号) is missing; write 'id: …' [value.missing]"),
    ("# none", "1:1: error: id (投诉编号) is missing; write 'id: …' [value.missing]"),
  ])
  func idsAreChecked(line: String, expected: String) {
    let outcome = readCase("---\n\(line)\ntitle: t\nreceived: 2026-10-12\n---\n")
    #expect(outcome.diagnostics.map(\.description) == ["content/cases/a.md:" + expected])
    #expect(outcome.file == nil)
  }
}
