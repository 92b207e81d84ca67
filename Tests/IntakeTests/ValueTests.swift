import Complaints
import Testing

@testable import Intake

/// Each mistake as its reader sees it; the line under test is the fifth.
@Suite struct ValueTests {
  static let vocabularies = """
    vocabularies:
      category:
        - { code: quality, label: 质量, children: [{ code: noise, label: 异响 }, { code: damage, label: 破损 }] }
        - { code: delivery, label: 交付, children: [{ code: damage, label: 破损 }] }
    """

  @Test(arguments: [
    ("status: closde", "5:9: error: unknown status 'closde'; did you mean 'closed'? [value.unknown]"),
    ("处理状态: 已结按", "5:7: error: unknown status '已结按'; did you mean '已结案'? [value.unknown]"),
    (
      "处理状态: 未完",
      "5:7: error: unknown status '未完'; write 待处理, 处理中, 已解决, 已结案 or 作废 [value.unknown]"
    ),
    (
      "客户姓名: 张三",
      "5:1: warning: unknown key '客户姓名'; did you mean '客户.客户姓名'? [key.unknown]"
    ),
    (
      "departments: [{ 部门：仓储部 }]",
      "5:17: warning: unknown key '部门：仓储部' in departments (责任部门); write ':' and a blank in place of the full-width '：' [key.unknown]"
    ),
    (
      "status: 42",
      "5:9: error: unknown status '42'; write pending, in_progress, resolved, closed or void [value.unknown]"
    ),
    ("channel: fone", "5:10: error: unknown channel 'fone'; did you mean 'phone'? [value.unknown]"),
    ("weight: [hot, hto]", "5:15: error: unknown weight 'hto'; did you mean 'hot'? [value.unknown]"),
    ("customer: { type: vap }", "5:19: error: unknown customer.type 'vap'; did you mean 'vip'? [value.unknown]"),
    (
      "events: [{ stage: replyed }]",
      "5:19: error: unknown events.stage 'replyed'; did you mean 'replied'? [value.unknown]"
    ),
    ("category: qualtiy", "5:11: error: unknown category 'qualtiy'; did you mean 'quality'? [value.unknown]"),
    (
      "category: damage",
      "5:11: error: category 'damage' could mean several; write quality/damage or delivery/damage [value.ambiguous]"
    ),
    (
      "category: 破损",
      "5:11: error: category '破损' could mean several; write quality/damage or delivery/damage [value.ambiguous]"
    ),
    (
      "status: clo\u{200B}sed",
      "5:9: error: status (处理状态) holds the invisible character U+200B; type the value anew [value.invisible]"
    ),
    (
      "owner: 李\u{200D}强",
      "5:8: error: owner (负责人) holds the invisible character U+200D; type the value anew [value.invisible]"
    ),
    ("status: [closed]", "5:9: error: status (处理状态) is a list; it takes a single value [value.shape]"),
    ("demand: { a: b }", "5:9: error: demand (客户要求) is keys and values; it takes a single value [value.shape]"),
    ("flags: anonymous", "5:8: error: flags (特殊标记) is a single value; it takes a list [value.shape]"),
    ("events: { stage: closed }", "5:9: error: events (处理记录) is keys and values; it takes a list [value.shape]"),
    ("events: [closed]", "5:10: error: events (处理记录) is a single value; it takes keys and values [value.shape]"),
    (
      "customer: [张三]",
      "5:11: error: customer (客户) is a list; it takes keys and values, or a single value [value.shape]"
    ),
    (
      "customer: { phone: [13800138000] }",
      "5:20: error: customer.phone (电话) is a list; it takes a single value [value.shape]"
    ),
    ("costs: 100", "5:8: error: costs (费用) is a single value; it takes keys and values [value.shape]"),
    (
      "departments: [[制造部]]",
      "5:15: error: departments (责任部门) is a list; it takes keys and values, or a single value [value.shape]"
    ),
    ("recieved: x", "5:1: warning: unknown key 'recieved'; did you mean 'received'? [key.unknown]"),
    ("负责: x", "5:1: warning: unknown key '负责'; did you mean '负责人'? [key.unknown]"),
    ("颜色: 红", "5:1: warning: unknown key '颜色'; it counts in no figure and no rule [key.unknown]"),
    ("product: { lott: 2 }", "5:12: warning: unknown key 'lott' in product (产品); did you mean 'lot'? [key.unknown]"),
    (
      "customer: { phon: 1 }", "5:13: warning: unknown key 'phon' in customer (客户); did you mean 'phone'? [key.unknown]"
    ),
    (
      "customer: { 13800138000: }",
      "5:13: warning: unknown key in customer (客户); it counts in no figure and no rule [key.unknown]"
    ),
    ("title: 又一个", "5:1: error: the key 'title' stands twice, first in line 3; keep one of them [key.duplicate]"),
    ("投诉主题: 又一个", "5:1: error: '投诉主题' is the key 'title', which line 3 has already; keep one of them [key.duplicate]"),
    (
      "customer: { phone: 1, 电话: 2 }",
      "5:23: error: '电话' is the key 'phone', which line 5 has already; keep one of them [key.duplicate]"
    ),
    (
      "private: maybe",
      "5:10: error: private (保密): 'maybe' is neither yes nor no; write yes or no (是 or 否) [yesno.invalid]"
    ),
    (
      "repeat_of: a b",
      "5:12: error: repeat_of (重复投诉): 'a b' holds the character U+0020; an id is made of letters, digits, '-', '_' and '.' [id.invalid]"
    ),
    (
      "related: [a/b]",
      "5:11: error: related (关联): 'a/b' holds the character U+002F; an id is made of letters, digits, '-', '_' and '.' [id.invalid]"
    ),
    ("events: [{ at: 2026-10-12 }]", "5:10: error: events.stage (阶段) is missing; write 'stage: …' [value.missing]"),
    ("paused: [{ to: 2026-10-12 }]", "5:10: error: paused.from (从) is missing; write 'from: …' [value.missing]"),
    ("attachments: [{ kind: 照片 }]", "5:15: error: attachments.file (文件) is missing; write 'file: …' [value.missing]"),
    (
      "attachments: [/etc/passwd]",
      "5:15: error: attachments.file (文件): '/etc/passwd' is an absolute path; write it relative to attachments/ [attachment.unsafe]"
    ),
    (
      "attachments: [a/../b]",
      "5:15: error: attachments.file (文件): 'a/../b' has a '..' part; write it relative to attachments/ [attachment.unsafe]"
    ),
    (
      "attachments: [..]",
      "5:15: error: attachments.file (文件): '..' has a '..' part; write it relative to attachments/ [attachment.unsafe]"
    ),
    (
      "attachments: ['a\\b']",
      "5:15: error: attachments.file (文件): 'a\\b' has a '\\'; separate folders with '/' [attachment.unsafe]"
    ),
    (
      "attachments: [a%2e.pdf]",
      "5:15: error: attachments.file (文件): 'a%2e.pdf' has a '%'; write the file's name as it is, or rename the file [attachment.unsafe]"
    ),
    (
      "attachments: ['https://x.cn/a']",
      "5:15: error: attachments.file (文件): 'https://x.cn/a' is an address; name a file below attachments/ [attachment.unsafe]"
    ),
    (
      "attachments: ['C:a.pdf']",
      "5:15: error: attachments.file (文件): 'C:a.pdf' is an address; name a file below attachments/ [attachment.unsafe]"
    ),
    (
      "attachments: [\"a\\tb\"]",
      "5:15: error: attachments.file (文件): 'a\u{FFFD}b' has a control character; rename the file [attachment.unsafe]"
    ),
    (
      "attachments: [b.pdf]",
      "5:15: warning: attachments.file (文件): there is no file 'b.pdf' below attachments/; add it, or correct the name [attachment.missing]"
    ),
    (
      "corrective: [{ evidence: [b.pdf] }]",
      "5:27: warning: corrective.evidence (证据): there is no file 'b.pdf' below attachments/; add it, or correct the name [attachment.missing]"
    ),
    (
      "process: retruns",
      "5:10: error: process (流程): no process has the id 'retruns'; did you mean 'returns'? [process.unknown]"
    ),
    (
      "return: { requested: some }",
      "5:22: error: return.requested (要求数量): 'some' is not a number; write it in digits, without a unit, like 1200 or 1,200.50 [number.invalid]"
    ),
  ])
  func eachMistakeHasItsWordsAndPlace(line: String, expected: String) {
    let lines = complaints(about: line, site: Self.vocabularies, processes: ["returns"])
    #expect(lines == ["content/cases/a.md:" + expected])
  }

  @Test func keysInsideUnknownOnesAreCheckedToo() {
    #expect(
      complaints(about: "颜色: { a: 1, a: 2 }").first
        == "content/cases/a.md:5:13: error: the key 'a' stands twice, first in line 5; keep one of them [key.duplicate]"
    )
  }

  @Test func everyMistakeOfAFileIsNamed() {
    let lines = readCase("---\nstatus: x y\nclosed: never\ncosts: 3\n---\n").diagnostics.map(\.code)
    #expect(
      lines.sorted() == [
        "date.invalid", "value.missing", "value.missing", "value.missing", "value.shape", "value.unknown",
      ])
  }

  @Test(arguments: [
    "customer: { phone: [13800138000], 13900139000: 张三丰 }", "production: { operator: { 张三丰: 13900139000 } }",
  ])
  func personalValuesAreNeverNamed(line: String) {
    let text = complaints(about: line).joined()
    #expect(!text.isEmpty)
    for secret in ["13800138000", "13900139000", "张三丰"] { #expect(!text.contains(secret)) }
  }

  @Test(arguments: [
    ("mood: no", "no"), ("mood: 0123", "0123"), ("mood: 12:30", "12:30"), ("mood: null", "null"),
    ("mood: '~'", "~"), ("mood: 1e3", "1e3"), ("mood: \u{3000}急\u{A0}", "急"), ("mood: 2026-13-45", "2026-13-45"),
    ("mood: e\u{301}", "\u{E9}"), ("mood: |\n  一\n  二", "一\n二"), ("mood: true", "true"),
  ])
  func textStaysText(line: String, expected: String) throws {
    let file = try #require(readCase("---\nid: a\ntitle: t\nreceived: 2026-10-12\n\(line)\n---\n").file)
    #expect(file.record.text("mood").map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
  }

  @Test(arguments: ["mood:", "mood: ~", "mood: ''", "mood: \"  \"", "tags: []", "customer: {}", "customer:"])
  func nothingIsMissing(line: String) throws {
    let file = try #require(readCase("---\nid: a\ntitle: t\nreceived: 2026-10-12\n\(line)\n---\n").file)
    #expect(file.record.entries.count == 3)
  }

  @Test func unknownKeysAreKept() throws {
    let file = try #require(
      readCase("---\nid: a\ntitle: t\nreceived: 2026-10-12\n颜色: [红, { 深: 浅 }]\n---\n").file)
    #expect(file.record.unknown == [Record.Unknown(key: "颜色", text: "红, 深: 浅", mark: Mark(line: 5, column: 1))])
  }

  @Test(arguments: [
    ("quality", "quality"), ("quality/noise", "quality/noise"), ("noise", "quality/noise"), ("异响", "quality/noise"),
    ("质量/异响", "quality/noise"), ("质量/noise", "quality/noise"), ("quality/异响", "quality/noise"),
    ("delivery/damage", "delivery/damage"), ("交付/破损", "delivery/damage"),
  ])
  func wordsAreUnderstoodByAllTheirNames(text: String, code: String) throws {
    let file = try #require(
      readCase("---\nid: a\ntitle: t\nreceived: 2026-10-12\ncategory: \(text)\n---\n", site: Self.vocabularies).file)
    #expect(file.complaint.category == code)
  }
}
