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
    let page = try #require(listPages(of: site.edition).first { $0.path.text == path })
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
        "<tr><th><a href=\"../../cases/2026-10/a.html\">a</a></th><td>2026-10-05</td><td>电源异响</td><td>2026-10-07</td><td>2.50</td></tr>\n<tr><th><a href=\"../../cases/2026-09/c.html\">c</a></th>"
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

  @Test func thePublicHasNoLists() throws {
    let site = try SampleSite(Self.files, asOf: "2026-10-31", audience: .public)
    #expect(!pages(of: site.edition).contains { $0.path.text.hasPrefix("lists/") })
    #expect(try !site.html("index.html").contains("lists/"))
  }

  /// A list without cases is no list.
  @Test func nothingHasNoList() throws {
    let site = try SampleSite(Self.files, asOf: "2026-10-31")
    let paths = Set(listPages(of: site.edition).map(\.path.text))
    #expect(!paths.contains("lists/2026-10/repeats.html"))
    #expect(!paths.contains("lists/2026-09/closed.html"))
    #expect(paths.contains("lists/2026-09/received.html"))
  }
}
