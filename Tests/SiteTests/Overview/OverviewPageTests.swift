import Testing

@testable import Site

@Suite struct OverviewPageTests {
  @Test func ledgerWithoutACaseSaysSo() throws {
    let html = try SampleSite([:], asOf: "2026-10-31").html("index.html")
    #expect(html.contains("台账里还没有计件的投诉。"))
    #expect(!html.contains("class=\"band"))
  }

  @Test func nothingUnusualIsSaid() throws {
    let site = try SampleSite(["cases/a.md": caseText("a", "2026-10-05")], asOf: "2026-10-31")
    let html = try site.plain("index.html")
    #expect(html.contains("没有异常"))
    #expect(html.contains("没有超期案件"))
    #expect(html.contains("受理 1 件；未结 1 件，均未超期。"))
  }

  @Test func overdueCasesStandLatestFirstWithTheirCards() throws {
    let site = try SampleSite(
      [
        "cases/a.md": caseText("a", "2026-10-05", "due: 2026-10-28\nowner: 林知远"),
        "cases/b.md": caseText("b", "2026-10-06", "due: 2026-10-21\ndepartments: [质管部]"),
      ], site: "targets: { overdue_end: { max: 0 } }", asOf: "2026-10-31")
    let html = try site.html("index.html")
    let table = try #require(html.firstRange(of: "id=\"overdue-table\"")).upperBound
    let late = try #require(html[table...].firstRange(of: "超期 10 日"))
    let later = try #require(html[table...].firstRange(of: "超期 3 日"))
    #expect(late.lowerBound < later.lowerBound)
    #expect(html.contains("<a href=\"cases/2026-10/b.html\">b</a>"))
    #expect(html.contains("超期 <a href=\"lists/2026-10/open.html#overdue_end\">2</a> 件，须催办"))
    // Late work is no finding by itself, nor is a target missed without limits to judge it by.
    #expect(html.contains("没有异常"))
    #expect(html.contains("林知远"))
  }

  /// Limits rest on at least 12 values; before that the chart is a run chart and its limits are trial limits.
  @Test(arguments: [(11, false), (12, true)])
  func limitsAreDrawnFromTwelveMonthsOn(months: Int, hasLimits: Bool) throws {
    var files: [String: String] = [:]
    var exposure = "period,product,shipped_lots,accepted_lots,shipped_units\n"
    for month in 1...months {
      let name = month < 10 ? "0\(month)" : "\(month)"
      files["cases/\(name).md"] = caseText("c\(name)", "2026-\(name)-05", "product: 电源")
      exposure += "2026-\(name),,100,99,\n"
    }
    files["exposure/2026.csv"] = exposure
    let site = try SampleSite(files, asOf: months == 12 ? "2026-12-31" : "2026-11-30")
    let html = try site.html("index.html")
    #expect(html.contains("p 图，3σ") == hasLimits)
    #expect(html.contains("满 12 个月起画控制界限") == !hasLimits)
    #expect(html.contains("灰带为正常波动范围") == hasLimits)
  }

  /// 9 of 10 cases in one category and 1 in another: to hide the 1, no category may be shown beside the total.
  @Test func publicCountsCannotBeWorkedOut() throws {
    var files: [String: String] = [:]
    for number in 10...19 {
      files["cases/\(number).md"] = caseText(
        "c\(number)", "2026-10-\(number)", "category: \(number < 19 ? "质量" : "物流")")
    }
    let site = try SampleSite(files, site: "privacy: { minimum_cell: 5 }", asOf: "2026-10-31", audience: .public)
    let html = try site.html("reports/monthly/2026-10.html")
    #expect(!html.contains("质量</th>"))
    #expect(!html.contains("物流"))
    #expect(try !site.html("index.html").contains("质量"))
  }
}
