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
}
