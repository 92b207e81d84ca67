import Complaints
import Testing

@testable import Intake

/// Measures across cases in improvements/*.md: contract 2, end.
struct ImprovementReadingTests {
  /// What is said of a file with these lines between its fences, the first of them line 2, in a ledger of two cases and
  /// one row of what was shipped.
  private func lines(_ text: String, site: String = "") throws -> [String] {
    let ledger = try TemporaryLedger([
      "site.yaml": "title: 看板\n" + site,
      "cases/a.md":
        "---\nid: \"260901\"\ntitle: 异响\nreceived: 2026-09-01\nowner: 卫清和\nbusiness: 保险\n"
        + "product: { part_no: SP-48 }\ndepartments: [质管部]\n---\n",
      "cases/b.md": "---\nid: \"260902\"\ntitle: x\nreceived: 2026-13-01\n---\n",
      "exposure/2026.csv": "period,product,shipped_lots,accepted_lots,shipped_units\n2026-09,AD-65,1,1,1\n",
      "improvements/m.md": "---\n\(text)\n---\n正文。\n",
    ])
    let read = try readLedger(content: ledger.content, jobs: 1)
    let day = try readDay("2026-10-31")
    return read.audited(asOf: day, content: ledger.content).ledger.diagnostics.map(\.description)
      .filter { $0.contains("improvements/") }
      .map { $0.replacing(ledger.root + "/content/improvements/m.md:", with: "") }
  }

  private static let whole = "title: 扫码\nowner: 卫清和\ndue: 2026-11-30\n"
  private static let done = whole + "done: 2026-10-10\n"

  @Test(
    arguments: [
      (whole, []),
      ("owner: 卫清和\ndue: 2026-11-30", ["1:1: error: title (改善项目) is missing; write 'title: …' [value.missing]"]),
      (
        "title: 扫码",
        [
          "2:8: warning: the measure has no due; write 'due: …' [improvement.incomplete]",
          "2:8: warning: the measure has no owner; write 'owner: …' [improvement.incomplete]",
        ]
      ),
      (
        whole + "metric: recieved\nbaseline: 1\ntarget: 1",
        ["5:9: error: unknown metric 'recieved'; did you mean 'received'? [value.unknown]"]
      ),
      (
        whole + "metric: received",
        [
          "2:8: warning: the measure has no baseline; write 'baseline: …' [improvement.incomplete]",
          "2:8: warning: the measure has no target; write 'target: …' [improvement.incomplete]",
        ]
      ),
      (
        whole + "split: { dimension: produkt, key: SP-48 }",
        ["5:21: error: unknown split.dimension 'produkt'; did you mean 'product'? [value.unknown]"]
      ),
      (
        whole + "split: { dimension: product }",
        ["5:8: error: split.key (取值) is missing; write 'key: …' [value.missing]"]
      ),
      (whole + "split: { dimension: product, key: SP-48 }", []),
      (whole + "split: { dimension: product, key: AD-65 }", []),
      (
        whole + "split: { dimension: product, key: SP-49 }",
        [
          "5:35: warning: split: no case has the product 'SP-49'; write one that occurs, or leave split out [improvement.key]"
        ]
      ),
      (whole + "split: { 维度: 责任部门, 取值: 质管部 }", []),
      (
        whole + "split: { dimension: department, key: 质检部 }",
        [
          "5:38: warning: split: no case has the department '质检部'; write one that occurs, or leave split out [improvement.key]"
        ]
      ),
      (whole + "split: { dimension: severity, key: 严重 }", []),
      (
        whole + "split: { dimension: severity, key: grave }",
        ["5:36: error: unknown split.key 'grave'; write minor, major or critical [value.unknown]"]
      ),
      (
        whole + "cases: [\"260901\", \"260902\", \"260903\"]",
        ["5:29: error: cases: no case has the id '260903'; correct it, or add that case [relation.unknown]"]
      ),
      (
        whole + "progres: 1",
        ["5:1: warning: unknown key 'progres'; did you mean 'progress'? [key.unknown]"]
      ),
      (
        whole + "due: 2026-12-01",
        ["5:1: error: the key 'due' stands twice, first in line 4; keep one of them [key.duplicate]"]
      ),
      (
        whole + "metric: on_time_rate\nbaseline: 0.9\ntarget: 95",
        [
          "7:9: warning: on_time_rate is a fraction, and '95' is above 1; write 95 % as 0.95 [improvement.target]"
        ]
      ),
      (
        whole + "metric: received\nbaseline: 12\ntarget: 5\nrelative: yes",
        ["7:9: warning: target '5' with relative: yes is more than all of it; write 5 % as 0.05 [improvement.target]"]
      ),
      (whole + "metric: 受理件数\nbaseline: 12\ntarget: 10", []),
      (
        whole + "effective: yes\nconfirmed_by: 苗若谷\nconfirmed_on: 2026-10-01",
        [
          "5:12: warning: the effect is confirmed, but nothing says when the measure was done; add done: with the day [improvement.done]"
        ]
      ),
      (
        whole + "progress: [{ at: 2026-10-01, percent: 100 }]",
        [
          "5:11: warning: progress is 100 %, but nothing says when the measure was done; add done: with the day [improvement.done]"
        ]
      ),
      (
        done + "effective: no",
        [
          "6:12: warning: effective is given, but not confirmed_by; write 'confirmed_by: …' [improvement.unconfirmed]",
          "6:12: warning: effective is given, but not confirmed_on; write 'confirmed_on: …' [improvement.unconfirmed]",
        ]
      ),
      (
        done + "effective: no\nconfirmed_by: 苗若谷\nconfirmed_on: 2026-10-09",
        [
          "8:15: warning: confirmed on 2026-10-09, before the measure was done on 2026-10-10; correct one of the two days [improvement.order]"
        ]
      ),
      (done + "effective: no\nconfirmed_by: 苗若谷\nconfirmed_on: 2026-10-10", []),
      (
        done + "progress:\n  - { at: 2026-10-10, percent: 100 }\n  - { at: 2026-10-11, note: 复查 }",
        [
          "8:11: warning: progress of 2026-10-11, after the measure was done on 2026-10-10; correct one of the two times [improvement.order]"
        ]
      ),
      (
        whole + "progress: [{ note: 试做 }]",
        ["5:12: error: progress.at (时间) is missing; write 'at: …' [value.missing]"]
      ),
      (
        whole + "progress: [{ at: 2026-10-01, percent: 130 }]",
        [
          "5:39: error: progress.percent (完成比例): '130' is out of range; it must be from 0 to 100 [number.invalid]"
        ]
      ),
    ] as [(String, [String])])
  func isCheckedKeyByKey(text: String, expected: [String]) throws {
    #expect(try lines(text) == expected)
  }

  @Test func aSiteSetsTheWeightOfItsRules() throws {
    let missing = "title: 扫码\ndue: 2026-11-30"
    #expect(try lines(missing, site: "rules: { improvement.incomplete: off }\n") == [])
    #expect(
      try lines(missing, site: "rules: { improvement.incomplete: error }\n") == [
        "2:8: error: the measure has no owner; write 'owner: …' [improvement.incomplete]"
      ])
  }

  @Test(arguments: [
    """
    title: 扫码
    owner: 卫清和
    due: 2026-11-30
    metric: complaint_rate
    split: { dimension: product, key: SP-48 }
    baseline: 0.06
    target: 0.02
    relative: no
    progress:
      - { at: 2026-10-12, note: 试做, percent: 60 }
      - { at: 2026-09-18, note: 停用, percent: 30% }
    cases: ["260901"]
    done: 2026-10-20
    effective: yes
    confirmed_by: 谢允文
    confirmed_on: 2026-10-30
    """,
    """
    改善项目: 扫码
    负责人: 卫清和
    期限: 2026年11月30日
    指标: 客诉率
    细分: { 维度: 产品, 取值: SP-48 }
    基准值: 0.06
    目标值: 0.02
    相对值: 否
    进展:
      - { 时间: 2026/10/12, 说明: 试做, 完成比例: 60 }
      - { 时间: 2026/9/18, 说明: 停用, 完成比例: 30 }
    涉及案件: ["260901"]
    完成: 2026/10/20
    有效: 是
    确认人: 谢允文
    确认日期: 2026/10/30
    """,
  ])
  func everyKeyIsReadUnderBothItsNames(text: String) throws {
    let context = ReadingContext(settings: settings())
    let bytes = Array("---\n\(text)\n---\n正文。\n".utf8)
    let (read, diagnostics) = readImprovement(bytes, path: "improvements/scan.md", name: "scan", context: context)
    #expect(diagnostics == [])
    let improvement = try #require(read)
    #expect(improvement.name == "scan" && improvement.title == "扫码" && improvement.owner == "卫清和")
    #expect(improvement.due?.description == "2026-11-30" && improvement.metric == "complaint_rate")
    #expect(improvement.split == Improvement.Split(dimension: "product", key: "SP-48"))
    #expect(improvement.baseline?.double == 0.06 && improvement.target?.double == 0.02 && !improvement.isRelative)
    #expect(improvement.progress.map(\.at.description) == ["2026-09-18", "2026-10-12"])
    #expect(improvement.progress.map(\.note) == ["停用", "试做"] && improvement.progress.map(\.percent) == [3_000, 6_000])
    #expect(improvement.cases == ["260901"] && improvement.done?.description == "2026-10-20")
    #expect(improvement.isEffective == true && improvement.confirmedBy == "谢允文")
    #expect(improvement.confirmedOn?.description == "2026-10-30")
    #expect(String(decoding: improvement.narrative, as: UTF8.self) == "正文。\n")
  }
}
