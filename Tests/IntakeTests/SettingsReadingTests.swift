import Complaints
import Testing

@testable import Intake

/// Each mistake as its reader sees it; the line under test is the second.
@Suite struct SettingsReadingTests {
  @Test(arguments: [
    ("titel: x", "2:1: warning: unknown key 'titel'; did you mean 'title'? [key.unknown]"),
    ("colour: x", "2:1: warning: unknown key 'colour'; it counts in no figure and no rule [key.unknown]"),
    ("title: x", "2:1: error: the key 'title' stands twice, first in line 1; keep one of them [key.duplicate]"),
    ("organization: [a]", "2:15: error: organization is a list; it takes a single value [value.shape]"),
    ("language: de", "2:11: error: language: 'de' cannot be used; write zh-Hans or en [settings.value]"),
    (
      "time_zone: Asia/Shanghia",
      "2:12: error: time_zone: no time zone is named 'Asia/Shanghia'; did you mean 'Asia/Shanghai'? [settings.time_zone]"
    ),
    (
      "time_zone: CST",
      "2:12: error: time_zone: no time zone is named 'CST'; write it like Asia/Shanghai [settings.time_zone]"
    ),
    (
      "as_of: 2026-02-30",
      "2:8: error: as_of: the date 2026-02-30 does not exist; 2026-02 has days 01 to 28 [date.invalid]"
    ),
    (
      "as_of: 2026-02-03 10:00",
      "2:8: error: as_of: '2026-02-03 10:00' has a time; write the day alone, like 2026-10-12 [date.invalid]"
    ),
    (
      "currency: yuan",
      "2:11: error: currency: 'yuan' cannot be used; write the three capital letters of ISO 4217, like CNY [settings.value]"
    ),
    (
      "edit_url: javascript:alert(1)",
      "2:11: error: edit_url: 'javascript:alert(1)' cannot be used; write an address that begins with https:// and holds {path} [settings.value]"
    ),
    (
      "edit_url: https://x.cn/",
      "2:11: error: edit_url: 'https://x.cn/' cannot be used; write an address that begins with https:// and holds {path} [settings.value]"
    ),
    (
      "numbering: \"{yy}{mm}\"",
      "2:12: error: numbering: '{yy}{mm}' cannot be used; write it like {yy}{mm}{seq:02}, with one {seq:…}, and in letters, digits, '-', '_' and '.' [settings.value]"
    ),
    (
      "numbering: \"{yy}/{seq}\"",
      "2:12: error: numbering: '{yy}/{seq}' cannot be used; write it like {yy}{mm}{seq:02}, with one {seq:…}, and in letters, digits, '-', '_' and '.' [settings.value]"
    ),
    ("vocabularies: [a]", "2:15: error: vocabularies is a list; it takes keys and values [value.shape]"),
    (
      "vocabularies: { chanel: [a] }",
      "2:17: warning: unknown key 'chanel' in vocabularies; did you mean 'channel'? [key.unknown]"
    ),
    (
      "vocabularies: { channel: a }",
      "2:26: error: vocabularies.channel is a single value; it takes a list [value.shape]"
    ),
    (
      "vocabularies: { channel: [{ label: a }] }",
      "2:27: error: vocabularies.channel.code is missing; write 'code: …' [settings.missing]"
    ),
    (
      "vocabularies: { channel: [a, a] }",
      "2:30: error: vocabularies.channel has 'a' twice; keep one of them [settings.duplicate]"
    ),
    (
      "vocabularies: { channel: [a/b] }",
      "2:27: error: vocabularies.channel: 'a/b' cannot be used; a code has no '/' and no invisible character; put what lies below under children [settings.value]"
    ),
    (
      "vocabularies: { channel: [{ code: a, lable: b }] }",
      "2:38: warning: unknown key 'lable' in vocabularies.channel; did you mean 'label'? [key.unknown]"
    ),
    (
      "vocabularies: { channel: [{ code: a, label: { fr: b } }] }",
      "2:47: warning: unknown key 'fr' in vocabularies.channel.label; it counts in no figure and no rule [key.unknown]"
    ),
    (
      "vocabularies: { status: [opened] }",
      "2:26: error: vocabularies.status: the program knows no code 'opened'; keep the built-in codes, and give them your own labels [settings.vocabulary]"
    ),
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
      "2:30: error: approval.up_to: 'x' is not a number; write it in digits, like 1200 or 1,200.50 [number.invalid]"
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
      "2:41: error: required.at_least.samples.asked: 'two' is not a number; write it in digits, like 1200 or 1,200.50 [number.invalid]"
    ),
    (
      "required: [{ before: cause_fond }]",
      "2:22: error: unknown required.before 'cause_fond'; did you mean 'cause_found'? [value.unknown]"
    ),
    ("notify: [{ within: 1d }]", "2:10: error: notify.who is missing; write 'who: …' [settings.missing]"),
    (
      "forms: { crad: { number: 1 } }", "2:10: warning: unknown key 'crad' in forms; did you mean 'card'? [key.unknown]"
    ),
    (
      "forms: { card: { nmber: 1 } }",
      "2:18: warning: unknown key 'nmber' in forms.card; did you mean 'number'? [key.unknown]"
    ),
    (
      "returns: { tolerance: 500 }",
      "2:23: error: returns.tolerance: '500' is out of range; it must be from 0 to 100 [number.invalid]"
    ),
    (
      "attachments: { max_size: big }",
      "2:26: error: attachments.max_size: 'big' cannot be used; write a size like 10MB [settings.value]"
    ),
    (
      "rules: { effect.missing: loud }",
      "2:26: error: rules.effect.missing: 'loud' cannot be used; write error, warning or off [settings.value]"
    ),
    (
      "rules: { date.invalid: off }",
      "2:10: error: rules: 'date.invalid' is always an error; delete this line [settings.rule]"
    ),
    (
      "rules: { calendar.endng: off }",
      "2:10: warning: rules: no rule has the code 'calendar.endng'; did you mean 'calendar.ending'? [settings.rule]"
    ),
    (
      "rules: { weather.bad: off }",
      "2:10: warning: rules: no rule has the code 'weather.bad'; write one that stands in brackets at the end of a message [settings.rule]"
    ),
    (
      "privacy: { minimum_cell: 0 }",
      "2:26: error: privacy.minimum_cell: '0' cannot be used; it must be 1 or more [settings.value]"
    ),
    (
      "control_charts: { laney: perhaps }",
      "2:26: error: control_charts.laney: 'perhaps' is neither yes nor no; write yes or no (是 or 否) [yesno.invalid]"
    ),
    (
      "control_charts: { rebase: [{ chart: ppm, at: April }] }",
      "2:46: error: control_charts.rebase.at: 'April' cannot be used; write a period like 2026-04 [settings.value]"
    ),
    (
      "edit_url: *x",
      "2:11: error: YAML aliases (*) are not accepted; write the value out, or put it in quotes [yaml.alias]"
    ),
    ("--- x", "2:1: error: a second YAML document begins here; keep everything in one [yaml.document]"),
    (
      "as_of: a: b",
      "2:9: error: a ': ' where no key can stand; put a value that holds ': ' in quotes, and check the indentation [yaml.syntax]"
    ),
  ])
  func eachMistakeHasItsWordsAndPlace(line: String, expected: String) {
    let (_, diagnostics) = readSettings(Array("title: 看板\n\(line)\n".utf8), path: "content/site.yaml")
    #expect(diagnostics.map(\.description) == ["content/site.yaml:" + expected])
  }

  @Test(arguments: [
    ("organization: a", "content/site.yaml:1:1: error: title is missing; write 'title: …' [settings.missing]"),
    ("", "content/site.yaml:1:1: error: title is missing; write 'title: …' [settings.missing]"),
    ("- a", "content/site.yaml:1:1: error: keys and values are expected here; write them as 'key: value' [yaml.map]"),
  ])
  func aTitleIsAllThatIsRequired(text: String, expected: String) {
    #expect(readSettings(Array(text.utf8), path: "content/site.yaml").diagnostics.map(\.description) == [expected])
    #expect(readSettings(Array("title: x".utf8), path: "content/site.yaml").diagnostics.isEmpty)
  }

  /// The example of the documentation, as a whole.
  static let example = """
    title: 客户投诉看板
    organization: 星衡电子
    language: zh-Hans
    time_zone: Asia/Shanghai
    as_of: 2026-10-31
    currency: CNY
    edit_url: https://git.example.com/quality/ledger/-/edit/main/{path}
    numbering: "{yy}{mm}{seq:02}"
    vocabularies:
      category:
        - { code: quality, label: { zh-Hans: 产品质量, en: Product quality }, aliases: [质量], children: [ { code: electrical, label: 电性能 } ] }
        - { code: service, children: [ { code: refund } ] }
    limits:
      - { name: 退款, stage: executed, limit: 15wd, when: { category: service/refund } }
      - { name: 国内结案, limit: 13d, from: registered, when: { region: domestic } }
      - { name: 国外结案, limit: 17d, from: registered, when: { region: overseas } }
      - { name: 首次响应, stage: responded, limit: 24h }
      - { name: 业务部意见, stage: planned, department: 业务部, from: attributed, limit: 3d, when: { region: domestic } }
    targets: { complaint_rate: { max: 0.015 }, on_time_rate: { min: 0.95 } }
    approval: [ { rank: 部门经理, up_to: 100000 }, { rank: 副总经理, up_to: 150000 }, { rank: 总经理 } ]
    weekend: [saturday, sunday]
    working_hours: 09:00-12:00, 13:00-18:00
    followup: { within: 2wd, tries: 3, window: 1m }
    required: [ { when: { category: quality }, before: cause_found, fields: [written_on], at_least: { samples.asked: 2, samples.kept: 1 }, attachments: [8D报告] } ]
    notify: [ { when: { category: quality }, who: [管理者代表, 总经理], within: 1wd } ]
    forms: { card: { number: Q4-QC-029, edition: A/0, copies: [质管, 制造, 业务], signatures: [制表, 审核, 核准] } }
    returns: { tolerance: 5 }
    attachments: { max_size: 10MB, types: [pdf, png, jpg, xlsx, docx, mp4] }
    rules: { effect.missing: warning }
    privacy: { minimum_cell: 5 }
    control_charts: { laney: false, rebase: [ { chart: ppm, at: 2026-04, reason: 新检测线投产 } ] }
    """

  @Test func everySectionIsRead() throws {
    let (site, diagnostics) = readSettings(Array(Self.example.utf8), path: "content/site.yaml")
    #expect(diagnostics.map(\.description) == [])
    #expect(site.title == "客户投诉看板")
    #expect(site.asOf?.description == "2026-10-31")
    #expect(site.vocabularies["category"].code(for: "产品质量/电性能") == "quality/electrical")
    #expect(site.limits.map(\.name) == ["退款", "国内结案", "国外结案", "首次响应", "业务部意见"])
    #expect(site.limits[0].limit == .days(15, worked: true, at: nil))
    #expect(site.limits[0].when.clauses == [Condition.Clause(axis: .category, codes: ["service/refund"])])
    #expect(site.limits[1].from == .stage("registered"))
    #expect(site.limits[4].departments == ["业务部"])
    #expect(site.targets.map(\.metric) == ["on_time_rate", "complaint_rate"])
    #expect(site.approval.map(\.upTo) == [Money(cents: 10_000_000), Money(cents: 15_000_000), nil])
    #expect(site.calendar.hours == [32_400..<43_200, 46_800..<64_800])
    #expect(site.followup?.window == .months(1, day: nil))
    #expect(site.required[0].atLeast.map(\.key) == ["samples.asked", "samples.kept"])
    #expect(site.required[0].before == "cause_found")
    #expect(site.notify[0].who == ["管理者代表", "总经理"])
    #expect(site.forms[0].copies == ["质管", "制造", "业务"])
    #expect(site.returnTolerance == 500)
    #expect(
      site.attachments == AttachmentRule(maximumSize: 10_000_000, types: ["pdf", "png", "jpg", "xlsx", "docx", "mp4"]))
    #expect(site.rules["effect.missing"] == .some(.warning))
    #expect(site.minimumCell == 5)
    #expect(site.rebases == [Rebase(chart: "ppm", at: "2026-04", reason: "新检测线投产")])
  }

  @Test func aRuleThatAsksForNobodyKnowsWhatHoldsForNone() throws {
    let site = settings("limits: [{ limit: 2d, when: { regoin: domestic } }]")
    let file = try #require(readCase("---\nid: a\ntitle: t\nreceived: 2026-10-12\nregion: domestic\n---\n").file)
    #expect(site.limits.map { $0.when.matches(file.complaint) } == [false])
  }

  @Test(arguments: [
    ("10MB", 10_000_000), ("1.5 GB", 1_500_000_000), ("500kb", 500_000), ("12", 12), ("99999999999GB", nil),
    ("0MB", nil),
    ("10 miles", nil),
  ])
  func sizesAreBytes(text: String, bytes: Int?) {
    #expect(settings("attachments: { max_size: \(text) }").attachments?.maximumSize == bytes)
  }

  @Test func withoutSectionsNoRuleApplies() {
    let site = settings()
    #expect(site.limits.isEmpty && site.approval.isEmpty && site.required.isEmpty && site.notify.isEmpty)
    #expect(site.followup == nil && site.attachments == nil && site.returnTolerance == nil && site.minimumCell == nil)
    #expect(site.zone.identifier == "Asia/Shanghai" && site.currency == "CNY" && site.language == .chinese)
    #expect(site.calendar.weekend == [6, 7])
  }

  /// Offsets from the IANA time zone database: Shanghai had summer time until 1991; Moscow changed for good in 2014.
  @Test(arguments: [
    ("Asia/Shanghai", 1_793_059_200, 28_800), ("Asia/Shanghai", 677_000_000, 32_400), ("UTC", 0, 0),
    ("Europe/Berlin", 1_793_059_200, 3_600), ("Europe/Berlin", 1_782_000_000, 7_200),
    ("Europe/Moscow", 1_400_000_000, 14_400), ("Europe/Moscow", 1_420_000_000, 10_800),
  ])
  func clocksAreTables(name: String, utc: Int, offset: Int) throws {
    #expect(try #require(clock(of: name)).offset(atUTC: utc) == offset)
  }

  @Test func warningsHaveTheWeightThatTheSiteGives() {
    #expect(complaints(about: "颜色: 红", site: "rules: { key.unknown: off }") == [])
    #expect(complaints(about: "颜色: 红", site: "rules: { key.unknown: error }").map { $0.contains(" error: ") } == [true])
  }

  @Test(arguments: [
    ("holidays: [2026-01-01]\nworkdays: [2026-01-04]", []),
    (
      "holidays: [2025-12-31]",
      ["1:12: error: '2025-12-31' is not a day of 2026; move it to the calendar of its year [calendar.year]"]
    ),
    (
      "workdays: [2026-02-30]",
      ["1:12: error: workdays: the date 2026-02-30 does not exist; 2026-02 has days 01 to 28 [date.invalid]"]
    ),
    ("holidays: 2026-01-01", ["1:11: error: holidays is a single value; it takes a list [value.shape]"]),
    ("holiday: [2026-01-01]", ["1:1: warning: unknown key 'holiday'; did you mean 'holidays'? [key.unknown]"]),
    (
      "holidays: [2026-01-01]\nworkdays: [2026-01-01]",
      [
        "2:12: warning: '2026-01-01' is both a holiday and a workday; it counts as worked, keep one [calendar.contradiction]"
      ]
    ),
  ])
  func calendarsAreRead(text: String, expected: [String]) {
    var calendar = WorkCalendar()
    let lines = readCalendar(Array(text.utf8), path: "c.yaml", year: 2026, into: &calendar).map(\.description)
    #expect(lines == expected.map { "c.yaml:" + $0 })
    #expect(calendar.years == [2026])
  }
}
