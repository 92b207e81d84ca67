import Testing

@testable import Site

@Suite struct MonthlyPageTests {
  /// 1a A30: a month in course is set against the same span of the month before, not against the whole of it.
  @Test func monthInCourseIsComparedWithTheSameSpan() throws {
    let site = try SampleSite(
      [
        "cases/a.md": caseText("a", "2026-09-05"), "cases/b.md": caseText("b", "2026-09-25"),
        "cases/c.md": caseText("c", "2026-10-03"),
      ], asOf: "2026-10-10")
    let html = try site.html("reports/monthly/2026-10.html")
    #expect(html.contains("上月一列只计 2026-09-01 至 2026-09-10 的同期"))
    #expect(html.contains("2026 年 10 月（截至 2026-10-10，未完）客诉月报"))
    let row = try #require(html.split(separator: "\n").first { $0.contains("受理件数（件）") })
    #expect(
      row.contains(
        "<a href=\"../../lists/2026-09_2026-09-10/received.html#received\">1</a></td><td data-l=\"增减\" class=\"r\">0</td>"
      ))
  }

  /// domain-detail section 4, P7: only the reason of an unfinished case is red, and has a mark for paper.
  @Test func onlyTheReasonOfAnUnfinishedCaseIsRed() throws {
    let site = try SampleSite(
      [
        "cases/a.md": caseText("a", "2026-10-05", title: "外壳开裂"),
        "cases/b.md": caseText("b", "2026-10-06", title: "标签错贴", "status: closed\nclosed: 2026-10-08"),
      ], asOf: "2026-10-31")
    let html = try site.html("reports/monthly/2026-10.html")
    #expect(
      html.contains("class=\"full rp-open\"><svg class=\"mk\" aria-hidden=\"true\"><use href=\"#m-open\"/></svg>外壳开裂"))
    #expect(html.contains("class=\"full\">标签错贴"))
    #expect(html.components(of: "rp-open") == 1)
  }

  @Test(arguments: [(Audience.management, false), (.team, true)])
  func privateCaseTellsOnlyItsNumberOutsideTheTeam(audience: Audience, isTold: Bool) throws {
    let lines = "private: yes\ncustomer: 某大客户\nweight: [major]\ndescription: 不得外传\nopen_reason: 等法务\ndepartments: [外观组]"
    let site = try SampleSite(
      ["cases/a.md": caseText("P-77", "2026-10-05", title: "机密事项", lines)], asOf: "2026-10-31", audience: audience)
    for page in ["reports/monthly/2026-10.html", "index.html"] {
      let html = try site.html(page)
      for secret in ["机密事项", "某大客户", "不得外传", "等法务"] where html.contains(secret) { #expect(isTold) }
    }
    let report = try site.html("reports/monthly/2026-10.html")
    #expect(report.contains("P-77"))
    #expect(report.contains("机密事项") == isTold)
    #expect(report.contains("data-l=\"责任部门\">外观组") == isTold)
  }

  @Test func publicReportHasNoCasePersonCustomerOrDepartment() throws {
    var files = ["reports/monthly/2026-10.md": "---\n编制: 许嘉木\n---\n客户张某来电。\n"]
    for day in 10...19 {
      files["cases/\(day).md"] = caseText(
        "K-\(day)", "2026-10-\(day)", title: "主题\(day)", "customer: 甲公司\nowner: 李四\ndepartments: [制造部]\ncategory: 质量")
    }
    let site = try SampleSite(files, site: "privacy: { minimum_cell: 5 }", asOf: "2026-10-31", audience: .public)
    for page in reportPages(of: site.edition) + [overviewPage(of: site.edition)] {
      let html = try site.html(page.path.text)
      for secret in ["K-1", "主题1", "甲公司", "李四", "制造部", "许嘉木", "张某", "cases/"] {
        #expect(!html.contains(secret), "\(page.path.text): \(secret)")
      }
      #expect(html.contains("<h1>"))
    }
  }

  /// R12: the closed cases with attribution and shares; what nobody was attributed is named with the day it is due.
  @Test func closedCasesAreAttributedByShares() throws {
    let closed = "status: closed\nclosed: 2026-10-08\n"
    let shares = "departments: [{ name: 制造部, share: 60 }, { name: 业务部, share: 40 }]"
    let site = try SampleSite(
      [
        "cases/a.md": caseText("a", "2026-10-05", closed + shares), "cases/b.md": caseText("b", "2026-10-06", closed),
      ], asOf: "2026-10-31")
    let html = try site.plain("reports/monthly/2026-10.html")
    #expect(html.contains("本月结案 2 件，其中 1 件尚未定责，应于 2026-11-10 前确认。"))
    #expect(html.contains("制造部 60%、业务部 40%"))
    #expect(html.contains(">0.60</td>"))
    #expect(html.contains(">0.40</td>"))
  }

  @Test func narrativeIsMaskedAndSigned() throws {
    let site = try SampleSite(
      [
        "cases/a.md": caseText("a", "2026-10-05"),
        "reports/monthly/2026-10.md": "---\n编制: 许嘉木\n审核: 苗若谷\n---\n## 综述\n\n回电 13800138000。\n\n## 其他\n",
      ], asOf: "2026-10-31")
    let html = try site.html("reports/monthly/2026-10.html")
    #expect(html.contains("回电 138****8000"))
    #expect(html.contains("编制 许嘉木 · 审核 苗若谷"))
    #expect(!html.contains("<h3>综述</h3>"))
    #expect(html.contains("其他</h4>") || html.contains("其他</h3>"))
  }

  @Test func monthWithoutANarrativeSaysSo() throws {
    let site = try SampleSite(["cases/a.md": caseText("a", "2026-10-05")], asOf: "2026-10-31")
    #expect(try site.html("reports/monthly/2026-10.html").contains("本期未写综述"))
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
