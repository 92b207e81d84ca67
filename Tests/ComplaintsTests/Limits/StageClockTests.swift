import Complaints
import Testing

struct StageClockTests {
  private static let events = maps(
    [("stage", "registered"), ("at", "2026-10-12 10:00")],
    [("stage", "attributed"), ("at", "2026-10-13 10:00")],
    [("stage", "investigated"), ("at", "2026-10-14 10:00"), ("department", "质管"), ("received", "2026-10-13 16:00")],
    [("stage", "investigated"), ("at", "2026-10-17 10:00"), ("department", "制造")],
    [("stage", "planned"), ("at", "2026-10-18 10:00"), ("department", "质管")])

  private typealias State = StageClock.State

  @Test(
    arguments: [
      (rule("24h", stages: ["attributed"]), "2026-10-12 09:30", "2026-10-13T09:30:00", "2026-10-13 10:00", .late),
      (
        rule("24h", stages: ["attributed"], from: .stage("registered")), "2026-10-12 10:00", "2026-10-13T10:00:00",
        "2026-10-13 10:00", .met
      ),
      // When the department got it; then the time of the event before.
      (
        rule("1d", stages: ["investigated"], from: .previous), "2026-10-13 16:00", "2026-10-14T23:59:59",
        "2026-10-14 10:00", .met
      ),
      (
        rule("1d", stages: ["investigated"], departments: ["制造"], from: .previous), "2026-10-14 10:00",
        "2026-10-15T23:59:59", "2026-10-17 10:00", .late
      ),
      // One budget of two departments, to the last of them.
      (
        rule("3d", stages: ["investigated"], departments: ["质管", "制造"], from: .stage("attributed")), "2026-10-13 10:00",
        "2026-10-16T23:59:59", "2026-10-17 10:00", .late
      ),
      (
        rule("5d", stages: ["investigated", "approved"], from: .stage("attributed")), "2026-10-13 10:00",
        "2026-10-18T23:59:59", nil, .overdue
      ),
      // Another department's plan does not meet the rule; while it is awaited, the last event counts.
      (
        rule("3d", stages: ["planned"], departments: ["业务"], from: .previous), "2026-10-18 10:00",
        "2026-10-21T23:59:59",
        nil, .running
      ),
      (rule("3d", stages: ["executed"], from: .stage("approved")), nil, nil, nil, .notStarted),
    ] as [(LimitRule, String?, String?, String?, StageClock.State)])
  func aStageRunsFromItsStartToItsFirstEvent(
    rule: LimitRule, start: String?, due: String?, end: String?, state: StageClock.State
  ) {
    let clocks = stageClocks(
      of: complaint([("events", Self.events)]), asOf: day("2026-10-20"), settings: settings([rule]))
    #expect(
      clocks == [
        StageClock(
          rule: rule, start: start.map { moment($0) }, due: due.map { moment($0) }, end: end.map { moment($0) },
          state: state)
      ])
  }

  @Test(arguments: [("2026-10-19", StageClock.State.running), ("2026-10-20", .unmeasured)])
  func aClosedCaseLeavesAStageUnmeasured(asOf: String, state: StageClock.State) {
    let complaint = complaint([("closed", "2026-10-20")])
    let clocks = stageClocks(
      of: complaint, asOf: day(asOf), settings: settings([rule("30d", stages: ["planned"])]))
    #expect(clocks.map(\.state) == [state])
  }

  @Test func ofTheRulesAboutTheSameTheFirstThatMatchesHolds() {
    let rules = [
      rule("1d", name: "hot", stages: ["planned"], when: [.init(axis: .weight, codes: ["hot"])]),
      rule("reply_by", name: "asked", stages: ["planned"]),
      rule("3d", name: "any", stages: ["planned"]), rule("4d", name: "later", stages: ["planned"]),
      rule("5d", name: "sales", stages: ["planned"], departments: ["业务"]),
    ]
    func names(_ fields: [(String, Draft)]) -> [String] {
      stageClocks(of: complaint(fields), asOf: day("2026-10-13"), settings: settings(rules)).map(\.rule.name)
    }
    #expect(names([]) == ["any", "sales"])
    #expect(names([("reply_by", "2026-10-20")]) == ["asked", "sales"])
    #expect(names([("weight", .list(["major", "hot"]))]) == ["hot", "sales"])
  }

  @Test func aRuleIsCoveredByAnEarlierOneThatIsAsWide() {
    let quality = rule("1d", stages: ["planned"], when: [.init(axis: .category, codes: ["quality"])])
    let electrical = rule(
      "2d", stages: ["planned"],
      when: [.init(axis: .category, codes: ["quality/electrical"]), .init(axis: .region, codes: ["overseas"])])
    let asked = rule("reply_by", stages: ["planned"])
    #expect(electrical.covering(among: [quality]) == quality)
    #expect(quality.covering(among: [electrical, asked]) == nil)
    #expect(asked.covering(among: [rule("1d", stages: ["planned"], departments: ["业务"])]) == nil)
    #expect(rule("1d").covering(among: [rule("2d", departments: ["业务"])]) != nil)
  }
}
