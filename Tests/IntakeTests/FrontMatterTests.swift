import Complaints
import Testing

@testable import Intake

/// Each mistake as its reader sees it; places by counting in the text beside them.
@Suite struct FrontMatterTests {
  @Test(arguments: [
    ("", "1:1: error: the file does not begin with front matter; its first line must be '---' [frontmatter.missing]"),
    (
      "id: a\n",
      "1:1: error: the file does not begin with front matter; its first line must be '---' [frontmatter.missing]"
    ),
    (
      "\n---\nid: a\n---\n",
      "1:1: error: the file does not begin with front matter; its first line must be '---' [frontmatter.missing]"
    ),
    ("---\nid: a\n", "1:1: error: the front matter has no end; close it with a line '---' [frontmatter.unclosed]"),
    ("---", "1:1: error: the front matter has no end; close it with a line '---' [frontmatter.unclosed]"),
    ("---\n", "1:1: error: the front matter has no end; close it with a line '---' [frontmatter.unclosed]"),
    (
      "--- id: a\n---\n",
      "1:5: error: text on the line of a fence; '---' must stand alone on its line [frontmatter.fence]"
    ),
    (
      "---\nid: a\n--- x\n---\n",
      "3:5: error: text on the line of a fence; '---' must stand alone on its line [frontmatter.fence]"
    ),
    (
      "---\nid: a\n...  x\n---\n",
      "3:6: error: text on the line of a fence; '---' must stand alone on its line [frontmatter.fence]"
    ),
    (
      "---\n%YAML 1.1\nid: a\n---\n",
      "2:1: error: a line beginning with '%' is a YAML directive; delete it [yaml.directive]"
    ),
    (
      "---\nid: &x a\n---\n",
      "2:5: error: YAML anchors (&) are not accepted; write the value out, or put it in quotes [yaml.anchor]"
    ),
    (
      "---\ntitle: a\nid: *x\n---\n",
      "3:5: error: YAML aliases (*) are not accepted; write the value out, or put it in quotes [yaml.alias]"
    ),
    (
      "---\n*x : a\n---\n",
      "2:1: error: YAML aliases (*) are not accepted; write the value out, or put it in quotes [yaml.alias]"
    ),
    (
      "---\nflags: &f [a]\n---\n",
      "2:8: error: YAML anchors (&) are not accepted; write the value out, or put it in quotes [yaml.anchor]"
    ),
    (
      "---\nid: !!str 12\n---\n",
      "2:5: error: YAML tags (!) are not accepted; delete it, or put the value in quotes [yaml.tag]"
    ),
    (
      "---\nid: !x 12\n---\n",
      "2:5: error: YAML tags (!) are not accepted; delete it, or put the value in quotes [yaml.tag]"
    ),
    (
      "---\nid: ! 12\n---\n",
      "2:5: error: YAML tags (!) are not accepted; delete it, or put the value in quotes [yaml.tag]"
    ),
    (
      "---\nproduct: !!map {name: a}\n---\n",
      "2:10: error: YAML tags (!) are not accepted; delete it, or put the value in quotes [yaml.tag]"
    ),
    (
      "---\nid: !y!x 12\n---\n",
      "2:5: error: YAML tags (!) are not accepted; delete it, or put the value in quotes [yaml.tag]"
    ),
    ("---\n? [a]\n: b\n---\n", "2:3: error: a key is a list or a map; a key must be plain text [yaml.key]"),
    ("---\n? {a: b}\n: b\n---\n", "2:3: error: a key is a list or a map; a key must be plain text [yaml.key]"),
    ("---\n\"\": b\n---\n", "2:1: error: a value without a key; write the key before the ':' [yaml.key]"),
    ("---\n- a\n---\n", "2:1: error: keys and values are expected here; write them as 'key: value' [yaml.map]"),
    ("---\njust text\n---\n", "2:1: error: keys and values are expected here; write them as 'key: value' [yaml.map]"),
    ("---\ntitle: \"a\\0b\"\n---\n", "2:8: error: control character U+0000; delete it [file.control]"),
    ("---\ntitle: \"a\\x9Fb\"\n---\n", "2:8: error: control character U+009F; delete it [file.control]"),
    ("---\ntitle: a\u{0}b\n---\n", "2:9: error: control character U+0000; delete it [file.control]"),
    ("---\ntitle: 电\u{1}b\n---\n", "2:9: error: control character U+0001; delete it [file.control]"),
    ("---\ntitle: a\u{7F}\n---\n", "2:9: error: control character U+007F; delete it [file.control]"),
    ("---\ntitle: a\u{85}\n---\n", "2:9: error: control character U+0085; delete it [file.control]"),
    ("---\ntitle: a\u{2028}b\n---\n", "2:9: error: line break U+2028; end lines with LF or CR LF [file.control]"),
    ("---\ntitle: a\rb\n---\n", "2:9: error: line break U+000D; end lines with LF or CR LF [file.control]"),
    ("---\ntitle: a\u{FEFF}b\n---\n", "2:9: error: control character U+FEFF; delete it [file.control]"),
    ("\u{FEFF}---\ntitle: a\u{1}\n---\n", "2:9: error: control character U+0001; delete it [file.control]"),
    ("---\nid: a\n---\nnarrative\n\u{1B}[0m\n", "5:1: error: control character U+001B; delete it [file.control]"),
    (
      "---\ntitle: a: b\n---\n",
      "2:9: error: a ': ' where no key can stand; put a value that holds ': ' in quotes, and check the indentation [yaml.syntax]"
    ),
    ("---\ntitle: \"a\nid: b\n---\n", "2:8: error: a quoted value has no end; close the quotes [yaml.syntax]"),
    ("---\ntitle: 'a\n---\n", "2:8: error: a quoted value has no end; close the quotes [yaml.syntax]"),
    (
      "---\nflags: [a, b\nid: c\n---\n",
      "3:3: error: the brackets '[ ]' here or on a line above are not well formed; separate the items by ',' and close with ']' [yaml.syntax]"
    ),
    (
      "---\ncustomer: {name: a\nid: b\n---\n",
      "3:3: error: the braces '{ }' here or on a line above are not well formed; separate the keys by ',' and close with '}' [yaml.syntax]"
    ),
    (
      "---\ntitle: @a\n---\n",
      "2:8: error: a value cannot begin with this character; put the value in quotes [yaml.syntax]"
    ),
    (
      "---\nowner: *急*\n---\n",
      "2:8: error: a '&' or '*' begins the value; put the value in quotes [yaml.syntax]"
    ),
    (
      "---\ntitle: `a\n---\n",
      "2:8: error: a value cannot begin with this character; put the value in quotes [yaml.syntax]"
    ),
    (
      "---\ncustomer:\n\tname: a\n---\n",
      "3:1: error: a Tab begins the line; indent with blanks [yaml.syntax]"
    ),
    (
      "---\ntitle: a\n处理状态：待处理\nid: b\n---\n",
      "3:5: error: a full-width '：' behind the key; write ':' and a blank [yaml.syntax]"
    ),
    (
      "---\n投诉编号：b\n投诉主题：c\n---\n",
      "2:5: error: a full-width '：' behind the key; write ':' and a blank [yaml.syntax]"
    ),
    (
      "---\ntitle: a\nstatus:closed\nid: b\n---\n",
      "3:8: error: no blank behind the ':'; write 'key: value' [yaml.syntax]"
    ),
    (
      "---\ntitle: a\nstatus:\u{A0}closed\nid: b\n---\n",
      "3:8: error: no blank behind the ':'; write 'key: value' [yaml.syntax]"
    ),
    (
      "---\ntitle: a\ncustomer: { name: b，phone: c }\n---\n",
      "3:20: error: a full-width '，' in braces or brackets; write ',', or put the text in quotes [yaml.syntax]"
    ),
    // The quotes that are not closed in line 2 take in all up to the next ones, in line 4.
    (
      "---\ntitle: \"a\nid: b\nowner: \"c\"\n---\n",
      "2:8: error: a quoted value has no end; close the quotes [yaml.syntax]"
    ),
    (
      "---\ntitle: [急] a\n---\n",
      "2:12: error: text behind a closing quote or bracket; put the whole value in quotes [yaml.syntax]"
    ),
    (
      "---\ntitle: a\n<<<<<<< HEAD\nid: b\n=======\nid: c\n>>>>>>> main\n---\n",
      "3:1: error: a merge conflict is left open; keep one version and delete the lines '<<<<<<<' to '>>>>>>>' [yaml.syntax]"
    ),
    (
      "---\ntitle: \"a\\qb\"\n---\n",
      "2:10: error: an unknown escape in double quotes; write '\\\\' for a backslash, or use single quotes [yaml.syntax]"
    ),
    (
      "---\ntitle: a\njust text\nid: b\n---\n",
      "4:1: error: a line that is neither 'key: value' nor part of a value; add the ':', or indent it [yaml.syntax]"
    ),
    (
      "---\ntitle: a\n  id: b\n---\n",
      "3:5: error: a ': ' where no key can stand; put a value that holds ': ' in quotes, and check the indentation [yaml.syntax]"
    ),
    (
      "---\nflags:\n  - a\n - b\n---\n",
      "4:2: error: this line is not indented like the keys beside it; begin it in the same column, and check the quotes above it [yaml.syntax]"
    ),
    (
      "---\nflags: - a\n---\n",
      "2:8: error: a '- ' where no list can begin; put the list on the lines below its key [yaml.syntax]"
    ),
    ("---\ntitle: |x\n  a\n---\n", "2:9: error: text after a '|' or '>'; begin it on the next line [yaml.syntax]"),
    ("---\n{a: b}\nc: d\n---\n", "3:1: error: text after the end of the fields; check the indentation [yaml.syntax]"),
    (
      "---\ntitle: #3 机台漏液\nid: a\n---\n",
      "2:8: warning: what stands behind this '#' is left out as a comment; put the value in quotes, or a blank behind the '#' [yaml.comment]"
    ),
    (
      "---\ntitle: \"# #3\"\nid: a\nmood: |\n  急 #3\ntags: ['二 #2', 电源 #3]\n  ]\n---\n",
      "6:19: warning: what stands behind this '#' is left out as a comment; put the value in quotes, or a blank behind the '#' [yaml.comment]"
    ),
    (
      "---\ntitle: \"a\" b\n---\n",
      "2:12: error: text behind a closing quote or bracket; put the whole value in quotes [yaml.syntax]"
    ),
  ])
  func eachMistakeHasItsWordsAndPlace(text: String, expected: String) {
    // What these short files lack, and the words in them, are no matter here.
    let found = readCase(text).diagnostics.filter { !$0.code.hasPrefix("value.") }
    #expect(found.map(\.description) == ["content/cases/a.md:" + expected])
  }

  @Test(
    arguments: [
      ([0xB5], "2:8: error: byte 0xB5 is not UTF-8; save the file as UTF-8 [file.encoding]"),
      ([0xC0, 0xAF], "2:8: error: byte 0xC0 is not UTF-8; save the file as UTF-8 [file.encoding]"),
      ([0xE7, 0x94], "2:8: error: byte 0xE7 is not UTF-8; save the file as UTF-8 [file.encoding]"),
      ([0xED, 0xA0, 0x80], "2:8: error: byte 0xED is not UTF-8; save the file as UTF-8 [file.encoding]"),
      ([0xF4, 0x90, 0x80, 0x80], "2:8: error: byte 0xF4 is not UTF-8; save the file as UTF-8 [file.encoding]"),
      // 客诉 in GBK.
      (
        [0xE7, 0x94, 0xB5, 0xBF, 0xCD, 0xCB, 0xDF],
        "2:9: error: byte 0xBF is not UTF-8; save the file as UTF-8 [file.encoding]"
      ),
    ] as [([UInt8], String)])
  func badBytesAreNamed(bytes: [UInt8], expected: String) {
    let file = Array("---\ntitle: ".utf8) + bytes + Array("\n---\n".utf8)
    let outcome = readCase(file, path: "content/cases/a.md", context: ReadingContext(settings: settings()))
    #expect(outcome.diagnostics.map(\.description) == ["content/cases/a.md:" + expected])
  }

  @Test func depthIsCheckedWhileReading() {
    let deep = String(repeating: "[", count: 31) + String(repeating: "]", count: 31)
    let deeper = String(repeating: "[", count: 60_000)
    #expect(complaints(about: "extra: \(deep)").map { $0.suffix(13) } == ["[key.unknown]"])
    let expected =
      "content/cases/a.md:5:39: error: nested more than 32 levels deep; write it flatter [yaml.depth]"
    #expect(complaints(about: "extra: \(deeper)") == [expected])
  }

  @Test func sizesAreLimited() throws {
    let line = "# " + String(repeating: "x", count: 1_021) + "\n"
    let inside = "---\nid: a1\ntitle: t\nreceived: 2026-10-12\n" + String(repeating: line, count: 63) + "---\n"
    let outside = "---\nid: a1\ntitle: t\nreceived: 2026-10-12\n" + String(repeating: line, count: 64) + "---\n"
    #expect(readCase(inside).diagnostics.isEmpty)
    #expect(
      readCase(outside).diagnostics.map(\.description) == [
        "content/cases/a.md:1:1: error: the front matter is too large; at most 64 KiB, longer text belongs below it [frontmatter.size]"
      ])
    let ledger = try TemporaryLedger(["cases/a.md": String(repeating: line, count: 1_025)])
    #expect(
      try ledger.read().lines == [
        "content/cases/a.md:1:1: error: the file is too large; at most 1 MiB [file.size]"
      ])
  }

  @Test(arguments: [
    "---\nid: a1\ntitle: t\nreceived: 2026-10-12\n---\n",
    "\u{FEFF}---\nid: a1\ntitle: t\nreceived: 2026-10-12\n---\n",
    "---\r\nid: a1\r\ntitle: t\r\nreceived: 2026-10-12\r\n---\r\n",
    "--- \t\nid: a1\ntitle: t\nreceived: 2026-10-12\n...\t \n",
    "---\nid: a1\ntitle: t\nreceived: 2026-10-12\n---",
    "---\n# 说明\n\nid: a1 # 编号\ntitle: t\nreceived: 2026-10-12\n---\n--- text\n%\n",
    "---\n{id: a1, title: t, received: 2026-10-12}\n---\n",
  ])
  func fencesAreFoundOnBytes(text: String) throws {
    let outcome = readCase(text)
    #expect(outcome.diagnostics.map(\.description) == [])
    #expect(outcome.file?.complaint.title == "t")
  }

  /// One run names everything: neither hides the other, nor a value that cannot be read.
  @Test func refusedYAMLHidesNothing() {
    let text = "---\nid: a\ntitle: &t x\nreceived: 2026-10-12\nremark: *t\ndemand: !!str y\noccurred: soon\n---\n"
    let found = readCase(text).diagnostics.map { "\($0.place.line):\($0.place.column) \($0.code)" }
    #expect(found == ["3:8 yaml.anchor", "5:9 yaml.alias", "6:9 yaml.tag", "7:11 date.invalid"])
  }
}
