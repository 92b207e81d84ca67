import Testing

@testable import Site

/// The words of look.md, section 10.
@Test(arguments: [
  ("due: 2026-10-26", "over", "超期 5 日", "ov"), ("due: 2026-11-02", "near", "临期", ""),
  ("due: 2026-11-20", "open", "未结", ""), ("remark: 无期限", "open", "未结", ""),
  ("due: 2026-10-26\npaused: [{ from: 2026-10-20 }]", "pause", "暂停", ""),
  ("due: 2026-10-20\nstatus: closed\nclosed: 2026-10-18", "done", "已结", "cl"),
  ("due: 2026-10-20\nstatus: closed\nclosed: 2026-10-23", "late", "迟 3 日", "cl"),
  ("due: 2026-10-31 09:00", "over", "超期不足 1 日", "ov"),
])
func stateOfACaseHasOneMarkAndWord(lines: String, symbol: String, word: String, row: String) throws {
  let site = try SampleSite(["cases/a.md": caseText("a", "2026-10-05", lines)], asOf: "2026-10-31")
  let mark = site.edition.caseMark(0)
  #expect(mark.symbol.rawValue == symbol)
  #expect(mark.word == word)
  #expect(mark.rowClass == row)
}
