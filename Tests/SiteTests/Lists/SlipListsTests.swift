import Findings
import Testing

@testable import Site

/// The slips to issue as of the day, each a row of its list, from the number in the note of the overview.
@Suite struct SlipListsTests {
  private static let files = [
    "cases/a.md": caseText("a", "2026-10-05", "due: 2026-10-20\nowner: 张三"),
    "cases/b.md": caseText(
      "b", "2026-10-06",
      "due: 2026-10-25\nprivate: yes\ndepartments: [{ name: 质管部, share: 50% }, { name: 业务部, share: 50% }]"),
    // An appeal counts in no figure, and has a slip all the same.
    "cases/c.md": caseText("c", "2026-10-07", "appeal_of: a\ndue: 2026-10-30\nowner: 李四"),
    "cases/d.md": caseText(
      "d", "2026-10-08",
      "region: overseas\nstatus: closed\nevents:\n  - { stage: responded, at: 2026-10-11, department: 业务部 }\n  - { stage: closed, at: 2026-10-12 }"
    ),
  ]

  private func html(_ path: String, _ audience: Audience = .management) throws -> String {
    let site = try SampleSite(
      Self.files,
      site: "limits: [{ name: 首次答复, stage: responded, department: 业务部, limit: 24h, when: { region: overseas } }]",
      asOf: "2026-10-31",
      audience: audience)
    return try site.html(path)
  }

  @Test func everyExpeditingSlipIsARow() throws {
    let html = try html("lists/as-of/expediting-slips.html", .team)
    #expect(html.contains("<b data-f=\"rows\">4</b>"))
    #expect(html.contains("<b data-f=\"count\">3</b>"))
    #expect(html.contains("a</a></th><td>张三</td><td>2026-10-20</td><td>11</td>"))
    #expect(html.contains("b</a></th><td>质管部</td><td>2026-10-25</td><td>6</td>"))
    #expect(html.contains("c</a></th><td>李四</td><td>2026-10-30</td><td>1</td>"))
  }

  /// How many slips there are, and about which cases, is known before they are written: for an appeal as for any other case.
  @Test(arguments: ["2026-10-04", "2026-10-20", "2026-10-21", "2026-10-27", "2026-10-31"])
  func theCasesWithASlipAreThoseOfTheSlips(asOf: String) throws {
    let findings = try SampleLedger(Self.files).edition(.team, asOf: asOf).findings
    let (cases, slips) = (findings.slipCases(), findings.reminders())
    let (expedited, inquired) = (slips.expedites.map { $0.place }, slips.inquiries.map { $0.place })
    #expect(Set(cases.expedited) == Set(expedited) && Set(cases.expedited).count == cases.expedited.count)
    #expect(Set(cases.inquired) == Set(inquired) && Set(cases.inquired).count == cases.inquired.count)
    #expect(cases.expedites == expedited.count)
    #expect(cases.inquiries == inquired.count)
  }

  @Test func aPrivateCaseTellsNobodyWhoseItIs() throws {
    let html = try html("lists/as-of/expediting-slips.html")
    #expect(html.contains("<th>b</th><td>保密案件，内容不公开</td><td>2026-10-25</td>"))
    #expect(!html.contains("质管部"))
  }

  @Test func anInquiryNamesTheLimitThatWasOverrun() throws {
    #expect(try html("lists/as-of/inquiry-slips.html").contains("<td>业务部</td><td>2026-10-12</td><td>首次答复</td>"))
  }

  @Test func theOverviewLeadsToThem() throws {
    let html = try html("index.html")
    #expect(html.contains("<a href=\"lists/as-of/expediting-slips.html\">4</a>"))
    #expect(html.contains("<a href=\"lists/as-of/inquiry-slips.html\">1</a>"))
  }
}
