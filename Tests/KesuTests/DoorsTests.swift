import Foundation
import Testing

/// Invariant 4 of the README: every number of every page leads to the cases behind it, and these make the number.
struct DoorsTests {
  @Test(arguments: ["team", "management"])
  func everyNumberOfTheSampleLeadsToItsCases(audience: String) throws {
    let workplace = try Workplace()
    let built = try workplace.build("--content", repository + "/content", "--audience", audience)
    try #require(built.code == 0, "\(built.errors.suffix(500))")
    try expectDoors(in: workplace)
  }

  /// As of a day in the middle of a month, which is compared with the same days of the months before.
  @Test func everyNumberOfAMonthInCourseLeadsToItsCases() throws {
    let workplace = try Workplace()
    let built = try workplace.build("--content", repository + "/content", "--as-of", "2026-09-17")
    try #require(built.code == 0, "\(built.errors.suffix(500))")
    try expectDoors(in: workplace)
  }

  /// More than 500 cases: the lists of the year, of its end and of each owner have a page for each month.
  @Test func listsThatAreTooLongAreSplitByMonth() throws {
    var files: [String: String] = [:]
    for number in 0..<640 {
      let month = number % 8 + 1
      let closed = number % 10 == 0 ? "closed: 2026-09-\(number % 9 + 10)\nstatus: closed\nsatisfaction: 4\n" : ""
      let more = "owner: 林知远\ncategory: quality\nproduct: { name: 电源, defective: 2 }\ndue: 2026-09-15\n"
      files["cases/\(number).md"] = caseText(
        "26\(1000 + number)", received: "2026-0\(month)-1\(number % 10)", more + closed)
    }
    let workplace = try Workplace(files)
    let built = try workplace.build()
    try #require(built.code == 0, "\(built.errors.suffix(500))")
    try expectDoors(in: workplace)
    let site = try workplace.files()
    #expect(site["lists/2026-10/open-2026-03.html"] != nil)
    #expect(site["lists/owner/林知远-2026-03.html"] != nil)
    // A year's cases stand on the lists of its months.
    #expect(site["lists/2026/received-2026-03.html"] == nil && site["lists/2026-03/received.html"] != nil)
  }

  private func expectDoors(in workplace: Workplace) throws {
    let outcome = try run(["python3", "-B", repository + "/Tests/Doors/doors.py", workplace("_site")], in: repository)
    #expect(outcome.code == 0, "\(outcome.output.suffix(3_000))\(outcome.errors.suffix(2_000))")
    // How many numbers of which kind lead nowhere, and that no other does.
    print(outcome.outputLines.filter { $0.hasPrefix("exempt") }.joined(separator: "\n"))
    let kinds = Set(
      outcome.outputLines.filter { $0.hasPrefix("exempt: ") }.compactMap { $0.split(separator: ": ").dropFirst().first }
    )
    #expect(kinds.subtracting(Self.exempt) == [])
  }

  /// The kinds of number that may stand without a door, each as the script says why.
  private static let exempt: Set<Substring> = [
    "no figure", "a target, which a figure is held against",
    "a limit, a mean or a median of a chart", "made of linked figures beside it, of which it was made again here",
    "what is left of a total after the linked figures in the column",
    "a value of one case or file, which its row leads to", "how many rows, months or kinds stand on this page",
    "what was shipped, which has no cases", "nothing, or unknown",
  ]
}
