import Complaints
import Testing

@testable import Intake

/// Each mistake in a rule of the site - limits, targets, ranks, work time, call-backs, required fields, notices - as its
/// reader sees it; the line under test is the second.
@Suite struct SiteRuleReadingTests {
  @Test(arguments: [
    ("limits: { name: a }", "2:9: error: limits is keys and values; it takes a list [value.shape]"),
    ("limits: [{ name: a }]", "2:10: error: limits.limit is missing; write 'limit: …' [settings.missing]"),
    (
      "limits: [{ limit: 24 }]",
      "2:19: error: limit: '24' cannot be read; write it like 24h, 2wh, 13d, 2wd, 0.5d, 2w, 1m or 1d@15:00 [limit.invalid]"
    ),
    (
      "limits: [{ limit: 1.5d }]",
      "2:19: error: limit: '1.5d' cannot be read; write it like 24h, 2wh, 13d, 2wd, 0.5d, 2w, 1m or 1d@15:00 [limit.invalid]"
    ),
    (
      "limits: [{ limit: 2wh }]",
      "2:10: error: limit: '2wh' counts working hours; add working_hours, like 09:00-12:00, 13:00-18:00 [limit.working_hours]"
    ),
    (
      "limits: [{ limit: 2d, stage: replyed }]",
      "2:30: error: unknown limits.stage 'replyed'; did you mean 'replied'? [value.unknown]"
    ),
    (
      "limits: [{ limit: 2d, from: startd }]",
      "2:29: error: unknown limits.from 'startd'; write received, registered, submitted, escalated, written_received, assessed, assigned, informed, responded, progressed, visited or sampled [value.unknown]"
    ),
    (
      "limits: [{ limit: 2d, when: { regoin: domestic } }]",
      "2:31: warning: unknown key 'regoin' in limits.when; did you mean 'region'? [key.unknown]"
    ),
    (
      "limits: [{ limit: 2d, when: { region: domestc } }]",
      "2:39: error: unknown limits.when.region 'domestc'; did you mean 'domestic'? [value.unknown]"
    ),
    (
      "limits: [{ limit: 2d, whn: { region: domestic } }]",
      "2:23: warning: unknown key 'whn' in limits; did you mean 'when'? [key.unknown]"
    ),
    (
      "limits: [{ name: a, limit: 2d }, { name: b, limit: 3d, when: { region: domestic } }]",
      "2:34: warning: the rule 'b' can never hold, because the one in line 2 comes first; put it before that one [limit.unreachable]"
    ),
    (
      "targets: { complaint_rat: { max: 1 } }",
      "2:12: warning: unknown key 'complaint_rat' in targets; did you mean 'complaint_rate'? [key.unknown]"
    ),
    (
      "targets: { ppm: { max: low } }",
      "2:24: error: targets.ppm.max: 'low' cannot be used; write a number like 0.015 [settings.value]"
    ),
    ("targets: { ppm: 3 }", "2:17: error: targets.ppm is a single value; it takes keys and values [value.shape]"),
    ("approval: [{ up_to: 5 }]", "2:12: error: approval.rank is missing; write 'rank: …' [settings.missing]"),
    (
      "approval: [{ rank: a, up_to: x }]",
      "2:30: error: approval.up_to: 'x' is not a number; write it in digits, without a unit, like 1200 or 1,200.50 [number.invalid]"
    ),
    (
      "approval: [{ rank: a, up_to: 5 }, { rank: b, up_to: 4 }]",
      "2:35: error: approval is out of order; write the ranks from the lowest up_to to the highest, the last without one [settings.value]"
    ),
    (
      "approval: [{ rank: a }, { rank: b, up_to: 4 }]",
      "2:25: error: approval is out of order; write the ranks from the lowest up_to to the highest, the last without one [settings.value]"
    ),
    (
      "approval: [{ rank: a, up_to: 4 }, { rank: a }]",
      "2:35: error: approval has 'a' twice; keep one of them [settings.duplicate]"
    ),
    (
      "weekend: [caturday]",
      "2:11: error: weekend: 'caturday' cannot be used; write the days like saturday, sunday [settings.value]"
    ),
    (
      "working_hours: 09:00-08:00",
      "2:16: error: working_hours: '09:00-08:00' cannot be used; write spans in order, like 09:00-12:00, 13:00-18:00 [settings.value]"
    ),
    (
      "working_hours: 13:00-18:00, 09:00-12:00",
      "2:16: error: working_hours: '13:00-18:00, 09:00-12:00' cannot be used; write spans in order, like 09:00-12:00, 13:00-18:00 [settings.value]"
    ),
    (
      "followup: { within: 2wd, window: 99999m }",
      "2:34: error: limit: '99999m' is longer than a hundred years; write at most 36500d, 36500wd, 5214w or 1200m [limit.invalid]"
    ),
    ("followup: { tries: 3 }", "2:11: error: followup.within is missing; write 'within: …' [settings.missing]"),
    (
      "followup: { within: 2wd, tries: 0 }",
      "2:33: error: followup.tries: '0' cannot be used; it must be 1 or more [settings.value]"
    ),
    (
      "followup: { within: soon }",
      "2:21: error: limit: 'soon' cannot be read; write it like 24h, 2wh, 13d, 2wd, 0.5d, 2w, 1m or 1d@15:00 [limit.invalid]"
    ),
    (
      "required: [{ fields: [writen_on] }]",
      "2:23: error: unknown required.fields 'writen_on'; did you mean 'written_on'? [value.unknown]"
    ),
    (
      "required: [{ at_least: { samples.askd: 2 } }]",
      "2:26: error: unknown required.at_least 'samples.askd'; did you mean 'samples.asked'? [value.unknown]"
    ),
    (
      "required: [{ at_least: { samples.asked: two } }]",
      "2:41: error: required.at_least.samples.asked: 'two' is not a number; write it in digits, without a unit, like 1200 or 1,200.50 [number.invalid]"
    ),
    (
      "required: [{ before: cause_fond }]",
      "2:22: error: unknown required.before 'cause_fond'; did you mean 'cause_found'? [value.unknown]"
    ),
    ("notify: [{ within: 1d }]", "2:10: error: notify.who is missing; write 'who: …' [settings.missing]"),
  ])
  func eachMistakeHasItsWordsAndPlace(line: String, expected: String) {
    let (_, diagnostics) = readSettings(Array("title: 看板\n\(line)\n".utf8), path: "content/site.yaml")
    #expect(diagnostics.map(\.description) == ["content/site.yaml:" + expected])
  }

  @Test func aRuleThatAsksForNobodyKnowsWhatHoldsForNone() throws {
    let site = settings("limits: [{ limit: 2d, when: { regoin: domestic } }]")
    let file = try #require(readCase("---\nid: a\ntitle: t\nreceived: 2026-10-12\nregion: domestic\n---\n").file)
    #expect(site.limits.map { $0.when.matches(file.complaint) } == [false])
  }

  @Test func warningsHaveTheWeightThatTheSiteGives() {
    #expect(complaints(about: "颜色: 红", site: "rules: { key.unknown: off }") == [])
    #expect(complaints(about: "颜色: 红", site: "rules: { key.unknown: error }").map { $0.contains(" error: ") } == [true])
  }
}
