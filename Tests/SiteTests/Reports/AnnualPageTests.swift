import Testing

@testable import Site

@Suite struct AnnualPageTests {
  /// 1a A19, the source's sheet: 123 lots shipped, 120 accepted, 3 complaints in January; 41, 41, 0 in February; then
  /// no shipments, where the source has #DIV/0!.
  @Test func rateTableAgreesWithTheSourceSheet() throws {
    var files = [
      "exposure/2026.csv":
        "period,product,shipped_lots,accepted_lots,shipped_units\n2026-01,,123,120,\n2026-02,,41,41,\n2026-03,,0,0,\n"
    ]
    for number in 1...3 {
      files["cases/\(number).md"] = caseText("c\(number)", "2026-01-0\(number)", "product: 电源")
    }
    let site = try SampleSite(files, site: "targets: { complaint_rate: { max: 0.015 } }", asOf: "2026-04-30")
    let html = try site.plain("reports/annual/2026.html")
    func row(_ name: String) throws -> [String] {
      let line = try #require(
        html.split(separator: "\n").first { $0.contains("<th scope=\"row\" data-l=\"\">\(name)</th>") })
      return line.split(separator: "<td").dropFirst().map { cell in
        String(cell.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
      }
    }
    #expect(try row("出货批次").prefix(4) == ["123", "41", "0", "—"])
    #expect(try row("合格批次").prefix(4) == ["120", "41", "0", "—"])
    #expect(try row("客诉批次").prefix(3) == ["3", "0", "0"])
    #expect(try row("客诉率").prefix(5) == ["2.44%", "0.00%", "—", "—", "—"])
    #expect(html.contains("客诉率有 1 个月未达 ≤ 1.50%，最高为 1 月的 2.44%"))
  }

  @Test func yearThatTheLedgerHasOnlyInPartIsNoMeasure() throws {
    let site = try SampleSite(
      ["cases/a.md": caseText("a", "2025-09-05"), "cases/b.md": caseText("b", "2026-01-06")], asOf: "2026-12-31")
    #expect(try site.html("reports/annual/2025.html").contains("台账自 2025 年 9 月起记"))
    #expect(try !site.html("reports/annual/2026.html").contains("上年同期"))
  }
}
