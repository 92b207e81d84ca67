import Complaints
import Findings
import Foundation
import Hypertext
import Testing

@testable import Site

/// What stands beside the figures, marked as such and part of none of them (L20; kinds of matter, appeals, void numbers).
struct BesideTests {
  private static let files = [
    "cases/a.md": caseText("a", "2026-10-05", "category: 理赔\nchannel: phone"),
    "cases/b.md": caseText("b", "2026-10-06", "kind: 咨询"), "cases/c.md": caseText("c", "2026-10-07", "kind: notice"),
    "cases/d.md": caseText("d", "2026-10-08", "status: 作废"), "cases/e.md": caseText("e", "2026-10-09", "appeal_of: a"),
    "cases/f.md": caseText("f", "2026-09-09", "kind: suggestion"),
    "tallies/2026.csv": """
    date,category,count,status,result,channel
    2026-10-12,理赔,14,进行中,-,来电
    2026-10-13,系统,4,已处理,已解决,
    2026-11-01,理赔,99,,,

    """,
  ]

  private func plain(_ html: String) -> String { html.replacing(#/<[^>]*>/#, with: "") }

  private func page(_ path: String, _ audience: Audience = .management) throws -> String {
    plain(try SampleSite(Self.files, asOf: "2026-10-31", audience: audience).html(path))
  }

  @Test(arguments: ["index.html", "reports/monthly/2026-10.html"])
  func theMonthSaysWhatStandsBesideIt(path: String) throws {
    let sentence = "另有仅计数 18 件（没有案件）、咨询 1 件（b）、异常通知 1 件（c）、申诉 1 件（e）、作废编号 1 个（d），都不在本页其他数字之内。"
    #expect(try page(path).contains(sentence))
  }

  @Test func theYearSaysItForTheYear() throws {
    let year = try page("reports/annual/2026.html")
    #expect(year.contains("另有仅计数 18 件（没有案件）、咨询 1 件（b）、建议 1 件（f）、"))
    #expect(year.contains("仅计数的件数，按月"))
  }

  /// Date, type, count, status, result and channel are all that is known.
  @Test func talliesHaveATableOfTheirOwn() throws {
    let site = try SampleSite(Self.files, asOf: "2026-10-31")
    let html = try site.html("reports/monthly/2026-10.html")
    let table = try #require(html.split(separator: "<table class=\"d tight tally\">").dropFirst().first)
    let rows = table.split(separator: "</table>")[0].split(separator: "</tr>").map { row in
      // The numbers in a cell lead to the rows of the files.
      row.replacing(#/<svg.*<\/svg>/#, with: "").replacing(#/<\/?a\b[^>]*>/#, with: "").replacing(
        #/<[^>]*>/#, with: "|"
      ).split(separator: "|")
        .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
    }
    #expect(rows.contains(["理赔", "14", "电话 14", "处理中 14", "—"]))
    #expect(rows.contains(["系统", "4", "—", "已解决 4", "已解决 4"]))
  }

  @Test func thePublicSeesNeither() throws {
    for path in ["index.html", "reports/monthly/2026-10.html", "reports/annual/2026.html"] {
      let text = try page(path, .public)
      #expect(!text.contains("仅计数") && !text.contains("催办单") && !text.contains("咨询"))
    }
  }

  @Test func theLedgerTableTellsWhatIsNoComplaint() throws {
    let edition = try SampleSite(Self.files, asOf: "2026-10-31").edition
    let words = edition.findings.excluded.map { excluded in
      edition.caseMark(excluded: excluded.reason, kind: edition.ledger.cases[excluded.place].complaint.kind).word
    }
    #expect(words == ["建议", "咨询", "异常通知", "作废", "申诉件"])
  }

  @Test func theOverviewSaysHowManySlipsAreDue() throws {
    var files = Self.files
    files["cases/g.md"] = caseText("g", "2026-10-01", "due: 2026-10-10")
    let text = plain(try SampleSite(files, asOf: "2026-10-31").html("index.html"))
    #expect(text.contains("截至日应开催办单 1 份；本月结案的案件应开洽办单 0 份。"))
    #expect(try page("index.html").contains("截至日没有应开的催办单，本月结案的案件也没有应开的洽办单。"))
  }
}

/// The card of a case shows the measures that name it, as they stand at as-of.
struct CardImprovementsTests {
  private static let files = [
    "cases/a.md": caseText("a", "2026-01-05"), "cases/b.md": caseText("b", "2026-01-05"),
    "improvements/m.md": """
    ---
    title: 来料检验，问 13800000101
    owner: 卫清和
    due: 2026-02-10
    progress: [{ at: 2026-02-01, percent: 60 }]
    cases: [a]
    done: 2026-02-12
    effective: no
    confirmed_by: 谢允文
    confirmed_on: 2026-03-01
    ---
    """,
  ]

  private func section(_ id: String, asOf: String, _ audience: Audience = .team) throws -> String {
    let edition = try SampleSite(Self.files, asOf: asOf, audience: audience).edition
    let markup = CardImprovements(edition: edition).section(of: id)
    let text = String(decoding: markup.bytes, as: UTF8.self).split(separator: "<tbody>").last ?? ""
    return String(text).replacing(#/<[^>]*>/#, with: "|").replacing(#/\|+/#, with: "|")
  }

  @Test(arguments: [
    ("2026-02-10", "|来料检验，问 13800000101|卫清和|2026-02-10|进行中 已完成 60%|—|"),
    ("2026-02-11", "|来料检验，问 13800000101|卫清和|2026-02-10|逾期未完成| 已完成 60%|—|"),
    ("2026-02-12", "|来料检验，问 13800000101|卫清和|2026-02-10|逾期完成| 2026-02-12|尚未确认|"),
    ("2026-03-01", "|来料检验，问 13800000101|卫清和|2026-02-10|逾期完成| 2026-02-12|效果不足| 谢允文 2026-03-01 确认|"),
  ])
  func showsHowTheMeasureStands(asOf: String, expected: String) throws {
    #expect(try section("a", asOf: asOf) == expected)
  }

  @Test func aNumberToReachPeopleIsMaskedOutsideTheTeam() throws {
    #expect(try section("a", asOf: "2026-02-10", .management).hasPrefix("|来料检验，问 138****0101|"))
  }

  @Test func aCaseThatNoMeasureNamesHasNoSection() throws {
    #expect(try section("b", asOf: "2026-02-10").isEmpty)
  }
}
