import Complaints
import Digests
import Findings
import Testing

@testable import Site

/// Lists of more cases than one page takes: each page of a part says what it reads, and reads no other part.
struct LongListsTests {
  /// Of June and July 2026, all by one owner; every fortieth is closed in August.
  private static func text(_ number: Int, _ more: String = "") -> String {
    let month = number < 300 ? "06" : "07"
    let day = 10 + number % 10
    let end = number % 40 == 0 ? "status: closed\nclosed: 2026-08-0\(1 + number % 9) 10:00" : "status: in_progress"
    return sampleCase("n\(number)", "received: 2026-\(month)-\(day)\nowner: 贺兰舟\n\(end)\n\(more)")
  }

  private func ledger() throws -> SampleLedger {
    let cases = (0..<560).map { ("cases/n\($0).md", Self.text($0)) }
    return try SampleLedger(Dictionary(uniqueKeysWithValues: cases))
  }

  /// What is open at the end of a month is found for all months in one pass.
  @Test func theOpenCasesOfAMonthAreThoseOfItsLastDay() throws {
    let edition = try ledger().edition(.team, asOf: "2026-10-15")
    for month in edition.findings.periods(.month) {
      let day = month.days.upperBound
      let open = edition.findings.timeline.open(at: day)
      #expect(Array(edition.open(at: day).places) == open.map { edition.findings.cases[$0].place }, "\(day)")
    }
    let june = Period(.month, containing: Day(number: 20_620))
    #expect(edition.open(at: edition.asOf).months == [june, june.next])
  }

  @Test(arguments: [
    ("an owner", 5, text(5).replacing("贺兰舟", with: "苗若谷")), ("a title", 310, text(310).replacing("案n", with: "另案n")),
    ("a closing", 7, text(7).replacing("in_progress", with: "closed\nclosed: 2026-09-03 10:00")),
    ("another closing", 40, text(40).replacing("2026-08-0", with: "2026-10-0")),
    ("a reason", 12, text(12, "open_reason: 等料")), ("a limit", 320, text(320, "due: 2026-08-01")),
    ("a month", 9, text(9).replacing("2026-06", with: "2026-07")),
  ])
  func equalInputsMakeEqualPages(what: String, number: Int, edited: String) throws {
    let ledger = try ledger()
    func lists() throws -> [Page] {
      pages(of: try ledger.edition(.management)).filter { $0.path.text.hasPrefix("lists/") }
    }
    var known: [String: (inputs: Digest?, html: String)] = [:]
    for page in try lists() { known[page.path.text] = (page.inputs?(), try page.html) }
    let parts = ["lists/2026-10/open-2026-06.html", "lists/2026-10/open-2026-07.html", "lists/owner/贺兰舟-2026-06.html"]
    for part in parts { #expect(known[part]?.inputs != nil, "\(part)") }
    try ledger.write(edited, to: "cases/n\(number).md")
    for page in try lists() {
      guard let former = known[page.path.text], former.inputs == page.inputs?() else { continue }
      #expect(try page.html == former.html, "\(what): \(page.path.text)")
    }
  }

  /// An edit of a case of July leaves the part of June as it is.
  @Test func aPartReadsNoOtherPart() throws {
    let ledger = try ledger()
    func inputs() throws -> [String: Digest?] {
      let pages = pages(of: try ledger.edition(.management))
      return Dictionary(pages.map { ($0.path.text, $0.inputs?()) }) { first, _ in first }
    }
    let before = try inputs()
    try ledger.write(Self.text(310).replacing("案n", with: "另案n"), to: "cases/n310.md")
    let after = try inputs()
    for list in ["lists/2026-10/open", "lists/owner/贺兰舟"] {
      #expect(before[list + "-2026-06.html"] == after[list + "-2026-06.html"])
      #expect(before[list + "-2026-07.html"] != after[list + "-2026-07.html"])
    }
  }
}
