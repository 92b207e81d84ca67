import Complaints
import Findings
import Testing

/// R8, and part 14 of the circulation rules: an open case past its limit gets a 催办单; a closed one in which a department
/// overran its own limit gets a 洽办单 that names that department.
struct RemindersTests {
  /// 13 days for the case, 3 for the sales department's plan from the attribution, 2 for the cause that quality and
  /// production share, and 1 for an answer that is nobody's own.
  private static let site: Settings = {
    var settings = Settings(title: "Test", zone: shanghai)
    settings.limits = [
      rule("国内结案", "13d", []), rule("业务部意见", "3d", ["planned"], by: ["业务部"], from: "attributed"),
      rule("共用", "2d", ["cause_found"], by: ["质管部", "制造部"]), rule("首次响应", "1d", ["responded"]),
    ]
    return settings
  }()

  private static func rule(
    _ name: String, _ limit: String, _ stages: [String], by departments: [String] = [], from: String = "received"
  ) -> LimitRule {
    guard let limit = Limit(limit) else { preconditionFailure("a test writes limits right") }
    return LimitRule(
      name: name, stages: stages, departments: departments, from: .stage(from), limit: limit, when: Condition([]),
      mark: Mark(line: 1, column: 1))
  }

  private func event(_ stage: String, _ at: String, _ department: String? = nil) -> Given {
    guard let department else { return .map(["stage": .code(stage), "at": .at(at)]) }
    return .map(["stage": .code(stage), "at": .at(at), "department": .code(department)])
  }

  private func reminders(_ cases: [CaseFile], asOf: String, since: String? = nil) -> Reminders {
    Findings(ledger(cases, settings: Self.site), asOf: day(asOf)).reminders(closedSince: since.map(day))
  }

  private func expedites(_ cases: [CaseFile], asOf: String) -> [String] {
    let sorted = ledger(cases).cases
    return reminders(cases, asOf: asOf).expedites.map { slip in
      "\(sorted[slip.place].complaint.id) \(slip.department ?? "–")"
    }
  }

  private func inquiries(_ cases: [CaseFile], asOf: String, since: String? = nil) -> [String] {
    let sorted = ledger(cases).cases
    return reminders(cases, asOf: asOf, since: since).inquiries.map { slip in
      "\(sorted[slip.place].complaint.id) \(slip.department) \(slip.overruns.map(\.rule.name).joined(separator: "+"))"
    }
  }

  /// Received on 1 March with a limit of 13 days: due on the 14th at 23:59:59.
  @Test(arguments: [
    ("2026-02-28", []), ("2026-03-14", []), ("2026-03-15", ["A –"]), ("2026-03-20", ["A –"]), ("2026-03-21", []),
  ])
  func anOpenCasePastItsLimitIsUrged(asOf: String, expected: [String]) {
    let file = caseFile("A", "2026-03-01", ["closed": .at("2026-03-21 09:00"), "status": .code("closed")])
    // The shared limit of the cause has no department before the case was closed only if it was kept.
    let kept = caseFile(
      "A", "2026-03-01",
      [
        "closed": .at("2026-03-21 09:00"), "status": .code("closed"),
        "events": .list([
          event("cause_found", "2026-03-02 09:00", "质管部"), event("cause_found", "2026-03-02 10:00", "制造部"),
        ]),
      ])
    #expect(expedites([kept], asOf: asOf) == expected)
    #expect(expedites([file], asOf: asOf).isEmpty == expected.isEmpty)
  }

  @Test func onlyComplaintsAndAppealsAreUrged() {
    let given: [(String, KeyValuePairs<String, Given>)] = [
      ("void", ["status": .code("void")]), ("inquiry", ["kind": .code("inquiry")]),
      ("notice", ["kind": .code("notice")]), ("suggestion", ["kind": .code("suggestion")]),
      ("appeal", ["appeal_of": .text("void")]),
      ("paused", ["paused": .list([.map(["from": .at("2026-03-10")])])]),
      ("promised", ["due": .map(["until": .at("2026-06-01")])]),
    ]
    let slips = expedites(given.map { caseFile($0.0, "2026-03-01", $0.1) }, asOf: "2026-04-30")
    #expect(slips == ["appeal 质管部", "appeal 制造部"])
  }

  /// Whom a 催办单 is sent to: those whose awaited stage is late, else those who bear the case, else its owner.
  @Test func theDepartmentsThatHaveItInHandAreTold() {
    let found: [Given] = [
      event("cause_found", "2026-03-02 09:00", "质管部"), event("cause_found", "2026-03-02 10:00", "制造部"),
    ]
    let bearers: Given = .list([
      .map(["name": .code("仓储部"), "share": .percent(4_000)]),
      .map(["name": .code("外部供应商"), "share": .percent(6_000), "external": .yesNo(true)]),
    ])
    let cases = [
      caseFile("a", "2026-03-01", ["events": .list([found[0]])]),
      caseFile("b", "2026-03-02", ["events": .list(found), "departments": bearers]),
      caseFile("c", "2026-03-03", ["events": .list(found), "owner": .code("卫清和")]),
      caseFile(
        "d", "2026-03-04",
        ["events": .list(found + [event("attributed", "2026-03-05 09:00")]), "departments": bearers]),
    ]
    #expect(expedites(cases, asOf: "2026-04-30") == ["a 质管部", "a 制造部", "b 仓储部", "c –", "d 业务部"])
    let slip = reminders([cases[3]], asOf: "2026-04-30").expedites.first
    #expect(slip?.awaited.map(\.rule.name) == ["业务部意见", "首次响应"])
    #expect(slip?.step?.stage == "attributed")
  }

  @Test func theLatestComesFirstAndEarlierUrgingIsNamed() {
    let cases = [
      caseFile("late", "2026-03-05", ["due": .map(["until": .at("2026-03-06")])]),
      caseFile(
        "later", "2026-03-01",
        [
          "events": .list([
            event("expedited", "2026-03-20 09:00"), event("registered", "2026-03-02 09:00"),
            event("expedited", "2026-05-01 09:00"),
          ])
        ]),
    ]
    #expect(
      expedites(cases, asOf: "2026-04-30").map { $0.split(separator: " ")[0] } == ["late", "late", "later", "later"])
    let slip = reminders([cases[1]], asOf: "2026-04-30").expedites.first
    #expect(slip?.urged.map(\.description) == ["2026-03-20T09:00:00"])
    #expect(slip?.step?.stage == "registered")
  }

  /// Overseas LED colours: closed on the 16th of 17 days, yet the sales department took 9 days for its opinion; both
  /// departments of a shared budget are named; a limit without a department is nobody's own.
  @Test func aDepartmentThatOverranIsAsked() {
    let overrun = caseFile(
      "260501", "2026-03-01 09:00",
      [
        "status": .code("closed"),
        "events": .list([
          event("responded", "2026-03-05 09:00"), event("cause_found", "2026-03-03 09:00", "质管部"),
          event("cause_found", "2026-03-04 09:00", "制造部"), event("attributed", "2026-03-04 09:00"),
          event("planned", "2026-03-13 09:00", "业务部"), event("closed", "2026-03-14 09:00"),
        ]),
      ])
    #expect(
      inquiries([overrun], asOf: "2026-03-14") == ["260501 业务部 业务部意见", "260501 质管部 共用", "260501 制造部 共用"])
    #expect(inquiries([overrun], asOf: "2026-03-13") == [])
    #expect(inquiries([overrun], asOf: "2026-04-30", since: "2026-03-15") == [])
    #expect(inquiries([overrun], asOf: "2026-04-30", since: "2026-03-14").count == 3)
  }

  @Test func whatWasKeptOrNeverDoneIsNoOverrun() {
    let kept = caseFile(
      "a", "2026-03-01 09:00",
      [
        "status": .code("closed"),
        "events": .list([event("attributed", "2026-03-04 09:00"), event("closed", "2026-05-01 09:00")]),
      ])
    #expect(inquiries([kept], asOf: "2026-06-30") == [])
  }
}
