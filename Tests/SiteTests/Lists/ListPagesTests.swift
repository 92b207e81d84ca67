import Testing

@testable import Site

@Suite struct ListPagesTests {
  private static let files = [
    "cases/a.md": caseText(
      "a", "2026-10-05 08:00", "closed: 2026-10-07 20:00\nstatus: closed\nprivate: yes\ncosts: { freight: 12.5 }"),
    "cases/b.md": caseText(
      "b", "2026-10-06", title: "来电 13800000115 催问",
      "departments: [{ name: 质管部, share: 60% }, { name: 业务部, share: 40% }]"
    ),
    "cases/c.md": caseText("c", "2026-09-06", "closed: 2026-10-01\nstatus: closed"),
  ]

  private func html(_ path: String, _ audience: Audience = .management) throws -> String {
    let site = try SampleSite(Self.files, asOf: "2026-10-31", audience: audience)
    let page = try #require(pages(of: site.edition).first { $0.path.text == path })
    var buffer: [UInt8] = []
    try page.render(&buffer)
    return String(decoding: buffer, as: UTF8.self)
  }

  /// Of 2.5 and 25 days the median is 13.75; the quickest stands first.
  @Test func aListSaysHowItsCasesMakeTheFigure() throws {
    let html = try html("lists/2026-10/closed.html", .team)
    #expect(html.contains("<b data-f=\"median\" data-c=\"1\">13.8 日</b>"))
    #expect(html.contains("<a href=\"../../definitions.html#median_days_to_close\">"))
    #expect(html.contains("“用时（日）”一栏的中位数"))
    #expect(
      html.contains(
        "<tr><th><a href=\"../../cases/2026-10/a.html\">a</a></th><td>2026-10-05</td><td>电源异响</td><td>2026-10-07</td><td>2.50</td><td></td><td>未回访</td></tr>\n<tr><th><a href=\"../../cases/2026-09/c.html\">c</a></th>"
      ))
  }

  /// A private case stands there with its number and its figures, and a title without telephone numbers.
  @Test func managementSeesNoPrivateWords() throws {
    let closed = try html("lists/2026-10/cost.html")
    #expect(
      closed.contains("<th>a</th><td>2026-10-05</td><td>保密案件，内容不公开</td><td>12.50</td>"))
    let open = try html("lists/2026-10/open.html")
    #expect(open.contains("来电 138****0115 催问"))
  }

  @Test func departmentsBearTheirShares() throws {
    let html = try html("lists/2026-10/by-department.html")
    #expect(html.contains("id=\"质管部\""))
    #expect(html.contains("<td>60%</td>"))
    #expect(html.contains("<b data-f=\"sum\" data-c=\"0\">0.40</b>"))
  }

  /// Of two steps of a case in one stage both stand in its cell; a row ends with its last value.
  @Test func stepsStandUnderTheirStages() throws {
    let events = """
      status: closed
      events:
        - { stage: responded, at: 2026-10-02 08:00, department: 质管部 }
        - { stage: progressed, at: 2026-10-04 08:00 }
        - { stage: progressed, at: 2026-10-04 20:00 }
        - { stage: closed, at: 2026-10-05 08:00, department: 质管部 }
      """
    let site = try SampleSite(["cases/a.md": caseText("a", "2026-10-01 08:00", events)], asOf: "2026-10-31")
    let stages = try site.html("lists/2026-10/time-by-stage.html")
    #expect(stages.contains("<th id=\"progressed\">"))
    #expect(stages.contains("<b data-f=\"numbers\" data-c=\"0\">2</b>"))
    #expect(stages.contains("</th><td>2.00 0.50</td><td>1.00</td><td>0.50</td></tr>"))
    let year = try site.html("lists/2026/time-by-department.html")
    #expect(year.contains("</th><td>2.00 0.50</td><td>1.00 0.50</td></tr>"))
    let month = try site.html("reports/monthly/2026-10.html")
    #expect(month.contains("lists/2026-10/time-by-stage.html#progressed\">1.3</a>"))
  }

  /// Each row with its file and line.
  @Test func talliesAreListedRowByRow() throws {
    let site = try SampleSite(
      [
        "cases/a.md": caseText("a", "2026-10-01"),
        "tallies/2026.csv": "date,category,count,status,result\n2026-10-02,理赔,3,,\n2026-10-04,理赔,4,,\n",
      ], asOf: "2026-10-31")
    let html = try site.html("lists/2026-10/tallies.html")
    #expect(html.contains("<td>tallies/2026.csv:3</td><td>2026-10-04</td><td>4</td>"))
    #expect(html.contains("<b data-f=\"sum\" data-c=\"2\">7</b>"))
    #expect(try site.html("reports/monthly/2026-10.html").contains("lists/2026-10/tallies.html#type-理赔\">7</a>"))
  }

  @Test func measuresAreListedInTheMonthOfTheirDate() throws {
    let site = try SampleSite(
      [
        "cases/a.md": caseText("a", "2026-10-01"),
        "improvements/scan.md": "---\ntitle: 扫码核对\nowner: 林知远\ndue: 2026-10-10\ndone: 2026-10-09\n---\n",
      ], asOf: "2026-10-31")
    let html = try site.html("lists/2026-10/improvements.html")
    #expect(html.contains("<td>扫码核对</td><td>林知远</td><td>2026-10-10</td><td>按期完成</td><td>2026-10-09</td>"))
    #expect(
      try site.html("reports/monthly/2026-10.html").contains("improvements.html#improvements_done_on_time\">1</a>"))
  }

  @Test func thePublicHasNoLists() throws {
    let site = try SampleSite(Self.files, asOf: "2026-10-31", audience: .public)
    #expect(!pages(of: site.edition).contains { $0.path.text.hasPrefix("lists/") })
    #expect(try !site.html("index.html").contains("lists/"))
  }

  /// A list without cases is no list.
  @Test func nothingHasNoList() throws {
    let site = try SampleSite(Self.files, asOf: "2026-10-31")
    let paths = Set(pages(of: site.edition).map(\.path.text))
    #expect(!paths.contains("lists/2026-10/repeats.html"))
    #expect(!paths.contains("lists/2026-09/closed.html"))
    #expect(paths.contains("lists/2026-09/received.html"))
  }
}
