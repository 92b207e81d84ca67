import Complaints
import Testing

/// Each rule as its reader sees it. Line 2 holds the id, 3 the title, 4 the time of receipt.
struct RulesTests {
  @Test(
    arguments: [
      (
        [("status", "closed")],
        "5:9: error: status is closed, but nothing says when; add closed: with the time [status.times]"
      ),
      (
        [("status", "resolved"), ("closed", "2026-10-20 10:00")],
        "5:9: error: status is resolved, but the case was closed at 2026-10-20T10:00:00; write closed, or add when it was reopened after that [status.times]"
      ),
      (
        [("status", "closed"), ("closed", "2026-10-20"), ("reopened", "2026-10-21")],
        "5:9: error: status is closed, but the case was reopened at 2026-10-21 and not closed after that; write in_progress, or add the new closing [status.times]"
      ),
      ([("status", "in_progress"), ("closed", "2026-10-20"), ("reopened", "2026-10-21")], ""),
      ([("status", "void"), ("closed", "2026-10-20")], ""), ([("closed", "2026-10-20")], ""),
      ([("status", "pending")], ""), ([("status", "closed"), ("closed", "2026-10-20")], ""),
    ] as [([(String, Draft)], String)])
  func statusAndTimesAgree(fields: [(String, Draft)], line: String) {
    #expect(check(fields) == line)
  }

  @Test(
    arguments: [
      (
        [("responded", "2026-10-13"), ("events", maps([("stage", "responded"), ("at", "2026-10-14 10:00")]))],
        "5:12: error: responded is 2026-10-13, but the first responded event is at 2026-10-14T10:00:00; write one time for both, or leave responded out [time.differs]"
      ),
      ([("responded", "2026-10-14"), ("events", maps([("stage", "responded"), ("at", "2026-10-14 10:00")]))], ""),
      (
        [
          ("closed", "2026-10-14"),
          (
            "events",
            maps([("stage", "closed"), ("at", "2026-10-14")], [("stage", "closed"), ("at", "2026-10-20")])
          ),
        ],
        "5:9: error: closed is 2026-10-14, but the last closed event is at 2026-10-20; write one time for both, or leave closed out [time.differs]"
      ),
      (
        [("closed", "2026-10-12 09:00")],
        "5:9: error: closed at 2026-10-12T09:00:00, before the case was received at 2026-10-12T09:30:00; correct one of the two times [closed.before_received]"
      ),
      ([("closed", "2026-10-12")], ""),
      (
        [("events", maps([("stage", "visited"), ("at", "2026-10-11")]))],
        "7:9: warning: visited at 2026-10-11, before the case was received at 2026-10-12T09:30:00; correct one of the two times [event.before_received]"
      ),
    ] as [([(String, Draft)], String)])
  func timesAgreeWithEachOther(fields: [(String, Draft)], line: String) {
    #expect(check(fields) == line)
  }

  @Test(
    arguments: [
      (
        [("departments", maps([("name", "质管"), ("share", "60")], [("name", "制造"), ("share", "39.9")]))],
        "6:3: error: the shares of the departments add up to 99.9%; correct them until they make 100% [shares.sum]"
      ),
      (
        [("departments", maps([("name", "质管"), ("share", "100")], [("name", "制造")]))],
        "6:3: error: 1 of the 2 departments has no share; give every department its share, or none [shares.sum]"
      ),
      (
        [
          (
            "departments",
            maps(
              [("name", "质管"), ("share", "33.33")], [("name", "制造"), ("share", "33.33")],
              [("name", "业务"), ("share", "33.33")])
          )
        ], ""
      ),
      ([("departments", .list(["质管", "制造", "业务"]))], ""),
      (
        [
          ("departments", .list(["质管"])),
          ("events", maps([("stage", "attributed"), ("at", "2026-10-14"), ("departments", .list(["制造"]))])),
        ],
        "6:3: warning: departments differ from those of the last attributed event; write the same departments and shares in both [departments.attributed]"
      ),
      (
        [
          ("departments", maps([("name", "质管"), ("share", "50")], [("name", "制造"), ("share", "50")])),
          ("events", maps([("stage", "attributed"), ("at", "2026-10-14"), ("departments", .list(["制造", "质管"]))])),
        ], ""
      ),
    ] as [([(String, Draft)], String)])
  func sharesMakeAWhole(fields: [(String, Draft)], line: String) {
    #expect(check(fields) == line)
  }

  /// Up to 100,000 the department's manager, up to 150,000 the deputy, above the general manager.
  @Test(
    arguments: [
      ([("solution", .map([("amount", "100000"), ("approver_rank", "部门经理")]))], ""),
      (
        [("solution", .map([("amount", "100000.01"), ("approver_rank", "部门经理")]))],
        "7:18: error: 部门经理 may not approve 100000.01 CNY; 副总经理 or a higher rank must [approval.below_rank]"
      ),
      (
        [
          ("costs", .map([("allowance", "90000"), ("return_value", "60001"), ("rework", "1000000")])),
          ("approvals", maps([("subject", "赔偿金额"), ("rank", "副总经理"), ("result", "agreed")])),
          ("allowance_proof", "annotated_copy"),
        ],
        "11:11: error: 副总经理 may not approve 150001.00 CNY; 总经理 or a higher rank must [approval.below_rank]"
      ),
      // The highest of those who agreed counts; an 8D is another matter, a refusal none.
      (
        [
          ("solution", .map([("amount", "200000"), ("approver_rank", "部门经理")])),
          (
            "approvals",
            maps(
              [("subject", "amount"), ("rank", "总经理"), ("result", "agreed")],
              [("subject", "8D"), ("rank", "质量经理"), ("result", "agreed")],
              [("subject", "amount"), ("rank", "科长"), ("result", "refused")])
          ),
        ], ""
      ),
      (
        [("solution", .map([("approver_rank", "科长")]))],
        "6:18: error: the rank '科长' is not one of approval in site.yaml; write 部门经理, 副总经理, 总经理 [approval.unknown_rank]"
      ),
    ] as [([(String, Draft)], String)])
  func theRankFitsTheAmount(fields: [(String, Draft)], line: String) {
    #expect(check(fields) == line)
  }

  @Test(
    arguments: [
      (
        [("repeat_of", "260901")],
        "5:12: error: repeat_of: no case has the id '260901'; correct it, or add that case [relation.unknown]"
      ),
      (
        [("related", .list(["261002", "260901"]))],
        "7:5: error: related: no case has the id '260901'; correct it, or add that case [relation.unknown]"
      ),
      (
        [("appeal_of", "261001")],
        "5:12: warning: appeal_of names the case itself; write the id of the other one [relation.self]"
      ),
      ([("appeal_of", "261002")], ""),
    ] as [([(String, Draft)], String)])
  func whatACaseRefersToIsThere(fields: [(String, Draft)], line: String) {
    #expect(check(fields) == line)
  }

  @Test func aPauseBeginsBeforeItEnds() {
    let line = check([("paused", maps([("from", "2026-10-14 10:00"), ("to", "2026-10-14 09:00")]))])
    #expect(
      line
        == "7:9: warning: the pause ends at 2026-10-14T09:00:00, before it begins at 2026-10-14T10:00:00, and stops no clock; correct one of the two times [pause.order]"
    )
    #expect(check([("paused", maps([("from", "2026-10-14 10:00"), ("to", "2026-10-14")]))]).isEmpty)
  }

  @Test func aSiteSetsTheWeightOfARule() {
    var site = ladder
    let fields: [(String, Draft)] = [("status", "closed")]
    site.rules = ["status.times": .warning]
    #expect(check(fields, site).hasPrefix("5:9: warning: "))
    site.rules = ["status.times": nil]
    #expect(check(fields, site).isEmpty)
  }
}

private let ladder: Settings = {
  var settings = settings()
  settings.approval = [
    ApprovalRank(rank: "部门经理", upTo: Money(cents: 10_000_000)),
    ApprovalRank(rank: "副总经理", upTo: Money(cents: 15_000_000)), ApprovalRank(rank: "总经理", upTo: nil),
  ]
  return settings
}()

/// All lines of a case, without the path; the ledger also holds 261002, in a file that has errors.
private func check(_ fields: [(String, Draft)], _ settings: Settings = ladder) -> String {
  checkRules([caseFile(fields, path: "a")], rejected: ["261002"], settings: settings)
    .map { diagnostic in
      #expect(RuleProblem.codes.contains(diagnostic.code))
      return diagnostic.description.dropFirst(2)
    }.joined(separator: "\n")
}
