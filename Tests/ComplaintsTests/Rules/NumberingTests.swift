import Complaints
import Testing

struct NumberingTests {
  @Test(arguments: [
    ("{yy}{mm}{seq:02}", "2026-10-12", 1, "261001"), ("{yy}{mm}{seq:02}", "2026-10-12", 100, "2610100"),
    ("KS-{yyyy}-{seq:03}", "2026-01-01", 7, "KS-2026-007"), ("{seq}/{mm}.{yy}", "2026-01-01", 7, "7/01.26"),
    ("{yyyy}{mm}{dd}-{seq:03}", "2026-10-12", 12, "20261012-012"),
  ])
  func aNumberIsMadeAndReadByItsPattern(pattern: String, on: String, serial: Int, id: String) throws {
    let numbering = try #require(Numbering(pattern))
    #expect(numbering.text(on: day(on), serial: serial) == id)
    #expect(numbering.number(id)?.serial == serial)
    #expect(numbering.number(id)?.year == 2026)
  }

  @Test(arguments: ["26101", "261301", "261000", "2610001", "26100１", "261001a", "a261001", "", "26-10-01"])
  func whatDoesNotFitIsNoNumber(id: String) throws {
    #expect(try #require(Numbering("{yy}{mm}{seq:02}")).number(id) == nil)
  }

  @Test(arguments: ["", "{yy}{mm}", "{seq}{seq}", "{day}{seq}", "{yy", "{seq:100}", "{seq:x}"])
  func whatHasNotOneSerialIsNoPattern(pattern: String) {
    #expect(Numbering(pattern) == nil)
  }

  @Test func theNextNumberFollowsTheHighestOfItsMonth() throws {
    let numbering = try #require(Numbering("{yy}{mm}{seq:02}"))
    #expect(numbering.next(after: ["261001", "261099", "261101", "old"], on: day("2026-10-31")) == "2610100")
    #expect(numbering.next(after: ["261001"], on: day("2026-12-01")) == "261201")
  }

  @Test(
    arguments: [
      (
        "26-1", [],
        "4:5: warning: the id '26-1' does not fit the numbering {yy}{mm}{seq:02}; write it like 261001 [number.pattern]"
      ),
      (
        "260901", [],
        "4:5: warning: the id '260901' is of 2026-09, but the case was registered in 2026-10; give it a number of that month [number.month]"
      ),
      // Registered in the month after it was received, or nobody knows when.
      ("261101", [], ""),
      (
        "261101", [("events", maps([("stage", "registered"), ("at", "2026-10-13")]))],
        "4:5: warning: the id '261101' is of 2026-11, but the case was registered in 2026-10; give it a number of that month [number.month]"
      ),
      (
        "261003", [],
        "4:5: warning: the numbers 261001 to 261002 are missing before this one; add those cases, with status void if they are not used [number.gap]"
      ),
      (
        "261006", [],
        "4:5: warning: the number 261005 is missing before this one; add that case, with status void if it is not used [number.gap]"
      ),
    ] as [(String, [(String, Draft)], String)])
  func numbersFitAndLeaveNoneOut(id: String, fields: [(String, Draft)], line: String) {
    var site = settings()
    site.numbering = "{yy}{mm}{seq:02}"
    let rejected = id == "261006" ? ["261001", "261002", "261003", "261004"] : []
    let found = checkNumbers([caseFile([("id", .text(id))] + fields, path: "a")], rejected: rejected, settings: site)
    #expect(found.map { $0.description.dropFirst(2) }.joined(separator: "\n") == line)
  }
}
