import Testing

@testable import Site

private let files = [
  "cases/a.md": sampleCase(
    "a", "title: 客户来电 13800138000\nreceived: 2026-10-12 09:30\ncustomer: { name: 甲公司 }"
  ).replacing("title: 案a\n", with: ""),
  "cases/b.md": sampleCase(
    "b",
    "received: 2026-10-13\nprivate: yes\ncustomer: 乙公司\nproduct: { part_no: 13800138000, defective: 2 }"),
  "cases/c.md": sampleCase("c", "received: 2026-10-14\nstatus: void"),
]

private func table(_ audience: Audience) throws -> [Substring] {
  let edition = try SampleLedger(files).edition(audience)
  let page = try #require(dataPages(of: edition).first { $0.path.text == "data/cases.csv" })
  return try page.html.split(separator: "\r\n")
}

@Test func theFirstColumnsAreFixedAndEveryCountedCaseHasARow() throws {
  let lines = try table(.team)
  #expect(
    lines[0].hasPrefix(
      "\u{FEFF}id,title,received,due,closed,status,category,channel,severity,region,product,owner,days_to_close,on_time,overdue"
    ))
  #expect(lines.count == 3)
  #expect(lines[1].hasPrefix("a,客户来电 13800138000,2026-10-12T09:30:00,,,,"))
}

@Test func managementReadsNoPrivateTitleAndNoTelephoneNumber() throws {
  let lines = try table(.management)
  #expect(lines[1].hasPrefix("a,客户来电 138****8000,"))
  #expect(lines[2].hasPrefix("b,,2026-10-13T00:00:00,"))
  // A part number that looks like a telephone number is none.
  #expect(lines[2].contains(",13800138000,"))
  #expect(!lines[2].contains("乙公司"))
}

@Test func metricsNameEveryKeyEvenWhereNothingIsKnown() throws {
  let document = try metricsDocument(of: SampleLedger([:]).edition(.team)).parsed
  #expect(
    Set(document.keys) == [
      "as_of", "time_zone", "account", "periods", "dimensions", "control_charts", "tallies", "more",
    ])
  #expect((document["control_charts"] as? [[String: Any]])?.count == 4)
}
